import type { Locale } from '../../chat/texts.ts';
import type { RecordKind } from '../../ledger/ledger.ts';
import type { StagePreset } from '../deal/stages.ts';

/** The company's settings: one record, `team:main`. */
export interface Team {
  currency: string;
  zone: string;
  locale: Locale;
  /** Whether a colleague's customer is answered with its owner's name; off: hidden and absent read alike. */
  discloseOwners: boolean;
  stages: StagePreset;
  /** Days ahead that a birthday is told; 0 is the day itself. */
  birthdayLeadDays: number[];
  /** Working days without a touch after which a deal is stale. */
  staleAfterWorkdays: number;
  /** Calendar days without a contact after which an important customer is told of. */
  importantAfterDays: number;
  /** Whose public holidays are days off. */
  holidays: 'CN' | 'none';
}

export const TEAM_ID = 'main';

export const defaultTeam: Team = {
  currency: 'CNY',
  zone: 'Asia/Shanghai',
  locale: 'zh',
  discloseOwners: true,
  stages: 'contact-first',
  birthdayLeadDays: [3, 0],
  staleAfterWorkdays: 3,
  importantAfterDays: 30,
  holidays: 'CN',
};

export const teamKind: RecordKind<Team> = { kind: 'team', collection: 'teams' };
