import { useState, useSyncExternalStore } from 'react';
import { HistoryView, type HistoryViewState } from './historyView';

export function useHistoryView(): HistoryView {
  const [view] = useState(() => new HistoryView());
  return view;
}

export function useHistoryState(view: HistoryView): HistoryViewState {
  return useSyncExternalStore(view.subscribe, () => view.state);
}
