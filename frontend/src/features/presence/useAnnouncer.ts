import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { systemClock } from '../../lib/sync/clock';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { usersOf } from '../../lib/sync/people';
import { Announcer, type AnnouncerTexts } from './announcer';
import type { PresenceHost } from './presenceHost';

/** What a screen reader is to say of the others, and a way to make it say something at once. */
export function useAnnouncer(
  session: DocumentSession,
  host: PresenceHost,
): readonly [said: string, say: (text: string) => void] {
  const { t, i18n } = useTranslation();
  const [said, say] = useState('');

  useEffect(() => {
    const text =
      (key: 'joined' | 'left' | 'edited') =>
      (names: readonly string[]): string => {
        const list = new Intl.ListFormat(i18n.language).format(names);
        return t(`presence.${key}`, { count: names.length, names: list });
      };
    const texts: AnnouncerTexts = {
      joined: text('joined'),
      left: text('left'),
      edited: text('edited'),
    };
    const created = new Announcer(systemClock, () => texts, say);
    const here = (): void => {
      created.here(usersOf(session.people));
    };
    here();
    const stopPeople = session.subscribePeople(here);
    const stopEdits = session.subscribeEdits(({ participant, start, end }) => {
      if (created.knowsEditOf(participant.userId)) return;
      const line = host.line();
      if (line !== undefined && start < line.end && end >= line.start) created.edited(participant);
    });
    return () => {
      stopPeople();
      stopEdits();
      created.stop();
    };
  }, [session, host, t, i18n.language]);

  return [said, say];
}
