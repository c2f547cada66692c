import type { Locale } from '../../chat/texts.ts';
import { sumsOf, together } from '../../crm/rate/reckon.ts';
import type { Team } from '../../crm/team/team.ts';
import { includedText, sumText } from '../rate-words.ts';
import type { ListRow } from './read-list.ts';
import { myListTexts } from './texts.ts';

/** What the deals come to, and what of it was reckoned by a rate. */
export function totalLines(rows: readonly ListRow[], team: Team, locale: Locale): string[] {
  const texts = myListTexts(locale);
  const sums = sumsOf(rows.flatMap(({ money }) => money ?? []));
  if (sums.size === 0) return [texts.noAmounts];
  const { foreign } = together(team, sums);
  const reckoned = sums.size > 1 && foreign.size > 0;
  return [
    texts.total(sumText(sums, team, locale)),
    ...(reckoned ? [texts.included(includedText(foreign, team, locale))] : []),
  ];
}
