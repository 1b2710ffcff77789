import { useTranslation } from 'react-i18next';
import { exactTime } from '../../lib/i18n/exactTime';
import { relativeTime } from '../../lib/i18n/relativeTime';
import { useNow } from './useNow';

/** How long ago something was; the exact time on hover. */
export function When({ at, text }: { at: string; text?: (when: string) => string }) {
  const { i18n } = useTranslation();
  const when = relativeTime(at, i18n.language, Math.max(useNow(), Date.parse(at)));
  return (
    <time dateTime={at} title={exactTime(at, i18n.language)}>
      {text === undefined ? when : text(when)}
    </time>
  );
}
