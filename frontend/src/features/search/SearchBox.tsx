import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ErrorText } from '../../components/ui/ErrorText';
import { When } from '../../components/ui/When';
import { Icon } from '../../components/ui/icons';
import type { Hit, TextRange } from '../../lib/api/types';
import classes from './SearchBox.module.css';
import { markedPieces } from './markedPieces';
import { useSearch } from './useSearch';

/** Finds documents while one types; "/" and Ctrl+K get here, arrows choose, Enter opens. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState(false);
  const [index, setIndex] = useState(0);
  const search = useSearch(typed, open);
  const words = typed.trim();
  const hits = words === '' ? [] : (search.data?.items ?? []);
  const shown = open && words !== '';
  const at = Math.min(index, Math.max(0, hits.length - 1));
  useSearchKeys(() => {
    input.current?.focus();
    input.current?.select();
  });

  function go(hit: Hit | undefined): void {
    if (hit === undefined) return;
    setOpen(false);
    void navigate(`/documents/${hit.document.id}`);
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'ArrowDown') setIndex((at + 1) % Math.max(1, hits.length));
    else if (event.key === 'ArrowUp') setIndex(at === 0 ? Math.max(0, hits.length - 1) : at - 1);
    else if (event.key === 'Enter') go(search.isPlaceholderData ? undefined : hits[at]);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else if (event.key === 'Escape') setTyped('');
    else return;
    event.preventDefault();
  }

  return (
    <div
      className={classes.search}
      role="search"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <span className={classes.icon}>
        <Icon name="search" />
      </span>
      <input
        ref={input}
        className={classes.input}
        type="text"
        role="combobox"
        inputMode="search"
        enterKeyHint="search"
        autoComplete="off"
        maxLength={200}
        aria-label={t('start.search.label')}
        aria-expanded={shown}
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={shown && hits.length > 0 ? `${id}-${String(at)}` : undefined}
        placeholder={t('start.search.placeholder')}
        value={typed}
        onFocus={() => {
          setOpen(true);
        }}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setIndex(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
      />
      {typed === '' ? (
        <kbd className={classes.key} aria-hidden="true">
          /
        </kbd>
      ) : (
        <button
          type="button"
          className={classes.clear}
          aria-label={t('start.search.clear')}
          onClick={() => {
            setTyped('');
            input.current?.focus();
          }}
        >
          <Icon name="close" size={14} />
        </button>
      )}
      <div className={classes.panel} hidden={!shown}>
        <ul id={id} role="listbox" aria-label={t('start.search.results')} className={classes.list}>
          {hits.map((hit, each) => (
            <li
              key={hit.document.id}
              id={`${id}-${String(each)}`}
              role="option"
              aria-selected={each === at}
              className={classes.hit}
              onPointerDown={(event) => {
                event.preventDefault(); // the field keeps the focus
              }}
              onPointerMove={() => {
                setIndex(each);
              }}
              onClick={() => {
                go(hit);
              }}
            >
              <HitText hit={hit} />
            </li>
          ))}
        </ul>
        <Outcome />
      </div>
    </div>
  );

  function Outcome(): ReactNode {
    if (search.isError) return <ErrorText error={search.error} />;
    if (search.data === undefined || search.isPlaceholderData) {
      return <p className={classes.note}>{t('common.loading')}</p>;
    }
    return (
      <p className={classes.note} role="status">
        {search.data.total === 0
          ? t('start.search.none', { words })
          : t('start.search.found', { count: search.data.total })}
      </p>
    );
  }
}

function HitText({ hit: { document, titleRanges, snippet, ranges } }: { hit: Hit }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={classes.title}>
        <Marked text={document.title} ranges={titleRanges} />
      </span>
      {snippet !== '' && (
        <span className={classes.snippet}>
          <Marked text={snippet} ranges={ranges} />
        </span>
      )}
      <span className={classes.where}>
        {t('start.list.inRoom', { room: document.roomName })} · <When at={document.updatedAt} />
      </span>
    </>
  );
}

function Marked({ text, ranges }: { text: string; ranges: readonly TextRange[] }) {
  let at = 0;
  return markedPieces(text, ranges).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.marked ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
  });
}

/** "/" where nobody is typing, and Ctrl+K or Cmd+K anywhere. */
function useSearchKeys(start: () => void): void {
  const latest = useRef(start);
  useEffect(() => {
    latest.current = start;
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent): void => {
      const withControl = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      if (!withControl && (event.key !== '/' || isTyping(event.target))) return;
      if (document.querySelector('[role=dialog]') !== null) return;
      event.preventDefault();
      latest.current();
    };
    document.addEventListener('keydown', listen);
    return () => {
      document.removeEventListener('keydown', listen);
    };
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  );
}
