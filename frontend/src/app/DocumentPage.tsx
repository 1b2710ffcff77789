import 'quill/dist/quill.core.css';
import '../features/editor/document.css';
import '../features/editor/images/images.css';
import '../features/editor/table/table.css';
import { useParams } from 'react-router';
import { useDocument } from '../features/editor/useDocument';
import { Problem } from '../lib/api/problem';
import { MissingDocument } from './MissingDocument';
import { OpenDocument } from './OpenDocument';

export function DocumentPage() {
  const { documentId = '' } = useParams();
  const { data, error } = useDocument(documentId);
  if (data === undefined && error instanceof Problem && error.isFinal) {
    return <MissingDocument documentId={documentId} />;
  }
  return <OpenDocument key={documentId} documentId={documentId} document={data} />;
}
