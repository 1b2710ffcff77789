import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/ui/icons';
import type { QuillEditor } from '../quillEditor';
import classes from './FindBar.module.css';
import { Finder } from './finder';

interface FindBarProps {
  readonly editor: QuillEditor;
  readonly editable: boolean;
  readonly onClose: () => void;
}

/** At the top of the text; Enter and Shift+Enter go through the matches, Escape leaves to the current one. */
export function FindBar({ editor, editable, onClose }: FindBarProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const finder = useMemo(() => new Finder(editor.quill), [editor]);
  const { count, current } = useSyncExternalStore(finder.subscribe, () => finder.state);
  const [query, setQuery] = useState(() => selectedText(editor));
  const [text, setText] = useState('');
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWord, setWholeWord] = useState(false);

  useEffect(() => {
    field.current?.select();
    return () => {
      finder.destroy();
    };
  }, [finder]);

  useEffect(() => {
    finder.search({ query, matchCase, wholeWord });
  }, [finder, query, matchCase, wholeWord]);

  function leave(): void {
    finder.select();
    onClose();
  }

  const option = (label: string, sign: string, isOn: boolean, set: (on: boolean) => void) => (
    <button
      type="button"
      className={classes.option}
      aria-label={label}
      title={label}
      aria-pressed={isOn}
      onClick={() => {
        set(!isOn);
      }}
    >
      {sign}
    </button>
  );

  return (
    <div
      role="search"
      aria-label={t('find.title')}
      className={classes.bar}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          leave();
        }
      }}
    >
      <div className={classes.row}>
        <input
          ref={field}
          className={classes.input}
          autoFocus
          aria-label={t('find.query')}
          placeholder={t('find.query')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            finder.step(event.shiftKey ? -1 : 1);
          }}
        />
        <span role="status" className={classes.count}>
          {count === 0
            ? query !== '' && t('find.none')
            : t('find.count', { at: current + 1, count })}
        </span>
        {option(t('find.matchCase'), 'Aa', matchCase, setMatchCase)}
        {option(t('find.wholeWord'), 'W', wholeWord, setWholeWord)}
        <button
          type="button"
          className={classes.option}
          aria-label={t('find.previous')}
          title={t('find.previous')}
          onClick={() => {
            finder.step(-1);
          }}
        >
          ↑
        </button>
        <button
          type="button"
          className={classes.option}
          aria-label={t('find.next')}
          title={t('find.next')}
          onClick={() => {
            finder.step(1);
          }}
        >
          ↓
        </button>
        <button
          type="button"
          className={classes.option}
          aria-label={t('common.close')}
          onClick={leave}
        >
          <Icon name="close" size={16} />
        </button>
      </div>
      {editable && (
        <div className={classes.row}>
          <input
            className={classes.input}
            aria-label={t('find.replacement')}
            placeholder={t('find.replacement')}
            value={text}
            onChange={(event) => {
              setText(event.currentTarget.value);
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              finder.replace(text);
            }}
          />
          <button
            type="button"
            className={classes.replace}
            aria-disabled={count === 0}
            onClick={() => {
              finder.replace(text);
            }}
          >
            {t('find.replace')}
          </button>
          <button
            type="button"
            className={classes.replace}
            aria-disabled={count === 0}
            onClick={() => {
              finder.replaceAll(text);
            }}
          >
            {t('find.replaceAll')}
          </button>
        </div>
      )}
    </div>
  );
}

const LONGEST = 80;

/** Of one line, where a piece of it was selected. */
function selectedText({ active }: QuillEditor): string {
  const range = active.getSelection();
  if (range === null || range.length > LONGEST) return '';
  const text = active.getText(range.index, range.length);
  return text.includes('\n') ? '' : text;
}
