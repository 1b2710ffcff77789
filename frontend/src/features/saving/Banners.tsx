import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { CopyButton } from '../../components/ui/CopyButton';
import type { EndReason } from '../../lib/sync/link';
import { mayWrite } from '../../lib/sync/messages';
import type { SessionView } from '../../lib/sync/sessionView';
import { Banner } from './Banner';

interface BannersProps {
  readonly view: SessionView;
  readonly text: () => string;
  readonly onRetry: () => void;
}

/** What the user has to know beyond the status, and what can be done about it. */
export function Banners({ view, text, onRetry }: BannersProps) {
  const { t } = useTranslation();
  const { role, status, storing } = view;
  return (
    <>
      {status.kind === 'offline' && (
        <Banner
          tone="amber"
          title={t('status.offlineBanner')}
          text={t(storing ? 'status.offlineWrite' : 'status.offlineStay')}
        >
          <Button size="small" look="plain" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </Banner>
      )}
      {!storing && status.kind !== 'offline' && status.kind !== 'ended' && (
        <Banner tone="amber" title={t('status.notStoring')} text={t('status.notStoringText')} />
      )}
      {status.kind === 'ended' && (
        <Banner tone="danger" title={title(status.reason)} text={t('status.endedText')}>
          <CopyButton text={text} />
          <Button
            size="small"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t(status.reason === 'incompatible' ? 'start.faults.reload' : 'status.reload')}
          </Button>
        </Banner>
      )}
      {role !== undefined && !mayWrite(role) && (
        <Banner tone="plain" title={t('editor.readOnly')} />
      )}
    </>
  );

  function title(reason: EndReason): string {
    switch (reason) {
      case 'signed-out':
        return t('status.signedOutTitle');
      case 'incompatible':
        return t('status.incompatibleTitle');
      case 'taken-over':
        return t('status.takenOverTitle');
      case 'no-access':
      case 'closed':
        return t('status.noAccessTitle');
    }
  }
}
