import { useEffect, useRef } from 'react';
import type { DocumentSession } from '../../lib/sync/documentSession';
import { CaretLayer } from './carets/caretLayer';
import classes from './carets/carets.module.css';
import type { EditorPlaces } from './carets/editorPlaces';

interface CursorLayerProps {
  readonly session: DocumentSession;
  readonly places: EditorPlaces;
}

/** The others' carets and selections. React only holds their place: they are drawn without it. */
export function CursorLayer({ session, places }: CursorLayerProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (element.current === null) return;
    const layer = new CaretLayer(element.current, session, places);
    layer.start();
    return () => {
      layer.stop();
    };
  }, [session, places]);
  return <div ref={element} className={classes.layer} aria-hidden="true" />;
}
