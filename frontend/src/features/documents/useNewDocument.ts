import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useToast } from '../../components/ui/toastContext';
import { useApi } from '../../lib/api/apiContext';
import { markJustCreated } from '../../lib/justCreated';
import { LISTS } from './useDocumentList';

/** Makes an untitled document and opens it with the title ready to be written. */
export function useNewDocument() {
  const { t } = useTranslation();
  const api = useApi();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  return useMutation({
    mutationFn: (roomId: string) => api.createDocument(roomId, t('documents.untitled')),
    onSuccess: (document) => {
      markJustCreated(document.id);
      void queries.invalidateQueries({ queryKey: LISTS });
      void navigate(`/documents/${document.id}`);
    },
    onError: () => {
      toast({ tone: 'danger', text: t('start.actions.created') });
    },
  });
}
