import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/ui/Button';
import { CopyButton } from '../../components/ui/CopyButton';
import { Icon } from '../../components/ui/icons';
import { textPieces } from '../../lib/ot/textPieces';
import type { KeptEdit } from '../../lib/store/storedQueue';
import classes from './KeptPanel.module.css';

interface KeptPanelProps {
  readonly edit: KeptEdit;
  /** Puts the text back into the document; absent where the user may not write. */
  readonly onKeepBoth?: (() => void) | undefined;
  readonly onDiscard: () => void;
}

/** An edit that could not be saved, beside what the document has in its place. */
export function KeptPanel({ edit, onKeepBoth, onDiscard }: KeptPanelProps) {
  const { t } = useTranslation();
  const [sure, setSure] = useState(false);
  const heading = useId();
  const pieces = useMemo(() => textPieces(edit.mine, edit.theirs), [edit]);
  const hasText = edit.text.trim() !== '';
  return (
    <section className={classes.panel} aria-labelledby={heading} role="region">
      <h2 className={classes.title} id={heading}>
        <Icon name="warning" size={18} />
        {t(edit.code === 'restored' ? 'kept.restoredTitle' : 'kept.title')}
      </h2>
      <p className={classes.why}>
        {why()} {!hasText && t('kept.noText')}
      </p>
      <div className={classes.columns}>
        <div className={classes.side}>
          <h3>{t('kept.now')}</h3>
          <p className={classes.text} tabIndex={0}>
            {pieces.map(({ kind, text }, index) =>
              kind === 'same' ? text : kind === 'theirs' && <del key={index}>{text}</del>,
            )}
          </p>
        </div>
        <div className={classes.side}>
          <h3>{t('kept.mine')}</h3>
          <p className={classes.text} tabIndex={0}>
            {pieces.map(({ kind, text }, index) =>
              kind === 'same' ? text : kind === 'mine' && <ins key={index}>{text}</ins>,
            )}
          </p>
        </div>
      </div>
      <div className={classes.actions}>
        {hasText && onKeepBoth !== undefined && (
          <Button size="small" onClick={onKeepBoth}>
            {t('kept.both')}
          </Button>
        )}
        <CopyButton text={() => (hasText ? edit.text : edit.mine)} label={t('kept.copy')} />
        <Button
          size="small"
          look="quiet"
          onClick={() => {
            if (sure) onDiscard();
            else setSure(true);
          }}
        >
          {t(sure ? 'kept.discardSure' : 'kept.discard')}
        </Button>
      </div>
    </section>
  );

  function why(): string {
    switch (edit.code) {
      case 'forbidden':
        return t('kept.forbidden');
      case 'too-large':
        return t('kept.tooLarge');
      case 'restored':
        return t('kept.restored');
      case 'too-old-to-merge':
        return t('kept.tooOld');
      default:
        return t('kept.refused', { code: edit.code });
    }
  }
}
