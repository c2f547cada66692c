import type { Viewer } from '../../access/viewer.ts';
import type { Draft } from '../../ledger/ledger.ts';
import type { Stores } from '../stores.ts';
import type { Team } from '../team/team.ts';

/** Who tells, and what the decision may look at. */
export interface Teller {
  draft: Draft;
  viewer: Viewer;
  person: { id: string; zone: string };
  stores: Stores;
  team: Team;
  now: Date;
}
