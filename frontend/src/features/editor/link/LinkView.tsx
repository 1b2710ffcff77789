import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { safeLink } from '../formats/safeLink';
import classes from './LinkCard.module.css';

interface LinkViewProps {
  readonly address: string;
  readonly editable: boolean;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

export function LinkView({ address, editable, onEdit, onRemove }: LinkViewProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const safe = safeLink(address);
  return (
    <div
      className={classes.view}
      onMouseDown={(event) => {
        // The caret stays in the text.
        event.preventDefault();
      }}
    >
      <a
        className={classes.address}
        href={safe}
        target="_blank"
        rel="noopener noreferrer"
        title={t('link.open')}
        aria-label={`${t('link.open')}: ${address}`}
      >
        {address.replace(/^https?:\/\/(www\.)?/, '')}
      </a>
      <button
        type="button"
        className={classes.action}
        onClick={() => {
          void navigator.clipboard.writeText(address).then(() => {
            setCopied(true);
          });
        }}
      >
        {copied ? t('link.copied') : t('link.copy')}
      </button>
      {editable && (
        <>
          <button type="button" className={classes.action} onClick={onEdit}>
            {t('link.edit')}
          </button>
          <button type="button" className={classes.action} onClick={onRemove}>
            {t('link.remove')}
          </button>
        </>
      )}
    </div>
  );
}
