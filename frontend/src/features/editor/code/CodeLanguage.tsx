import Quill from 'quill/core.js';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { QuillEditor } from '../quillEditor';
import { useFormats } from '../useFormats';
import classes from './CodeLanguage.module.css';
import { LANGUAGES } from './languages';

/** The language of the code that the caret is in. */
export function CodeLanguage({ editor }: { editor: QuillEditor }) {
  const { t } = useTranslation();
  const select = useRef<HTMLSelectElement>(null);
  const byKeys = useRef(false);
  const value = useFormats(editor)['code-block'];
  const language = typeof value === 'string' ? value : 'plain';

  useLayoutEffect(() => {
    const block = blockAtCaret(editor);
    if (block === undefined || select.current === null) return;
    const origin = editor.quill.container.getBoundingClientRect();
    const { top, right } = block.getBoundingClientRect();
    select.current.style.top = `${String(top - origin.top + 6)}px`;
    select.current.style.right = `${String(origin.right - right + 8)}px`;
  });

  if (value === undefined || Array.isArray(value)) return null;
  const isKnown = LANGUAGES.some(([name]) => name === language);
  return (
    <select
      ref={select}
      className={classes.select}
      data-caret-tools
      aria-label={t('commands.codeLanguage')}
      value={language}
      onPointerDown={() => {
        byKeys.current = false;
      }}
      onKeyDown={(event) => {
        byKeys.current = true;
        if (event.key !== 'Escape' && event.key !== 'Enter') return;
        event.preventDefault();
        editor.quill.focus();
      }}
      onChange={({ currentTarget }) => {
        const chosen = currentTarget.value;
        setLanguage(editor, chosen === 'plain' ? true : chosen);
        // Arrows and letters choose at once, and may go on.
        if (byKeys.current) currentTarget.focus();
      }}
    >
      {!isKnown && <option value={language}>{language}</option>}
      {LANGUAGES.map(([name, label]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  );
}

function blockAtCaret({ quill }: QuillEditor): Element | undefined {
  const { index } = quill.selection.savedRange;
  const [line] = quill.getLine(index);
  return line?.domNode.closest('.ql-code-block-container') ?? undefined;
}

function setLanguage(editor: QuillEditor, language: string | true): void {
  const { quill } = editor;
  const block = blockAtCaret(editor);
  const blot = block === undefined ? null : Quill.find(block);
  if (blot === null || blot instanceof Quill) return;
  quill.formatLine(quill.getIndex(blot), blot.length(), 'code-block', language, 'user');
  quill.focus();
}
