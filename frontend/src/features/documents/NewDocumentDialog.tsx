import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { NameDialog } from '../../components/ui/NameDialog';
import { useCreateDocument } from './useDocuments';

interface NewDocumentDialogProps {
  readonly roomId: string;
  readonly opened: boolean;
  readonly onClose: () => void;
}

export function NewDocumentDialog({ roomId, opened, onClose }: NewDocumentDialogProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateDocument(roomId);
  return (
    <NameDialog
      opened={opened}
      onClose={onClose}
      title={t('documents.new')}
      label={t('documents.name')}
      placeholder={t('documents.placeholder')}
      action={t('documents.create')}
      busy={create.isPending}
      error={create.error}
      onSubmit={(title) => {
        create.mutate(title, {
          onSuccess: (document) => {
            void navigate(`/documents/${document.id}`);
          },
        });
      }}
    />
  );
}
