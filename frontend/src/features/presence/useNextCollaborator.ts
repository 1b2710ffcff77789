import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { isNextKey, nextCollaborator, placeOf } from './nextCollaborator';
import type { PresenceHost } from './presenceHost';

/** A key puts the caret where the next of the others is. */
export function useNextCollaborator(
  session: DocumentSession,
  host: PresenceHost,
  say: (text: string) => void,
): void {
  const { t } = useTranslation();
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      if (!isNextKey(event)) return;
      event.preventDefault();
      const next = nextCollaborator(session.cursors(), host.caret ?? -1);
      if (next === undefined) {
        say(t('presence.nobody'));
        return;
      }
      host.goTo(placeOf(next));
      say(t('presence.at', { name: next.participant.displayName }));
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
    };
  }, [session, host, say, t]);
}
