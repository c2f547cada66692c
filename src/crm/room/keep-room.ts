import { createHash } from 'node:crypto';
import type { Ledger } from '../../ledger/ledger.ts';
import type { PersonStore } from '../person/person-store.ts';
import { type Room, roomKind } from './room.ts';
import type { RoomStore } from './room-store.ts';

/** A group as its platform describes it. */
export interface PlatformRoom {
  adapter: string;
  room: string;
  name: string;
  /** The platform's users in it. */
  users: readonly string[];
  /** People who are not listed hear it too. */
  open: boolean;
}

/**
 * Keeps a group's record in step with its platform: its members are the people behind its users, and one user of nobody
 * makes it a room with outsiders. Writes only what has changed; what the room subscribed to stays.
 */
export async function keepRoom(
  { ledger, stores }: { ledger: Pick<Ledger, 'record'>; stores: { people: PersonStore; rooms: RoomStore } },
  { adapter, room, name, users, open }: PlatformRoom,
): Promise<void> {
  const people = await stores.people.active();
  const personOf = (user: string) =>
    people.find(({ identities }) => identities.some((known) => known.adapter === adapter && known.user === user))?._id;
  const known = users.map(personOf);
  const members = [...new Set(known.filter((person) => person !== undefined))].sort();
  const outsiders = open || known.includes(undefined);
  const kept = await stores.rooms.byRoom(room);
  const wanted = { name, members, outsiders };
  if (kept !== null && isSame(kept, wanted)) return;
  const hash = createHash('sha256').update(JSON.stringify(wanted)).digest('base64url').slice(0, 16);
  const id = `room:${adapter}:${room}:${kept?.v ?? 0}:${hash}`;
  await ledger.record({ id, kind: 'admin', by: 'system' }, async (draft) => {
    const record = await draft.read(roomKind, kept?._id ?? room);
    if (record === null) draft.create(roomKind, room, { adapter, room, ...wanted, alerts: [] });
    else draft.change(roomKind, record, wanted);
  });
}

const isSame = (kept: Room, wanted: Pick<Room, 'name' | 'members' | 'outsiders'>): boolean =>
  kept.name === wanted.name &&
  kept.outsiders === wanted.outsiders &&
  kept.members.length === wanted.members.length &&
  wanted.members.every((member) => kept.members.includes(member));
