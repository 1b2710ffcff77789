import { useTranslation } from 'react-i18next';
import { Button } from '../components/ui/Button';
import { Notice } from '../components/ui/Notice';
import { LostChunk } from '../lib/lostChunk';
import { AwayPage } from './AwayPage';
import { CopyOpenText } from './CopyOpenText';
import { applicationUrl } from '../lib/api/urls';

interface CrashPageProps {
  readonly error: unknown;
  /** What was open in the editor. */
  readonly text: string;
}

/** What a page becomes when its code fails: never blank, with the text that was open, and with a way on. */
export function CrashPage({ error, text }: CrashPageProps) {
  const { t } = useTranslation();
  const reason = error instanceof LostChunk ? error.reason : 'broken';
  if (reason === 'away') return <AwayPage onRetry={reloadIfServed} text={text} />;
  const isNew = reason === 'new-version';
  return (
    <main>
      <Notice
        icon="warning"
        level={1}
        title={t(isNew ? 'start.faults.newVersionTitle' : 'missing.crashTitle')}
        text={t(isNew ? 'start.faults.newVersionText' : 'missing.crashText')}
      >
        <CopyOpenText text={text} />
        <Button
          onClick={() => {
            window.location.reload();
          }}
        >
          {t(isNew ? 'start.faults.reload' : 'status.reload')}
        </Button>
      </Notice>
    </main>
  );
}

/** A reload without a server would leave nothing but the browser's own page. */
function reloadIfServed(): void {
  fetch(applicationUrl(), { cache: 'no-store' }).then(
    ({ ok }) => {
      if (ok) window.location.reload();
    },
    () => undefined,
  );
}
