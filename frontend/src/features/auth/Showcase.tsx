import { useTranslation } from 'react-i18next';
import { Brand } from '../../components/ui/Brand';
import { Icon } from '../../components/ui/icons';
import classes from './Showcase.module.css';

/** What the product is, next to the form, on screens that are wide enough. */
export function Showcase() {
  const { t } = useTranslation();
  return (
    <aside className={classes.showcase}>
      <Brand />
      <div>
        <p className={classes.tagline}>{t('app.tagline')}</p>
        <div className={classes.sheet} aria-hidden="true">
          <span className={classes.saved}>
            <Icon name="check" size={14} /> {t('status.saved')}
          </span>
          <b>{t('auth.sampleTitle')}</b>
          <p>
            {t('auth.sampleText')}
            <span className={classes.typed}>{t('auth.sampleTyped')}</span>
            <i data-name="Ana" />
          </p>
        </div>
      </div>
      <ul className={classes.facts}>
        {[t('auth.factTogether'), t('auth.factSaved'), t('auth.factOnce')].map((fact) => (
          <li key={fact}>
            <Icon name="check" size={18} />
            {fact}
          </li>
        ))}
      </ul>
    </aside>
  );
}
