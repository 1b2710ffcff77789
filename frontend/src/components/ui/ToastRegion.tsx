import { useCallback, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ToastRegion.module.css';
import { Icon } from './icons';
import { ToastContext, type Toast } from './toastContext';

const SHOWN_MS = 8_000;

/** Shows one message at a time, long enough to be read and acted upon; it waits while it has the focus. */
export function ToastRegion({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [toast, setToast] = useState<Toast>();
  const [held, setHeld] = useState(false);
  const show = useCallback((next: Toast) => {
    setHeld(false);
    setToast(next);
  }, []);

  useEffect(() => {
    if (toast === undefined || held) return;
    const timer = setTimeout(() => {
      setToast(undefined);
    }, SHOWN_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [toast, held]);

  const close = (): void => {
    setToast(undefined);
  };
  const hold = (): void => {
    setHeld(true);
  };
  const release = (): void => {
    setHeld(false);
  };
  return (
    <ToastContext value={show}>
      {children}
      <div className={classes.region} role={toast?.tone === 'danger' ? 'alert' : 'status'}>
        {toast !== undefined && (
          <div
            className={classes.toast}
            data-tone={toast.tone}
            onMouseEnter={hold}
            onMouseLeave={release}
            onFocus={hold}
            onBlur={release}
          >
            <span>{toast.text}</span>
            {toast.action !== undefined && (
              <button
                type="button"
                className={classes.action}
                onClick={() => {
                  toast.action?.run();
                  close();
                }}
              >
                {toast.action.label}
              </button>
            )}
            <button
              type="button"
              className={classes.close}
              aria-label={t('common.close')}
              onClick={close}
            >
              <Icon name="close" size={14} />
            </button>
          </div>
        )}
      </div>
    </ToastContext>
  );
}
