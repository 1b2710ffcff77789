import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../components/ui/icons';
import type { Status } from '../../lib/sync/status';
import classes from './StatusText.module.css';

const ICONS: Readonly<Record<Status['kind'], IconName>> = {
  opening: 'cloud',
  saved: 'check',
  editing: 'cloud',
  saving: 'cloud',
  slow: 'cloud',
  reconnecting: 'warning',
  offline: 'warning',
  ended: 'warning',
};

/** The one place that says whether the text is safe. */
export function StatusText({ status }: { status: Status }) {
  const { t, i18n } = useTranslation();
  return (
    <span
      className={classes.status}
      role="status"
      data-kind={status.kind}
      title={status.kind === 'saved' && status.at !== undefined ? savedAt(status.at) : undefined}
    >
      <Icon name={ICONS[status.kind]} size={16} />
      <span className={classes.text}>{text()}</span>
    </span>
  );

  function text(): string {
    if ((status.kind === 'reconnecting' || status.kind === 'offline') && status.kept.edits > 0) {
      const where = status.kept.where === 'device' ? 'Device' : 'Page';
      return t(`status.${status.kind}${where}`, { count: status.kept.edits });
    }
    return t(`status.${status.kind}`);
  }

  function savedAt(at: number): string {
    const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'medium' }).format(at);
    return t('status.savedAt', { time });
  }
}
