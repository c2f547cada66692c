import type { Locale } from '../../chat/texts.ts';
import type { RecordKind } from '../../ledger/ledger.ts';
import type { StagePreset } from '../deal/stages.ts';
import type { Rate } from '../rate/rate.ts';

/** The company's settings that stand in one record, `team:main`. */
export interface TeamRecord {
  /** ISO 4217: the company's own. */
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

/** All of the company's settings. */
export interface Team extends TeamRecord {
  /** What other currencies are worth in its own, by currency. */
  rates: ReadonlyMap<string, Rate>;
}

export const TEAM_ID = 'main';

export const defaultTeam: TeamRecord = {
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

export const teamKind: RecordKind<TeamRecord> = { kind: 'team', collection: 'teams' };
