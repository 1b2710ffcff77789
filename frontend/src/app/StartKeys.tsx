import { Kbd } from '@mantine/core';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../components/ui/Dialog';
import classes from './StartKeys.module.css';

/** The keys of the start page. */
export function StartKeys({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const rows = [
    { keys: ['/', 'Ctrl+K'], text: t('start.keys.search') },
    { keys: ['↑', '↓'], text: t('start.keys.move') },
    { keys: ['Home', 'End'], text: t('start.keys.ends') },
    { keys: ['Enter'], text: t('start.keys.enter') },
    { keys: ['F2'], text: t('start.keys.rename') },
    { keys: ['S'], text: t('start.keys.star') },
    { keys: ['Del'], text: t('start.keys.trash') },
    { keys: ['Shift+F10'], text: t('start.keys.menu') },
    { keys: ['?'], text: t('start.keys.sheet') },
  ];
  return (
    <Dialog opened onClose={onClose} title={t('start.keys.title')}>
      <dl className={classes.keys}>
        {rows.map(({ keys, text }) => (
          <Fragment key={text}>
            <dt>
              {keys.map((key, index) => (
                <Fragment key={key}>
                  {index > 0 && ` ${t('start.keys.or')} `}
                  <Kbd>{key}</Kbd>
                </Fragment>
              ))}
            </dt>
            <dd>{text}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
