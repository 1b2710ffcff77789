import { useTranslation } from 'react-i18next';
import classes from './DocumentInfo.module.css';
import type { EditorUi } from './editorUi';
import type { QuillEditor } from './quillEditor';
import { statistics } from './text/statistics';
import { useDocument } from './useDocument';
import { useLater } from './useLater';

interface DocumentInfoProps {
  readonly documentId: string;
  readonly editor: QuillEditor;
  readonly ui: EditorUi;
}

/** The last change moves on while the panel is open. */
const LOOK_EVERY_MS = 10_000;

const read = (editor: QuillEditor) => statistics(editor.text());

/** What the document comes to, and where help is. */
export function DocumentInfo({ documentId, editor, ui }: DocumentInfoProps) {
  const { t, i18n } = useTranslation();
  const { data: document } = useDocument(documentId, LOOK_EVERY_MS);
  const counted = useLater(editor, read);
  const number = new Intl.NumberFormat(i18n.language);
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' });
  const facts = [
    [t('info.words'), number.format(counted.words)],
    [t('info.characters'), number.format(counted.characters)],
    [t('info.withoutSpaces'), number.format(counted.charactersWithoutSpaces)],
    [t('info.reading'), t('info.minutes', { count: counted.minutes })],
    ...(document === undefined
      ? []
      : [
          [t('info.created'), time.format(new Date(document.createdAt))],
          [t('info.changed'), time.format(new Date(document.updatedAt))],
        ]),
  ];
  return (
    <>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name} className={classes.fact}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <button
        type="button"
        className={classes.help}
        onClick={() => {
          ui.open('shortcuts');
        }}
      >
        {t('info.shortcuts')}
      </button>
    </>
  );
}
