import { dayText, mondayOf, parseDay } from '../../calendar/days.ts';
import type { Day } from '../local-time.ts';
import type { Named, Rule, Verdict } from '../rule.ts';

export interface DigestItem {
  rule: 'stale-deal' | 'important-account';
  subject: string;
  account: string;
  owner: string;
  /** The last touch or contact; where none is known (`never`), when it came to be known. */
  last: Day;
  never?: boolean;
  /** Since when it stands in the list. */
  since: Day;
  /** Amount × risk: units of the company's currency, times the working days of silence. */
  weight?: number;
  /** Its amount weighs nothing as long as no rate is set for this currency. */
  noRate?: string;
}

/** What happened with a team's deals: since the last working day, on a week's first one since a week ago. */
export interface TeamNews {
  weekly: boolean;
  won: { account: string; owner: string }[];
  lost: number;
  /** Deals that changed their stage and are open. */
  moved: number;
  /** Open deals without a step ahead. */
  gaps: number;
}

export interface TeamDigestFacts {
  manager: string;
  today: Day;
  items: DigestItem[];
  named: Named | null;
  news?: TeamNews | null;
}

const SILENT: Verdict = { occurrence: null, next: null };

/** A manager hears of the team when something was closed, has moved or come into the list since the last digest, else once a week. */
export const teamDigest: Rule<TeamDigestFacts> = {
  name: 'team-digest',
  version: 2,
  decide({ today, items, named, news }) {
    const happened = hasNews(news);
    if ((items.length === 0 && !happened) || named?.paused) return SILENT;
    const monday = dayText(mondayOf(parseDay(today)));
    const next = dayText(mondayOf(parseDay(today)) + 7);
    if (named?.lastDay === today) return { occurrence: null, next };
    if (named?.snoozedUntil != null)
      return named.snoozedUntil > today
        ? { occurrence: null, next: named.snoozedUntil }
        : { occurrence: named.snoozedUntil, next };
    const last = named?.lastDay ?? '';
    const fresh = items.filter(({ since }) => since > last).map(({ since }) => since);
    const occurrence =
      last < monday || fresh.length > 0 || happened ? (fresh.sort().at(-1) ?? (happened ? today : monday)) : null;
    return { occurrence, next };
  },
};

const hasNews = (news: TeamNews | null | undefined): boolean =>
  news != null && news.won.length + news.lost + news.moved > 0;

/** News that are told: with a list also how many deals have no step ahead. */
export function newsOf({ items, news }: Pick<TeamDigestFacts, 'items' | 'news'>): TeamNews | null {
  if (news == null) return null;
  return hasNews(news) || (news.gaps > 0 && items.length > 0) ? news : null;
}

const MOST_NEEDED = 3;

/** The list as it is told: the three with most at stake, what came into it since the last digest, what was there before. */
export function needFirst({ items, named }: Pick<TeamDigestFacts, 'items' | 'named'>): DigestItem[] {
  const fresh = ({ since }: DigestItem) => since > (named?.lastDay ?? '');
  const heavy = items
    .filter(({ weight = 0 }) => weight > 0)
    .sort((left, right) => (right.weight ?? 0) - (left.weight ?? 0))
    .slice(0, MOST_NEEDED);
  const rest = items.filter((item) => !heavy.includes(item));
  return [...heavy, ...rest.filter(fresh), ...rest.filter((item) => !fresh(item))];
}

/** What is remembered once it has been sent today. */
export const sentDigest = ({ named, today, news }: TeamDigestFacts): Named => ({
  series: weekOf(news) ?? named?.series ?? '',
  count: (named?.count ?? 0) + 1,
  firstDay: named?.firstDay ?? today,
  lastDay: today,
  snoozedUntil: null,
  paused: false,
});

/** A week's numbers as they are remembered until the next one. */
const weekOf = (news: TeamNews | null | undefined): string | null =>
  news?.weekly ? `${news.won.length} ${news.moved}` : null;

/** The numbers of the week before, where that was told; null otherwise. */
export function weekBefore({
  named,
  news,
}: Pick<TeamDigestFacts, 'named' | 'news'>): { won: number; moved: number } | null {
  const known = /^(\d+) (\d+)$/.exec(named?.series ?? '');
  return news?.weekly && known !== null ? { won: Number(known[1]), moved: Number(known[2]) } : null;
}
