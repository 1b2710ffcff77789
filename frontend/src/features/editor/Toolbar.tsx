import { useRef, useState, useSyncExternalStore, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../components/ui/icons';
import { Preloaded } from '../../components/ui/Preloaded';
import classes from './Toolbar.module.css';
import type { Formats, QuillEditor } from './quillEditor';

interface Toggle {
  readonly icon: IconName;
  readonly label: string;
  readonly format: string;
  readonly value: unknown;
  readonly keys?: string;
}

const loadLinkDialog = async () => (await import('./LinkDialog')).LinkDialog;

const NO_FORMATS: Formats = {};
const nothing = (): void => undefined;

/** Every button can be reached with Tab; the arrow keys move between them as well. */
export function Toolbar({ editor }: { editor: QuillEditor | undefined }) {
  const { t } = useTranslation();
  const bar = useRef<HTMLDivElement>(null);
  const [linking, setLinking] = useState(false);
  const formats = useSyncExternalStore(
    editor === undefined ? () => nothing : editor.subscribe,
    () => editor?.formats ?? NO_FORMATS,
  );

  const inline: readonly Toggle[] = [
    { icon: 'bold', label: t('editor.bold'), format: 'bold', value: true, keys: 'Control+B' },
    { icon: 'italic', label: t('editor.italic'), format: 'italic', value: true, keys: 'Control+I' },
    {
      icon: 'underline',
      label: t('editor.underline'),
      format: 'underline',
      value: true,
      keys: 'Control+U',
    },
    { icon: 'strike', label: t('editor.strike'), format: 'strike', value: true },
  ];
  const blocks: readonly Toggle[] = [
    { icon: 'bullet', label: t('editor.bullet'), format: 'list', value: 'bullet' },
    { icon: 'ordered', label: t('editor.ordered'), format: 'list', value: 'ordered' },
    { icon: 'quote', label: t('editor.blockquote'), format: 'blockquote', value: true },
    { icon: 'code', label: t('editor.codeBlock'), format: 'code-block', value: true },
  ];

  function toggle({ icon, label, format, value, keys }: Toggle) {
    const pressed = formats[format] === value;
    return (
      <button
        key={icon}
        type="button"
        className={classes.button}
        aria-label={label}
        title={label}
        aria-pressed={pressed}
        {...(keys !== undefined && { 'aria-keyshortcuts': keys })}
        onClick={() => editor?.format(format, pressed ? false : value)}
      >
        <Icon name={icon} />
      </button>
    );
  }

  function action(icon: IconName, label: string, run: () => void) {
    return (
      <button
        type="button"
        className={classes.button}
        aria-label={label}
        title={label}
        onClick={run}
      >
        <Icon name={icon} />
      </button>
    );
  }

  return (
    <div
      ref={bar}
      role="toolbar"
      aria-label={t('editor.toolbar')}
      className={classes.toolbar}
      onKeyDown={moveFocus}
      // The caret stays in the text while the mouse presses a button.
      onMouseDown={(event) => {
        if (event.target instanceof Element && event.target.closest('button')) {
          event.preventDefault();
        }
      }}
    >
      <div className={classes.inner}>
        <select
          className={classes.style}
          aria-label={t('editor.style')}
          value={typeof formats['header'] === 'number' ? String(formats['header']) : ''}
          onChange={(event) => {
            editor?.format('header', Number(event.currentTarget.value) || false);
          }}
        >
          <option value="">{t('editor.paragraph')}</option>
          <option value="1">{t('editor.heading1')}</option>
          <option value="2">{t('editor.heading2')}</option>
          <option value="3">{t('editor.heading3')}</option>
        </select>
        <span className={classes.group}>{inline.map(toggle)}</span>
        <span className={classes.group}>{blocks.map(toggle)}</span>
        <span className={classes.group}>
          <button
            type="button"
            className={classes.button}
            aria-label={t('editor.link')}
            title={t('editor.link')}
            aria-pressed={typeof formats['link'] === 'string'}
            aria-haspopup="dialog"
            onClick={() => {
              setLinking(true);
            }}
          >
            <Icon name="link" />
          </button>
          {action('clear', t('editor.clear'), () => editor?.clearFormats())}
        </span>
        <span className={classes.group}>
          {action('undo', t('editor.undo'), () => editor?.undo())}
          {action('redo', t('editor.redo'), () => editor?.redo())}
        </span>
      </div>
      <Preloaded
        load={loadLinkDialog}
        wanted={linking}
        props={{
          opened: linking,
          current: typeof formats['link'] === 'string' ? formats['link'] : '',
          onClose: () => {
            setLinking(false);
          },
          onChosen: (address: string | undefined) => {
            setLinking(false);
            editor?.link(address);
          },
        }}
      />
    </div>
  );

  function moveFocus(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || !(event.target instanceof HTMLButtonElement)) return;
    const stops = [...(bar.current?.querySelectorAll<HTMLElement>('select, button') ?? [])];
    const next = stops[(stops.indexOf(event.target) + step + stops.length) % stops.length];
    event.preventDefault();
    next?.focus();
  }
}
