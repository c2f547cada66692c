import type { Connection } from 'mongoose';
import type { ChangeSet, Stored } from '../../ledger/change-set.ts';
import { rateKind } from '../rate/rate.ts';
import { createRateStore } from '../rate/rate-store.ts';
import { createRecordStore } from '../record-store.ts';
import { defaultTeam, TEAM_ID, type Team, type TeamRecord, teamKind } from './team.ts';

export interface TeamStore {
  /** The stored settings over the defaults; read at most once a second. */
  settings(): Promise<Team>;
  record(): Promise<Stored<TeamRecord> | null>;
  /** A change of them here is read at once. */
  note(set: ChangeSet): void;
}

export function createTeamStore(connection: Connection): TeamStore {
  const store = createRecordStore<TeamRecord>(connection, teamKind);
  const rates = createRateStore(connection);
  let held: { until: number; team: Team } | undefined;
  return {
    record: () => store.get(TEAM_ID),
    async settings() {
      if (held !== undefined && held.until > performance.now()) return held.team;
      const record = { ...defaultTeam, ...(await store.get(TEAM_ID)) };
      const known = await rates.into(record.currency);
      const team = { ...record, rates: new Map(known.map((rate) => [rate.currency, rate])) };
      held = { until: performance.now() + 1000, team };
      return team;
    },
    note({ changes }) {
      if (changes.some(({ kind }) => kind === teamKind.kind || kind === rateKind.kind)) held = undefined;
    },
  };
}
