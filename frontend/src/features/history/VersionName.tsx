import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/ui/icons';
import type { Version } from '../../lib/api/historyApi';
import classes from './HistoryPanel.module.css';
import { useHistoryChange } from './useHistory';

interface VersionNameProps {
  readonly documentId: string;
  readonly version: Version;
  readonly editable: boolean;
}

/** The name of a revision, its star, and what editors can do with them. */
export function VersionName({ documentId, version, editable }: VersionNameProps) {
  const { t } = useTranslation();
  const [name, setName] = useState<string>();
  const change = useHistoryChange(documentId, (api, value: { name?: string; starred?: boolean }) =>
    api.changeVersion(version.id, value),
  );
  const remove = useHistoryChange(documentId, (api) => api.deleteVersion(version.id));
  if (name !== undefined) {
    return (
      <form
        className={classes.naming}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') change.mutate({ name });
          setName(undefined);
        }}
      >
        <input
          className={classes.field}
          aria-label={t('past.versionName')}
          value={name}
          maxLength={200}
          autoFocus
          onChange={(event) => {
            setName(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setName(undefined);
          }}
        />
        <button type="submit" className={classes.small}>
          {t('past.save')}
        </button>
      </form>
    );
  }
  return (
    <div className={classes.version}>
      <button
        type="button"
        className={classes.star}
        aria-pressed={version.starred}
        aria-label={t('past.star', { name: version.name })}
        disabled={!editable}
        onClick={() => {
          change.mutate({ starred: !version.starred });
        }}
      >
        <Icon name="star" size={16} />
      </button>
      <span className={classes.name}>{version.name}</span>
      {editable && (
        <>
          <button
            type="button"
            className={classes.star}
            aria-label={t('past.rename', { name: version.name })}
            onClick={() => {
              setName(version.name);
            }}
          >
            <Icon name="pencil" size={15} />
          </button>
          <button
            type="button"
            className={classes.star}
            aria-label={t('past.unname', { name: version.name })}
            onClick={() => {
              remove.mutate(undefined);
            }}
          >
            <Icon name="close" size={15} />
          </button>
        </>
      )}
    </div>
  );
}
