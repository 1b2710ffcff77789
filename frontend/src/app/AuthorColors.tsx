import '../lib/i18n/past';
import '../features/editor/preview/preview.css';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { AuthorshipLayer } from '../features/editor/authorship/authorshipLayer';
import type { QuillEditor } from '../features/editor/quillEditor';
import { useHistoryApi } from '../features/history/useHistoryApi';

interface AuthorColorsProps {
  readonly documentId: string;
  readonly editor: QuillEditor;
}

/** While it is there, the text shows who wrote it. */
export function AuthorColors({ documentId, editor }: AuthorColorsProps) {
  const { t, i18n } = useTranslation();
  const api = useHistoryApi(documentId);
  useEffect(() => {
    const time = new Intl.DateTimeFormat(i18n.language, {
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    const layer = new AuthorshipLayer(editor.quill, {
      load: () => api.authorship(),
      title: ({ displayName: name }, at) =>
        t('past.wrote', { name, time: time.format(new Date(at)) }),
    });
    layer.start();
    return () => {
      layer.stop();
    };
  }, [api, editor, t, i18n.language]);
  return null;
}
