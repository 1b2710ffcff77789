import { useTranslation } from 'react-i18next';
import { Overlay } from '../../../components/ui/Overlay';
import { Icon } from '../../../components/ui/icons';
import { GROUPS } from '../commands/command';
import { COMMANDS } from '../commands/commands';
import { readable } from '../commands/shortcuts';
import classes from './ShortcutSheet.module.css';

/** All keys, made of the list of commands. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const groups = GROUPS.map((group) => ({
    name: t(`commands.groups.${group}`),
    rows: COMMANDS.filter(
      (command) =>
        command.group === group && (command.shortcut !== undefined || command.typed !== undefined),
    ).map(({ labelKey, shortcut, typed }) => ({ label: t(labelKey), shortcut, typed })),
  }));
  const page = {
    name: t('keys.page'),
    rows: [
      { label: t('keys.regions'), shortcut: 'F6', typed: undefined },
      { label: t('keys.nextPerson'), shortcut: 'Mod+Alt+N', typed: undefined },
      { label: t('keys.tools'), shortcut: 'Alt+F10', typed: undefined },
      { label: t('keys.leave'), shortcut: 'Esc', typed: undefined },
      { label: t('keys.help'), shortcut: '?', typed: undefined },
      { label: t('keys.paste'), shortcut: 'Mod+Shift+V', typed: undefined },
    ],
  };
  return (
    <Overlay label={t('keys.title')} onClose={onClose}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('keys.title')}</h2>
        <button
          type="button"
          className={classes.close}
          aria-label={t('common.close')}
          onClick={onClose}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className={classes.groups} tabIndex={0} role="region" aria-label={t('keys.title')}>
        {[...groups, page]
          .filter(({ rows }) => rows.length > 0)
          .map(({ name, rows }) => (
            <section key={name} className={classes.group}>
              <h3 className={classes.name}>{name}</h3>
              <dl className={classes.rows}>
                {rows.map(({ label, shortcut, typed }) => (
                  <div key={label} className={classes.row}>
                    <dt>{label}</dt>
                    <dd>
                      {typed !== undefined && (
                        <span className={classes.typed} title={t('keys.typed')}>
                          {typed}
                        </span>
                      )}
                      {shortcut !== undefined && <kbd>{readable(shortcut)}</kbd>}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </div>
    </Overlay>
  );
}
