import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { EndReason } from '../../lib/sync/link';
import type { SessionView } from '../../lib/sync/sessionView';
import { Banner } from './Banner';
import { CopyButton } from './CopyButton';

interface BannersProps {
  readonly view: SessionView;
  readonly text: () => string;
  readonly onRetry: () => void;
  readonly onDiscard: () => void;
}

/** What the user has to know beyond the status, and what can be done about it. */
export function Banners({ view, text, onRetry, onDiscard }: BannersProps) {
  const { t } = useTranslation();
  const { status, kept } = view;
  const keptText = kept.map((each) => each.text).join('\n');
  return (
    <>
      {status.kind === 'offline' && (
        <Banner tone="amber" title={t('status.offlineBanner')}>
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('common.retry')}
          </Button>
        </Banner>
      )}
      {status.kind === 'ended' && (
        <Banner tone="danger" title={title(status.reason)} text={t('status.endedText')}>
          <CopyButton text={text} />
          <Button
            size="xs"
            onClick={() => {
              window.location.reload();
            }}
          >
            {t('status.reload')}
          </Button>
        </Banner>
      )}
      {kept.length > 0 && (
        <Banner
          tone="danger"
          title={t('kept.title', { count: kept.length })}
          text={keptText.trim() === '' ? t('kept.noText') : t('kept.text')}
        >
          {keptText.trim() !== '' && <CopyButton text={() => keptText} />}
          <Button size="xs" variant="default" onClick={onDiscard}>
            {t('common.dismiss')}
          </Button>
        </Banner>
      )}
      {view.role !== undefined && view.role !== 'owner' && view.role !== 'editor' && (
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
      case 'no-access':
      case 'closed':
        return t('status.noAccessTitle');
    }
  }
}
