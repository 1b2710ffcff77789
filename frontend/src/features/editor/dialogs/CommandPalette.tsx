import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Overlay } from '../../../components/ui/Overlay';
import type { Command } from '../commands/command';
import { CommandIcon } from '../commands/CommandIcon';
import { COMMANDS } from '../commands/commands';
import { readable } from '../commands/shortcuts';
import { fitting } from '../text/match';
import classes from './CommandPalette.module.css';

interface CommandPaletteProps {
  readonly editable: boolean;
  readonly onClose: () => void;
  readonly onChosen: (command: Command) => void;
}

/** Every command by name. */
export function CommandPalette({ editable, onClose, onChosen }: CommandPaletteProps) {
  const { t } = useTranslation();
  const [query, setQuery] = useState('');
  const [selected, setSelected] = useState(0);
  const list = useRef<HTMLUListElement>(null);
  const id = useId();
  const usable = COMMANDS.filter((command) => editable || command.readOnly === true);
  const found = fitting(query, usable, ({ labelKey, wordsKey }) => [
    t(labelKey),
    wordsKey === undefined ? '' : t(wordsKey),
  ]);

  function select(index: number): void {
    setSelected(index);
    list.current?.children[index]?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || found.length === 0) return;
    if (event.key === 'ArrowDown') select((selected + 1) % found.length);
    else if (event.key === 'ArrowUp') select((selected - 1 + found.length) % found.length);
    else if (event.key === 'Enter') {
      const command = found[selected];
      if (command !== undefined) onChosen(command);
    } else return;
    event.preventDefault();
  }

  return (
    <Overlay label={t('commands.palette')} onClose={onClose}>
      <input
        className={classes.input}
        role="combobox"
        aria-label={t('commands.palette')}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={`${id}-${String(selected)}`}
        placeholder={t('commands.paletteHint')}
        value={query}
        onChange={(event) => {
          setQuery(event.currentTarget.value);
          select(0);
        }}
        onKeyDown={onKeyDown}
      />
      {found.length === 0 && <p className={classes.nothing}>{t('commands.nothing')}</p>}
      <ul
        ref={list}
        id={id}
        role="listbox"
        aria-label={t('commands.palette')}
        className={classes.list}
      >
        {found.map((command, index) => (
          <li
            key={command.id}
            id={`${id}-${String(index)}`}
            role="option"
            aria-selected={index === selected}
            className={classes.item}
            onPointerMove={() => {
              setSelected(index);
            }}
            onClick={() => {
              onChosen(command);
            }}
          >
            <CommandIcon name={command.icon} />
            <span className={classes.label}>{t(command.labelKey)}</span>
            {command.shortcut !== undefined && (
              <kbd className={classes.keys}>{readable(command.shortcut)}</kbd>
            )}
          </li>
        ))}
      </ul>
    </Overlay>
  );
}
