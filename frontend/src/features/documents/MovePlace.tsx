import { Suspense } from 'react';
import { lazyPart } from '../../components/ui/lazyPart';
import type { Document, Room } from '../../lib/api/types';

const MoveDialog = lazyPart(async () => (await import('./MoveDialog')).MoveDialog);

interface MovePlaceProps {
  readonly document: Document | undefined;
  readonly rooms: readonly Room[];
  readonly onMove: (document: Document, room: Room) => void;
  readonly onClose: () => void;
}

/** Where the dialog for moving opens; its code comes with the first use. */
export function MovePlace({ document, ...props }: MovePlaceProps) {
  if (document === undefined) return null;
  return (
    <Suspense fallback={null}>
      <MoveDialog document={document} {...props} />
    </Suspense>
  );
}
