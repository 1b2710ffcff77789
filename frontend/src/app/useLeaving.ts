import { useState, type MouseEvent } from 'react';
import { useNavigate } from 'react-router';
import type { DocumentSession } from '../lib/sync/documentSession';

const PATIENCE_MS = 2_000;

/** Leaves a document: at once where all is saved, else after a short wait for it, else after a question. */
export function useLeaving(session: DocumentSession | undefined, back: string) {
  const navigate = useNavigate();
  const [state, setState] = useState<'staying' | 'waiting' | 'asking'>('staying');
  const leave = (): void => void navigate(back);

  const clicked = (event: MouseEvent): void => {
    if (session?.hasUnsavedEdits !== true) return;
    event.preventDefault();
    if (state !== 'staying') return;
    setState('waiting');
    void session.saved(PATIENCE_MS).then((saved) => {
      if (saved) leave();
      else setState('asking');
    });
  };

  return {
    clicked,
    leave,
    stay: () => {
      setState('staying');
    },
    isWaiting: state === 'waiting',
    isAsking: state === 'asking',
  };
}
