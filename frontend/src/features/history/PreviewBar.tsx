import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorText } from '../../components/ui/ErrorText';
import { Icon } from '../../components/ui/icons';
import classes from './StageBar.module.css';

export interface PreviewBarProps {
  readonly title: string;
  readonly differences: number;
  readonly marks: boolean;
  readonly selected: boolean;
  readonly editable: boolean;
  readonly owner: boolean;
  readonly onMarks: (marks: boolean) => void;
  /** Shows the next or the previous difference, and gives its number. */
  readonly onGoTo: (by: 1 | -1) => number;
  readonly onRestore: (onlySelection: boolean) => Promise<void>;
  readonly onRedact: () => void;
  readonly onClose: () => void;
}

/** What can be done with the revision that is shown. */
export function PreviewBar(props: PreviewBarProps) {
  const { t } = useTranslation();
  const { title, differences, marks, selected, editable, owner } = props;
  const [current, setCurrent] = useState(0);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<unknown>();
  const go = (by: 1 | -1) => () => {
    setCurrent(props.onGoTo(by));
  };
  const restore = (onlySelection: boolean) => () => {
    setBusy(true);
    setFailed(undefined);
    props
      .onRestore(onlySelection)
      .catch(setFailed)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('past.preview')}>
      <h2 className={classes.title}>{title}</h2>
      <span className={classes.group}>
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={marks}
            onChange={(event) => {
              props.onMarks(event.currentTarget.checked);
              setCurrent(0);
            }}
          />
          {t('past.showChanges')}
        </label>
        {marks && (
          <>
            <button
              type="button"
              className={classes.icon}
              disabled={differences === 0}
              aria-label={t('past.previousDifference')}
              onClick={go(-1)}
            >
              ↑
            </button>
            <button
              type="button"
              className={classes.icon}
              disabled={differences === 0}
              aria-label={t('past.nextDifference')}
              onClick={go(1)}
            >
              ↓
            </button>
            <span className={classes.count} role="status">
              {t('past.differences', { count: differences, current })}
            </span>
          </>
        )}
      </span>
      <span className={classes.group}>
        {owner && (
          <button
            type="button"
            className={classes.button}
            disabled={!selected}
            onClick={props.onRedact}
          >
            {t('past.redact')}
          </button>
        )}
        {editable && (
          <>
            <button
              type="button"
              className={classes.button}
              disabled={busy || !selected}
              onClick={restore(true)}
            >
              {t('past.restoreSelection')}
            </button>
            <button type="button" className={classes.main} disabled={busy} onClick={restore(false)}>
              {t('past.restore')}
            </button>
          </>
        )}
        <button
          type="button"
          className={classes.icon}
          aria-label={t('past.backToDocument')}
          onClick={props.onClose}
        >
          <Icon name="close" />
        </button>
      </span>
      {failed !== undefined && <ErrorText error={failed} />}
    </div>
  );
}
