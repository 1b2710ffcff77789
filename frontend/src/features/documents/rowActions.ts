import type { TFunction } from 'i18next';
import type { MenuItem } from '../../components/ui/Menu';
import type { Document } from '../../lib/api/types';
import { mayWrite } from '../../lib/sync/messages';
import type { DocumentActions } from './useDocumentActions';

export interface RowDialogs {
  readonly onRename: () => void;
  readonly onMove: () => void;
}

/** The actions of a row's menu, as far as the user may do them. */
export function rowActions(
  document: Document,
  actions: DocumentActions,
  { onRename, onMove }: RowDialogs,
  t: TFunction,
): readonly MenuItem[] {
  const writes = mayWrite(document.role);
  const restore: MenuItem = {
    key: 'restore',
    label: t('start.actions.restore'),
    icon: 'restore',
    hint: 'Del',
    run: () => {
      actions.restore(document);
    },
  };
  if (document.deletedAt !== null) return [restore];
  const rename: MenuItem = {
    key: 'rename',
    label: t('start.actions.rename'),
    icon: 'pen',
    hint: 'F2',
    run: onRename,
  };
  const duplicate: MenuItem = {
    key: 'duplicate',
    label: t('start.actions.duplicate'),
    icon: 'copies',
    run: () => {
      actions.duplicate(document);
    },
  };
  const move: MenuItem = {
    key: 'move',
    label: t('start.actions.move'),
    icon: 'move',
    run: onMove,
  };
  const link: MenuItem = {
    key: 'link',
    label: t('start.actions.copyLink'),
    icon: 'link',
    run: () => {
      actions.copyLink(document);
    },
  };
  const star: MenuItem = {
    key: 'star',
    label: t(document.favourite ? 'start.actions.unstar' : 'start.actions.star'),
    icon: 'star',
    hint: 'S',
    run: () => {
      actions.star(document);
    },
  };
  const trash: MenuItem = {
    key: 'trash',
    label: t('start.actions.trash'),
    icon: 'trash',
    hint: 'Del',
    tone: 'danger',
    run: () => {
      actions.trash(document);
    },
  };
  if (!writes) return [link, star];
  // What belongs to its room is for who is in it.
  return document.roomName === ''
    ? [rename, link, star]
    : [rename, duplicate, move, link, star, trash];
}
