import { useState, type FocusEvent, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AvatarStack } from '../../components/ui/AvatarStack';
import { Menu } from '../../components/ui/Menu';
import { When } from '../../components/ui/When';
import { Icon } from '../../components/ui/icons';
import type { Document } from '../../lib/api/types';
import { mayWrite } from '../../lib/sync/messages';
import classes from './DocumentList.module.css';
import { RenameField } from './RenameField';
import { rowActions } from './rowActions';
import type { DocumentActions } from './useDocumentActions';

interface DocumentRowProps {
  readonly document: Document;
  readonly actions: DocumentActions;
  /** Whether the rows' one tab stop is here. */
  readonly isCurrent: boolean;
  readonly showsRoom: boolean;
  readonly onFocus: () => void;
  readonly onMove: (document: Document) => void;
  /** The title has been changed, or not: the focus goes back to the row. */
  readonly onRenamed: () => void;
}

export function DocumentRow({
  document,
  actions,
  isCurrent,
  showsRoom,
  onFocus,
  onMove,
  onRenamed,
}: DocumentRowProps) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const deleted = document.deletedAt !== null;
  const writes = mayWrite(document.role);
  const title = document.title || t('documents.untitled');
  const tabIndex = isCurrent ? 0 : -1;
  const rename = (): void => {
    if (writes && !deleted) setRenaming(true);
  };
  const items = rowActions(
    document,
    actions,
    {
      onRename: rename,
      onMove: () => {
        onMove(document);
      },
    },
    t,
  );

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>): void {
    if (event.ctrlKey || event.metaKey || event.altKey || renaming) return;
    if (event.key === 'F2') rename();
    else if (event.key === 'Delete' && deleted) actions.restore(document);
    else if (event.key === 'Delete' && writes && document.roomName !== '') actions.trash(document);
    else if (event.key.toLowerCase() === 's' && !deleted) actions.star(document);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.currentTarget.querySelector<HTMLElement>('[aria-haspopup=menu]')?.click();
    } else return;
    event.preventDefault();
  }

  const main = (
    <>
      <span className={classes.title}>{title}</span>
      <span className={classes.where}>
        {deleted ? (
          <When at={document.deletedAt} text={(when) => t('start.list.deleted', { when })} />
        ) : (
          <When
            at={document.updatedAt}
            text={(when) =>
              document.updatedBy === null
                ? when
                : t('start.list.by', { when, name: document.updatedBy.displayName })
            }
          />
        )}
        {showsRoom && document.roomName !== '' && (
          <> · {t('start.list.inRoom', { room: document.roomName })}</>
        )}
      </span>
    </>
  );

  return (
    <li
      className={classes.row}
      data-row={document.id}
      onKeyDown={onKeyDown}
      onFocus={(event: FocusEvent) => {
        if (event.target instanceof HTMLElement) onFocus();
      }}
    >
      <span className={classes.icon}>
        <Icon name={deleted ? 'trash' : 'document'} size={20} />
      </span>
      {renaming ? (
        <RenameField
          title={document.title}
          onDone={(next) => {
            setRenaming(false);
            if (next !== undefined) actions.rename(document, next);
            onRenamed();
          }}
        />
      ) : deleted ? (
        <span
          className={classes.main}
          tabIndex={tabIndex}
          data-main
          role="group"
          aria-label={title}
        >
          {main}
        </span>
      ) : (
        <Link
          to={`/documents/${document.id}`}
          className={classes.main}
          tabIndex={tabIndex}
          data-main
        >
          {main}
        </Link>
      )}
      <AvatarStack people={document.present} />
      {deleted ? (
        <button
          type="button"
          className={classes.restore}
          tabIndex={tabIndex}
          onClick={() => {
            actions.restore(document);
          }}
        >
          {t('start.actions.restore')}
        </button>
      ) : (
        <>
          <button
            type="button"
            className={classes.star}
            aria-pressed={document.favourite}
            aria-label={t('start.list.star')}
            title={t(document.favourite ? 'start.list.unstar' : 'start.list.star')}
            tabIndex={tabIndex}
            onClick={() => {
              actions.star(document);
            }}
          >
            <Icon name="star" />
          </button>
          <Menu
            label={t('start.list.menu', { title })}
            items={items}
            button={<Icon name="more" size={20} />}
            buttonClass={classes.menu}
            tabIndex={tabIndex}
          />
        </>
      )}
    </li>
  );
}
