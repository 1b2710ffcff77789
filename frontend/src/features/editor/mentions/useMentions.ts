import { useMemo } from 'react';
import { useApi } from '../../../lib/api/apiContext';
import type { CompletionSource } from '../completion/completion';
import type { QuillEditor } from '../quillEditor';
import { mentionSource } from './mentionSource';

const NONE: readonly CompletionSource[] = [];

/** Members of the room, offered after "@"; they are asked for with the first one. */
export function useMentions(
  editor: QuillEditor,
  roomId: string | undefined,
): readonly CompletionSource[] {
  const api = useApi();
  return useMemo(() => {
    if (roomId === undefined) return NONE;
    return [mentionSource(editor, async () => (await api.members(roomId)).items)];
  }, [api, editor, roomId]);
}
