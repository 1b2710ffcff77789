import { HistoryForViewers } from '../features/rooms/HistoryForViewers';
import { ShareDialog } from '../features/sharing/ShareDialog';
import type { Room } from '../lib/api/types';

interface MembersDialogProps {
  readonly room: Room;
  readonly onClose: () => void;
}

/** Who is in a room, and what its viewers may see. */
export function MembersDialog({ room, onClose }: MembersDialogProps) {
  const owns = room.role === 'owner';
  return (
    <ShareDialog
      place={{ kind: 'room', id: room.id }}
      name={room.name}
      manages={owns}
      onClose={onClose}
    >
      {owns && <HistoryForViewers room={room} />}
    </ShareDialog>
  );
}
