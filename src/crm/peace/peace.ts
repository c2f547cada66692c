import type { Day } from '../../calendar/days.ts';
import type { RecordKind } from '../../ledger/ledger.ts';

/** What of the unasked can be turned off. A step that one has planned is always told of. */
export const TOPICS = [
  'birthday',
  'stale-deal',
  'important-account',
  'team-digest',
  'step-question',
  'open-questions',
] as const;
export type Topic = (typeof TOPICS)[number];

/** Days off of one's own, first and last. */
export interface Away {
  from: Day;
  until: Day;
}

/**
 * What is asked of everything that the bot says unasked: by a person for themselves, by a manager for one of their groups
 * or for everybody under them, by an admin for the company. Null, or a topic left out: as it is one above.
 */
export interface Peace {
  /** The minute after midnight at which the day's pushes begin. */
  from: number | null;
  /** Each thing is named once, and nothing is asked after. */
  fewer: boolean | null;
  /** Nothing at all on days off, not even a step whose own time was told. */
  daysOff: boolean | null;
  /** True: not told of; false: told of, whatever holds above. */
  muted: Partial<Record<Topic, boolean>>;
  /** A person's own alone. */
  away: Away | null;
  /** A change of a deal of at least so much (minor units) is told at once to who asked for it. */
  watch: { amount: number; currency: string } | null;
}

export const peaceKind: RecordKind<Peace> = {
  kind: 'peace',
  collection: 'peace',
  validate({ from, away }) {
    if (from !== null && !(from >= EARLIEST && from <= LATEST)) throw new Error('pushes begin in the course of a day');
    if (away !== null && away.until < away.from) throw new Error('an absence ends after it began');
  },
};

/** Between these minutes after midnight a day's pushes may begin. */
export const EARLIEST = 6 * 60;
export const LATEST = 18 * 60;
export const NINE = 9 * 60;

export const UNSAID: Peace = { from: null, fewer: null, daysOff: null, muted: {}, away: null, watch: null };

/** Whose wish it is: the record's id. */
export const ownPeace = (person: string): string => `person:${person}`;
export const peaceOfGroup = (group: string): string => `group:${group}`;
export const peaceUnder = (manager: string): string => `under:${manager}`;
export const COMPANY_PEACE = 'company';

/** What holds for one person. */
export interface Quiet {
  from: number;
  fewer: boolean;
  daysOff: boolean;
  muted: ReadonlySet<Topic>;
  away: Away | null;
  watch: Peace['watch'];
}

/** What holds by wishes, the nearest (one's own) first; where nobody has said anything, pushes begin at nine. */
export function quietBy(wishes: readonly Peace[]): Quiet {
  const [own = UNSAID] = wishes;
  const nearest = <K extends 'from' | 'fewer' | 'daysOff'>(field: K) =>
    wishes.find((wish) => wish[field] !== null)?.[field] ?? null;
  const muted = TOPICS.filter((topic) => wishes.find((wish) => wish.muted[topic] !== undefined)?.muted[topic]);
  return {
    from: nearest('from') ?? NINE,
    fewer: nearest('fewer') ?? false,
    daysOff: nearest('daysOff') ?? false,
    muted: new Set(muted),
    away: own.away,
    watch: own.watch,
  };
}

/** As it is where nobody has asked for anything. */
export const USUAL: Quiet = quietBy([]);

export const isMuted = ({ muted }: Quiet, rule: string): boolean => (muted as ReadonlySet<string>).has(rule);
