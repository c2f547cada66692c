import type { RecordKind } from '../../ledger/ledger.ts';

/** What a room can subscribe to. */
export const ALERTS = ['stale-deals', 'important-accounts', 'wins'] as const;
export type Alert = (typeof ALERTS)[number];

/** A group conversation. Its audience is its present members; `outsiders` (unknown or unlinked people): nothing private. */
export interface Room {
  adapter: string;
  /** The platform's conversation id. */
  room: string;
  name: string;
  members: string[];
  outsiders: boolean;
  alerts: Alert[];
}

export const roomKind: RecordKind<Room> = { kind: 'room', collection: 'rooms' };
