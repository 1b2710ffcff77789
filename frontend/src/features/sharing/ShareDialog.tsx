import '../../lib/i18n/sharing';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../components/ui/CopyButton';
import { Dialog } from '../../components/ui/Dialog';
import { isProblem } from '../../lib/api/httpClient';
import type { Place } from '../../lib/api/sharingApi';
import { pageUrl } from '../../lib/api/urls';
import { AccessList } from './AccessList';
import { AddAccess } from './AddAccess';
import { HandOver } from './HandOver';
import { InvitationList } from './InvitationList';
import { LinkAccess } from './LinkAccess';
import classes from './Sharing.module.css';
import { useAccess } from './useSharing';

interface ShareDialogProps {
  readonly place: Place;
  /** The document's title, or the room's name. */
  readonly name: string;
  /** Whether the user may change who has access. */
  readonly manages: boolean;
  readonly onClose: () => void;
  /** What else belongs to the place. */
  readonly children?: ReactNode;
}

/** Who has access to a room or a document, and how others get it. */
export function ShareDialog({ place, name, manages, onClose, children }: ShareDialogProps) {
  const { t } = useTranslation();
  const isDocument = place.kind === 'document';
  return (
    <Dialog
      opened
      onClose={onClose}
      title={isDocument ? t('sharing.title', { title: name }) : t('members.title', { room: name })}
      size="lg"
    >
      {manages && <AddAccess place={place} />}
      <Who place={place} manages={manages} />
      {manages && <InvitationList place={place} />}
      {manages && isDocument && <LinkAccess place={place} />}
      {children}
      <div className={classes.foot}>
        {manages && <HandOver place={place} onDone={onClose} />}
        {isDocument && (
          <CopyButton text={() => pageUrl(`documents/${place.id}`)} label={t('sharing.copyPage')} />
        )}
      </div>
    </Dialog>
  );
}

/** Whoever came by the link sees nobody else. */
function Who({ place, manages }: Pick<ShareDialogProps, 'place' | 'manages'>) {
  const { t } = useTranslation();
  const { error } = useAccess(place);
  if (isProblem(error, 403)) return <p>{t('sharing.leaveText')}</p>;
  return (
    <section>
      <h3 className={classes.heading}>{t('sharing.people')}</h3>
      <AccessList place={place} manages={manages} />
    </section>
  );
}
