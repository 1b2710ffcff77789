import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icons';
import type { PresentUser } from '../../lib/sync/people';
import { FOLLOW_CONTROL } from './endsFollowing';
import classes from './FollowBanner.module.css';

interface FollowBannerProps {
  readonly user: PresentUser | undefined;
  readonly onStop: () => void;
}

/** Says whom the window follows. It is there before it says anything, so that it is read out. */
export function FollowBanner({ user, onStop }: FollowBannerProps) {
  const { t } = useTranslation();
  return (
    <div aria-live="polite">
      {user !== undefined && (
        <>
          <div className={classes.frame} style={{ borderColor: user.color }} />
          <p className={classes.banner} {...{ [FOLLOW_CONTROL]: '' }}>
            <span className={classes.dot} style={{ backgroundColor: user.color }} />
            {t('presence.following', { name: user.displayName })}
            <button type="button" className={classes.stop} onClick={onStop}>
              <Icon name="close" size={16} />
              {t('presence.stop')}
            </button>
          </p>
        </>
      )}
    </div>
  );
}
