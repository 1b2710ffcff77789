import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { CodeLanguage } from './code/CodeLanguage';
import type { Command, CommandContext } from './commands/command';
import type { CompletionSource } from './completion/completion';
import { CompletionMenu } from './completion/CompletionMenu';
import { emojiSource } from './completion/emojiSource';
import { slashSource } from './completion/slashSource';
import { CommandPalette } from './dialogs/CommandPalette';
import { ShortcutSheet } from './dialogs/ShortcutSheet';
import type { EditorUi } from './editorUi';
import { EmojiPicker } from './emoji/EmojiPicker';
import { FindBar } from './find/FindBar';
import { ImageLayer } from './images/ImageLayer';
import { LinkCard } from './link/LinkCard';
import { useMentions } from './mentions/useMentions';
import type { QuillEditor } from './quillEditor';
import { TableTools } from './table/TableTools';
import { useEditorKeys } from './useEditorKeys';
import { useUiState } from './useEditorUi';
import { useOfflineParts } from './useOfflineParts';

export interface EditorLayerProps {
  readonly editor: QuillEditor;
  readonly ui: EditorUi;
  readonly editable: boolean;
  readonly documentId: string;
  readonly roomId: string | undefined;
  /** Completions beyond commands and emoji; stays the same from one rendering to the next. */
  readonly sources?: readonly CompletionSource[];
}

const NONE: readonly CompletionSource[] = [];

/**
 * What lies over the text: menus, cards, dialogs and the page's keys. It comes after the text, so that the
 * page opens fast, and stands where the text stands, so that it can point into it.
 */
export function EditorLayer({
  editor,
  ui,
  editable,
  documentId,
  roomId,
  sources = NONE,
}: EditorLayerProps) {
  const { t } = useTranslation();
  const context = useMemo<CommandContext>(() => ({ editor, ui }), [editor, ui]);
  const { dialog } = useUiState(ui);
  useEditorKeys(context, editable);
  useOfflineParts();
  const mentions = useMentions(editor, roomId);
  const all = useMemo(
    () => [slashSource(context, (key) => t(key)), emojiSource(context), ...mentions, ...sources],
    [context, t, mentions, sources],
  );
  const close = (): void => {
    ui.close();
  };
  const run = (command: Command): void => {
    // The dialog gives the focus back before the command may take it, and no key comes between.
    flushSync(close);
    command.run(context);
  };

  return (
    <>
      {editable && <CompletionMenu editor={editor} sources={all} />}
      {editable && <CodeLanguage editor={editor} />}
      <LinkCard editor={editor} ui={ui} editable={editable} />
      {editable && <TableTools editor={editor} />}
      <ImageLayer
        key={documentId}
        editor={editor}
        documentId={documentId}
        editable={editable}
        choosing={dialog === 'image'}
        onChosen={close}
      />
      {dialog === 'palette' && (
        <CommandPalette editable={editable} onClose={close} onChosen={run} />
      )}
      {dialog === 'find' && <FindBar editor={editor} editable={editable} onClose={close} />}
      {dialog === 'emoji' && <EmojiPicker editor={editor} onClose={close} />}
      {dialog === 'shortcuts' && <ShortcutSheet onClose={close} />}
    </>
  );
}
