import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { useMe } from '../../lib/api/apiContext';
import type { Access, Place } from '../../lib/api/sharingApi';
import { Failure } from './Failure';
import classes from './Sharing.module.css';
import { useAccess, useSharingChange } from './useSharing';

interface HandOverProps {
  readonly place: Place;
  readonly onDone: () => void;
}

/** Makes somebody else the owner; only where the user was made one here, and there is somebody else. */
export function HandOver({ place, onDone }: HandOverProps) {
  const { t } = useTranslation();
  const me = useMe();
  const { data = [] } = useAccess(place);
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const hand = useSharingChange(place, (api, userId: string) =>
    api.handOver(place, userId).then(onDone),
  );
  const mine = data.find(({ userId }) => userId === me.id);
  const others = data.filter((each): each is Access & { userId: string } => {
    return each.userId !== undefined && each.userId !== me.id && !each.guest;
  });
  const next = others.find(({ userId }) => userId === chosen) ?? others[0];
  if (mine?.ownRole !== 'owner' || next === undefined) return null;
  if (!open) {
    return (
      <Button
        look="quiet"
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('sharing.handOver.action')}
      </Button>
    );
  }
  return (
    <section>
      <h3 className={classes.heading}>{t('sharing.handOver.title')}</h3>
      <p className={classes.source}>{t('sharing.handOver.text')}</p>
      <div className={classes.password}>
        <NativeSelect
          className={classes.find}
          label={t('sharing.handOver.label')}
          data={others.map(({ userId, name }) => ({ value: userId, label: name }))}
          value={next.userId}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
          }}
        />
        <Button
          size="small"
          busy={hand.isPending}
          onClick={() => {
            hand.mutate(next.userId);
          }}
        >
          {t('sharing.handOver.sure', { name: next.name })}
        </Button>
      </div>
      <Failure error={hand.error} />
    </section>
  );
}
