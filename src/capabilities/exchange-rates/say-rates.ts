import { maySetRates } from '../../access/rights.ts';
import { privately } from '../../access/viewer-for.ts';
import { currencyText, dayText } from '../../chat/format.ts';
import { listRow } from '../../chat/width.ts';
import type { Rate } from '../../crm/rate/rate.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { rateHint } from '../rate-words.ts';
import { rateTexts } from './texts.ts';

/** The rates that hold, each with its day and its setter; to whoever may set one, how that is said. */
export async function sayRates(turn: CrmTurn, most: number, { stores }: CrmTools): Promise<void> {
  const { locale, id } = turn.speaker;
  const words = rateTexts(locale);
  const [team, people, me] = await Promise.all([stores.team.settings(), stores.people.active(), stores.people.get(id)]);
  const names = new Map(people.map(({ _id, name }) => [_id, name]));
  const own = currencyText(team.currency, locale);
  const rowOf = ({ currency, of, makes, day, by }: Rate) =>
    listRow([
      words.row(of, currencyText(currency, locale), makes, own),
      words.setOn(dayText(day, locale, todayOf(turn)), names.get(by) ?? ''),
    ]);
  const rates = [...team.rates.values()];
  const deals = await stores.deals.openOf(privately(turn.viewer), [...names.keys()]);
  const [missing] = await rateHint(turn, team, deals, { stores });
  const how = missing ?? (rates.length > 0 ? undefined : maySetRates(me) ? words.say : words.who);
  turn.whisper({
    text: [
      `${words.title} · ${words.own(own)}`,
      ...(rates.length === 0 ? [words.none] : rates.slice(0, most).map(rowOf)),
      ...(how === undefined ? [] : [how]),
    ].join('\n'),
    buttons: rates.length > most ? [{ label: words.all, action: 'exchange-rates.all' }] : [],
  });
}
