import type { Connection } from 'mongoose';
import type { Stored } from '../../ledger/change-set.ts';
import { createRecordStore } from '../record-store.ts';
import { defaultTeam, TEAM_ID, type Team, teamKind } from './team.ts';

export interface TeamStore {
  /** The stored settings over the defaults; read at most once a second. */
  settings(): Promise<Team>;
  record(): Promise<Stored<Team> | null>;
}

export function createTeamStore(connection: Connection): TeamStore {
  const store = createRecordStore<Team>(connection, teamKind, {
    currency: String,
    zone: String,
    locale: String,
    discloseOwners: Boolean,
    stages: String,
    birthdayLeadDays: [Number],
    staleAfterWorkdays: Number,
    importantAfterDays: Number,
    holidays: String,
  });
  let held: { until: number; team: Team } | undefined;
  return {
    record: () => store.get(TEAM_ID),
    async settings() {
      if (held !== undefined && held.until > performance.now()) return held.team;
      const team = { ...defaultTeam, ...(await store.get(TEAM_ID)) };
      held = { until: performance.now() + 1000, team };
      return team;
    },
  };
}
