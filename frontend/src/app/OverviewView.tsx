import { useTranslation } from 'react-i18next';
import { Notice } from '../components/ui/Notice';
import { DocumentList } from '../features/documents/DocumentList';
import type { Room } from '../lib/api/types';
import { mayWrite } from '../lib/sync/messages';
import { NewDocumentButton } from './NewDocumentButton';
import classes from './RoomView.module.css';

export type OverviewKind = 'recent' | 'favourites' | 'shared' | 'trash';

interface OverviewViewProps {
  readonly kind: OverviewKind;
  readonly rooms: readonly Room[];
}

const ICONS = { recent: 'clock', favourites: 'star', shared: 'people', trash: 'trash' } as const;

/** Documents of all rooms. */
export function OverviewView({ kind, rooms }: OverviewViewProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.view}>
      <header className={classes.header}>
        <h1 className={classes.title}>{t(`start.views.${kind}`)}</h1>
        {kind === 'recent' && (
          <NewDocumentButton rooms={rooms.filter(({ role }) => mayWrite(role))} />
        )}
      </header>
      <DocumentList
        choice={{ kind }}
        rooms={rooms}
        empty={
          <Notice
            icon={ICONS[kind]}
            title={t(`start.empty.${kind}Title`)}
            text={t(`start.empty.${kind}Text`)}
          />
        }
      />
    </div>
  );
}
