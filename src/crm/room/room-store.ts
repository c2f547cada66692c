import type { Connection } from 'mongoose';
import { createRecordStore } from '../record-store.ts';
import { type Alert, type Room, roomKind } from './room.ts';

export type RoomStore = ReturnType<typeof createRoomStore>;

/** Group conversations. Their id is the platform's conversation id. */
export function createRoomStore(connection: Connection) {
  const store = createRecordStore<Room>(connection, roomKind, [[{ room: 1 }], [{ members: 1 }], [{ alerts: 1 }]]);
  return {
    byRoom: async (room: string) => (await store.all({ room }, { limit: 1 }))[0] ?? null,
    on: (adapter: string) => store.all({ adapter }),
    of: (person: string) => store.all({ members: person }, { sort: { name: 1 } }),
    subscribed: (alert: Alert) => store.all({ alerts: alert }),
  };
}
