import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { ErrorText } from '../../components/ui/ErrorText';
import type { Document, DocumentList as Choice, Room } from '../../lib/api/types';
import classes from './DocumentList.module.css';
import { DocumentRow } from './DocumentRow';
import { ListSkeleton } from './ListSkeleton';
import { MovePlace } from './MovePlace';
import { useDocumentActions } from './useDocumentActions';
import { useDocumentList } from './useDocumentList';
import { useRovingRows } from './useRovingRows';

interface DocumentListProps {
  readonly choice: Choice;
  readonly rooms: readonly Room[];
  /** Shown above the rows, where there are some. */
  readonly head?: ReactNode;
  /** Shown where there is nothing to list. */
  readonly empty: ReactNode;
}

const FIRST = 100;
const MOST = 1_000;

export function DocumentList({ choice, rooms, head, empty }: DocumentListProps) {
  const { t } = useTranslation();
  const [limit, setLimit] = useState(FIRST);
  const [moving, setMoving] = useState<Document>();
  const documents = useDocumentList(choice, limit);
  const actions = useDocumentActions();
  const items = documents.data?.items ?? [];
  const list = useRef<HTMLUListElement>(null);
  const rows = useRovingRows(list, items);
  useFocusStays(list, rows.focus, rows.current, items.length);

  if (documents.isPending) return <ListSkeleton />;
  if (documents.isError && documents.data === undefined) {
    return (
      <>
        <ErrorText error={documents.error} />
        <Button look="plain" onClick={() => void documents.refetch()}>
          {t('common.retry')}
        </Button>
      </>
    );
  }
  if (items.length === 0) return empty;
  const total = documents.data.total;
  return (
    <>
      {head}
      <ul
        ref={list}
        className={classes.list}
        aria-label={t('start.list.label')}
        onKeyDown={rows.onKeyDown}
      >
        {items.map((document) => (
          <DocumentRow
            key={document.id}
            document={document}
            actions={actions}
            isCurrent={document.id === rows.current}
            showsRoom={choice.kind !== 'room'}
            onFocus={() => {
              rows.focused(document.id);
            }}
            onMove={setMoving}
            onRenamed={() => {
              rows.focus(document.id);
            }}
          />
        ))}
      </ul>
      <p className={classes.count}>{t('start.list.count', { count: total })}</p>
      {total > items.length && limit < MOST && (
        <Button
          look="plain"
          onClick={() => {
            setLimit(Math.min(MOST, limit * 3));
          }}
        >
          {t('start.list.more')}
        </Button>
      )}
      <MovePlace
        document={moving}
        rooms={rooms}
        onMove={actions.move}
        onClose={() => {
          setMoving(undefined);
          rows.focus(rows.current);
        }}
      />
    </>
  );
}

/** A row that goes away with the focus hands it to its neighbour. */
function useFocusStays(
  list: { readonly current: HTMLUListElement | null },
  focus: (id: string | undefined) => void,
  current: string | undefined,
  count: number,
): void {
  const before = useRef(count);
  const hadFocus = useRef(false);
  useEffect(() => {
    const fewer = count < before.current;
    before.current = count;
    if (fewer && hadFocus.current && document.activeElement === document.body) focus(current);
    const element = list.current;
    if (element === null) return;
    const note = (event: FocusEvent): void => {
      hadFocus.current = event.type === 'focusin';
    };
    const leave = (event: FocusEvent): void => {
      // A row that is removed loses the focus to nothing.
      if (event.relatedTarget !== null) hadFocus.current = false;
    };
    element.addEventListener('focusin', note);
    element.addEventListener('focusout', leave);
    return () => {
      element.removeEventListener('focusin', note);
      element.removeEventListener('focusout', leave);
    };
  });
}
