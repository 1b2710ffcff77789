import { useEffect, useRef, useState } from 'react';
import { readableOn } from '../../components/ui/readableOn';
import type { DocumentSession } from '../../lib/sync/documentSession';
import type { RemoteCursor } from '../../lib/sync/presenceBoard';
import type { Box } from './boxes';
import classes from './CursorLayer.module.css';
import type { QuillEditor } from './quillEditor';

const FLAG_MS = 3_000;

interface Drawn {
  readonly cursor: RemoteCursor;
  readonly boxes: readonly Box[];
}

interface CursorLayerProps {
  readonly session: DocumentSession;
  readonly editor: QuillEditor;
}

/** The others' carets and selections, laid over the text. Positions are read once a frame. */
export function CursorLayer({ session, editor }: CursorLayerProps) {
  const [drawn, setDrawn] = useState<readonly Drawn[]>([]);

  useEffect(() => {
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      setDrawn(session.cursors().map((cursor) => ({ cursor, boxes: editor.boxes(cursor.range) })));
    };
    const drawSoon = (): void => {
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const stop = session.subscribeCursors(drawSoon);
    window.addEventListener('resize', drawSoon);
    drawSoon();
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('resize', drawSoon);
      stop();
    };
  }, [session, editor]);

  return (
    <div className={classes.layer} aria-hidden="true">
      {drawn.map(({ cursor, boxes }) => (
        <Caret key={cursor.participant.clientId} cursor={cursor} boxes={boxes} />
      ))}
    </div>
  );
}

function Caret({ cursor, boxes }: Drawn) {
  const { color, displayName } = cursor.participant;
  const end = boxes.at(-1);
  const left = end === undefined ? 0 : end.left + end.width;
  const flag = useFlag(`${String(cursor.range.index)}/${String(cursor.range.length)}`);
  if (end === undefined) return null;
  return (
    <>
      {cursor.range.length > 0 &&
        boxes.map((box) => (
          <span
            key={box.top}
            className={classes.selection}
            style={{ ...box, width: Math.max(4, box.width), backgroundColor: color }}
          />
        ))}
      <span
        className={classes.caret}
        style={{ transform: `translate(${String(left)}px, ${String(end.top)}px)` }}
      >
        <i style={{ height: end.height, backgroundColor: color }} />
        <b
          data-shown={flag}
          data-below={end.top < 20}
          style={{ backgroundColor: color, color: readableOn(color) }}
        >
          {displayName}
        </b>
      </span>
    </>
  );
}

/** True for a while after the place changed. */
function useFlag(place: string): boolean {
  const [hiddenAt, setHiddenAt] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setHiddenAt(place);
    }, FLAG_MS);
    return () => {
      clearTimeout(timer.current);
    };
  }, [place]);
  return hiddenAt !== place;
}
