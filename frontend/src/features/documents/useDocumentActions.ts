import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useToast } from '../../components/ui/toastContext';
import { useApi } from '../../lib/api/apiContext';
import type { CollabApi } from '../../lib/api/collabApi';
import type { Document, List, Room } from '../../lib/api/types';
import { pageUrl } from '../../lib/api/urls';
import { copyText } from '../../lib/clipboard';
import { changed, type DocumentChange } from './listChanges';
import { LISTS, type ListKey } from './useDocumentList';

interface Action {
  readonly document: Document;
  readonly change: DocumentChange;
}

export interface DocumentActions {
  readonly rename: (document: Document, title: string) => void;
  readonly star: (document: Document) => void;
  readonly duplicate: (document: Document) => void;
  readonly move: (document: Document, room: Room) => void;
  readonly trash: (document: Document) => void;
  readonly restore: (document: Document) => void;
  readonly copyLink: (document: Document) => void;
}

/** What can be done to documents in a list: shown at once, and taken back with a message where it fails. */
export function useDocumentActions(): DocumentActions {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const failed = (): void => {
    toast({ tone: 'danger', text: t('start.actions.failed') });
  };
  const refresh = () => queries.invalidateQueries({ queryKey: LISTS });

  const act = useMutation({
    mutationFn: ({ document, change }: Action) => send(api, document.id, change),
    onMutate: async ({ document, change }) => {
      await queries.cancelQueries({ queryKey: LISTS });
      const before = queries.getQueriesData<List<Document>>({ queryKey: LISTS });
      for (const [key, documents] of before) {
        if (documents === undefined) continue;
        const [, list] = key as unknown as ListKey;
        queries.setQueryData(key, changed(documents, list, document.id, change));
      }
      return before;
    },
    onError: (_error, _action, before) => {
      for (const [key, documents] of before ?? []) queries.setQueryData(key, documents);
      failed();
    },
    onSettled: refresh,
  });
  const copy = useMutation({
    mutationFn: (document: Document) =>
      api.copyDocument(
        document.id,
        t('start.actions.copyOf', { title: document.title }).slice(0, 200),
      ),
    onSuccess: (_copy, document) => {
      toast({ text: t('start.actions.duplicated', { title: document.title }) });
    },
    onError: failed,
    onSettled: refresh,
  });

  const restore = (document: Document): void => {
    act.mutate(
      { document, change: { kind: 'restored' } },
      {
        onSuccess: () => {
          const { title, roomName: room } = document;
          toast({ text: t('start.actions.restored', { title, room }) });
        },
      },
    );
  };

  return {
    rename: (document, title) => {
      act.mutate({ document, change: { kind: 'renamed', title } });
    },
    star: (document) => {
      act.mutate({ document, change: { kind: 'marked', favourite: !document.favourite } });
    },
    duplicate: (document) => {
      copy.mutate(document);
    },
    move: (document, room) => {
      const change = { kind: 'moved', roomId: room.id, roomName: room.name } as const;
      act.mutate(
        { document, change },
        {
          onSuccess: () => {
            toast({ text: t('start.actions.moved', { title: document.title, room: room.name }) });
          },
        },
      );
    },
    trash: (document) => {
      act.mutate(
        { document, change: { kind: 'trashed' } },
        {
          onSuccess: () => {
            const undo = (): void => {
              restore(document);
            };
            toast({
              text: t('start.actions.trashed', { title: document.title }),
              action: { label: t('start.actions.undo'), run: undo },
            });
          },
        },
      );
    },
    restore,
    copyLink: (document) => {
      void copyText(pageUrl(`documents/${document.id}`)).then((copied) => {
        if (copied) toast({ text: t('start.actions.linkCopied') });
        else toast({ tone: 'danger', text: t('start.actions.linkRefused') });
      });
    },
  };
}

function send(api: CollabApi, id: string, change: DocumentChange): Promise<unknown> {
  switch (change.kind) {
    case 'renamed':
      return api.renameDocument(id, change.title);
    case 'marked':
      return api.setFavourite(id, change.favourite);
    case 'moved':
      return api.moveDocument(id, change.roomId);
    case 'trashed':
      return api.deleteDocument(id);
    case 'restored':
      return api.restoreDocument(id);
  }
}
