import { useMediaQuery } from '@mantine/hooks';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { cssVariable } from '../../../components/ui/cssVariable';
import type { Command } from '../commands/command';
import { commandsIn } from '../commands/commands';
import type { EditorUi } from '../editorUi';
import type { QuillEditor } from '../quillEditor';
import { useFormats } from '../useFormats';
import { CommandButton } from './CommandButton';
import { StyleSelect } from './StyleSelect';
import classes from './Toolbar.module.css';
import { ToolbarMenu } from './ToolbarMenu';
import { useFitting } from './useFitting';
import { useKeyboardGap } from './useKeyboardGap';

const COMMANDS = commandsIn('toolbar');
const inGroup = (group: Command['group']): readonly Command[] =>
  COMMANDS.filter((command) => command.group === group);

/** Groups in the order in which they are given up where the bar is narrow: the last go first. */
const PARTS = [
  { group: 'history', menu: false },
  { group: 'style', menu: false },
  { group: 'inline', menu: false },
  { group: 'list', menu: false },
  { group: 'color', menu: true },
  { group: 'highlight', menu: true },
  { group: 'insert', menu: false },
  { group: 'align', menu: true },
  { group: 'clear', menu: false },
] as const;
type Part = (typeof PARTS)[number];

/** On a phone a finger pushes the row along; what opens a panel waits behind the last button. */
const PHONE_ROW = ['history', 'inline', 'list', 'style', 'insert', 'clear'] as const;
const ON_PHONE = {
  shown: PHONE_ROW.flatMap((group) => PARTS.filter((each) => each.group === group)),
  folded: PARTS.filter(({ menu }) => menu),
};

const SELECT = 132;
const widthsOf = (button: number): readonly number[] =>
  PARTS.map(({ group, menu }) =>
    group === 'style' ? SELECT : 9 + button * (menu ? 1 : inGroup(group).length),
  );
const POINTER = { button: 38, widths: widthsOf(38) };
/** Buttons are larger for fingers, as the style sheet says. */
const FINGER = { button: 46, widths: widthsOf(46) };
const PHONE = '(max-width: 767px)';
const LARGE_BUTTONS = `(pointer: coarse), ${PHONE}`;
const AT_ONCE = { getInitialValueInEffect: false };

interface ToolbarProps {
  readonly editor: QuillEditor | undefined;
  readonly ui: EditorUi;
}

/** One stop of the Tab key; arrow keys, Home and End move within it, Escape goes back to the text. */
export function Toolbar({ editor, ui }: ToolbarProps) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const formats = useFormats(editor);
  const [stop, setStop] = useState('undo');
  const isLarge = useMediaQuery(LARGE_BUTTONS, false, AT_ONCE);
  const isPhone = useMediaQuery(PHONE, false, AT_ONCE);
  const { button: size, widths } = isLarge ? FINGER : POINTER;
  const fitting = useFitting(bar, widths, size + 16);
  const gap = useKeyboardGap();
  const { shown, folded } = isPhone
    ? ON_PHONE
    : { shown: PARTS.slice(0, fitting), folded: PARTS.slice(fitting) };

  const run = (command: Command): void => {
    if (editor !== undefined) command.run({ editor, ui });
  };

  const leave = (): void => editor?.active.focus();

  const button = (command: Command, isStop: boolean) => (
    <CommandButton
      key={command.id}
      command={command}
      formats={formats}
      tabIndex={isStop ? (stop === command.id ? 0 : -1) : 0}
      stop={isStop}
      onRun={run}
    />
  );

  function part({ group, menu }: Part, isStop: boolean) {
    const commands = inGroup(group);
    if (group === 'style') {
      return (
        <StyleSelect
          key={group}
          commands={commands}
          formats={formats}
          tabIndex={isStop && stop !== 'style' ? -1 : 0}
          stop={isStop}
          onRun={run}
          onLeave={leave}
        />
      );
    }
    if (menu && isStop) {
      const active = commands.find(({ isActive }) => isActive?.(formats));
      return (
        <ToolbarMenu
          key={group}
          id={group}
          label={t(`commands.groups.${group}`)}
          icon={group === 'align' ? (active?.icon ?? 'alignLeft') : group}
          swatch={active?.swatch}
          grid={group !== 'align'}
          tabIndex={stop === group ? 0 : -1}
        >
          {commands.map((command) => button(command, false))}
        </ToolbarMenu>
      );
    }
    return (
      <span
        key={group}
        className={classes.group}
        role="group"
        aria-label={t(`commands.groups.${group}`)}
        data-grid={group === 'color' || group === 'highlight'}
      >
        {commands.map((command) => button(command, isStop))}
      </span>
    );
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('editor.toolbar')}
      data-region="toolbar"
      className={classes.toolbar}
      style={cssVariable('--keyboard', `${String(gap)}px`)}
      onKeyDown={moveFocus}
      onFocus={(event) => {
        const next = event.target.closest<HTMLElement>('[data-stop]')?.dataset['stop'];
        if (next !== undefined) setStop(next);
      }}
      // The caret stays in the text while the mouse presses a button.
      onMouseDown={(event) => {
        if (event.target instanceof Element && event.target.closest('button')) {
          event.preventDefault();
        }
      }}
    >
      <div className={classes.inner}>
        <div className={classes.row}>{shown.map((each) => part(each, true))}</div>
        {folded.length > 0 && (
          <ToolbarMenu
            id="more"
            label={t('commands.more')}
            icon="more"
            tabIndex={stop === 'more' ? 0 : -1}
          >
            {folded.map((each) => part(each, false))}
          </ToolbarMenu>
        )}
      </div>
    </div>
  );

  function moveFocus(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement)) return;
    if (event.key === 'Escape') leave();
    const at = event.target.closest<HTMLElement>('[data-stop]');
    if (at === null) return;
    const stops = [...(bar.current?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])];
    const index = stops.indexOf(at);
    const next = {
      ArrowRight: stops[(index + 1) % stops.length],
      ArrowLeft: stops.at(index - 1),
      Home: stops[0],
      End: stops.at(-1),
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }
}
