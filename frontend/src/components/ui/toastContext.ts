import { createContext, useContext } from 'react';

export interface Toast {
  readonly text: string;
  readonly tone?: 'danger';
  readonly action?: { readonly label: string; readonly run: () => void };
}

export const ToastContext = createContext<((toast: Toast) => void) | undefined>(undefined);

/** Says something in passing, at the page's lower edge. */
export function useToast(): (toast: Toast) => void {
  const show = useContext(ToastContext);
  if (show === undefined) throw new Error('useToast needs a ToastRegion around it');
  return show;
}
