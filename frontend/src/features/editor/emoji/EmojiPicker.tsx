import { useEffect, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Overlay } from '../../../components/ui/Overlay';
import type { QuillEditor } from '../quillEditor';
import { fitting } from '../text/match';
import classes from './EmojiPicker.module.css';
import type { Emoji } from './emojiList';

const COLUMNS = 10;

interface EmojiPickerProps {
  readonly editor: QuillEditor;
  readonly onClose: () => void;
}

/** All emoji to choose from; arrow keys move among them. */
export function EmojiPicker({ editor, onClose }: EmojiPickerProps) {
  const { t } = useTranslation();
  const [all, setAll] = useState<readonly Emoji[]>([]);
  const [query, setQuery] = useState('');
  const found = fitting(query, all, ({ name, words }) => [name, words]);

  useEffect(() => {
    void import('./emojiList').then(({ EMOJI }) => {
      setAll(EMOJI);
    });
  }, []);

  function choose(sign: string): void {
    // The dialog gives the focus back to the text first, and no key comes between.
    flushSync(onClose);
    editor.insertText(sign);
  }

  return (
    <Overlay label={t('commands.emoji')} onClose={onClose}>
      <input
        className={classes.input}
        aria-label={t('commands.emoji')}
        placeholder={t('commands.emojiHint')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key !== 'Enter' || first === undefined) return;
          event.preventDefault(); // the text, which has the focus again, would get it
          choose(first.sign);
        }}
      />
      <div className={classes.grid} role="group" aria-label={t('commands.emoji')} onKeyDown={move}>
        {found.map(({ sign, name }) => (
          <button
            key={sign}
            type="button"
            className={classes.emoji}
            aria-label={name.replaceAll('_', ' ')}
            title={`:${name}:`}
            onClick={() => {
              choose(sign);
            }}
          >
            {sign}
          </button>
        ))}
      </div>
    </Overlay>
  );
}

function move(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: COLUMNS, ArrowUp: -COLUMNS }[event.key];
  if (step === undefined) return;
  const all = [...event.currentTarget.querySelectorAll('button')];
  const next = all[all.findIndex((button) => button === document.activeElement) + step];
  event.preventDefault();
  next?.focus();
}
