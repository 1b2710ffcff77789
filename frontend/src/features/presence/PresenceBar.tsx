import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { whenUserTakesOver } from './endsFollowing';
import { FollowBanner } from './FollowBanner';
import { FollowMode } from './followMode';
import { Participants } from './Participants';
import classes from './Participants.module.css';
import type { PresenceHost } from './presenceHost';
import { useActivity } from './useActivity';
import { useAnnouncer } from './useAnnouncer';
import { useNextCollaborator } from './useNextCollaborator';
import { useUsers } from './useUsers';

interface PresenceBarProps {
  readonly session: DocumentSession;
  readonly host: PresenceHost;
}

/** Who else is here, what they do, and a way to go along with one of them. */
export function PresenceBar({ session, host }: PresenceBarProps) {
  const users = useUsers(session);
  const mode = useMemo(
    () =>
      new FollowMode(session, (index) => {
        host.reveal(index);
      }),
    [session, host],
  );
  const following = useSyncExternalStore(mode.subscribe, () => mode.following);
  const [said, say] = useAnnouncer(session, host);
  useActivity(session);
  useNextCollaborator(session, host, say);
  useEffect(() => mode.stop, [mode]);
  useEffect(
    () => (following === undefined ? undefined : whenUserTakesOver(mode.stop)),
    [mode, following],
  );

  return (
    <>
      <Participants
        users={users}
        self={session.view.self}
        following={following}
        onFollow={(userId) => {
          if (userId === following) mode.stop();
          else mode.follow(userId);
        }}
      />
      <FollowBanner user={users.find(({ userId }) => userId === following)} onStop={mode.stop} />
      <div className={classes.name} aria-live="polite">
        {said}
      </div>
    </>
  );
}
