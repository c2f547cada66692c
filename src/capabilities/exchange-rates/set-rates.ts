import { maySetRates } from '../../access/rights.ts';
import { currencyText } from '../../chat/format.ts';
import type { Locale } from '../../chat/texts.ts';
import { personKind } from '../../crm/person/person.ts';
import { isFigure, type Rate, rateId, rateKind } from '../../crm/rate/rate.ts';
import type { Team } from '../../crm/team/team.ts';
import { PersonError } from '../../errors.ts';
import { type CrmTurn, todayOf } from '../crm-turn.ts';
import type { Told } from './read-command.ts';
import { rateTexts } from './texts.ts';

/** Rates that a receipt has room for. */
const MOST_SAID = 3;

type Pair = Pick<Rate, 'currency' | 'into' | 'of' | 'makes'>;

/** Refuses whoever may not set rates now. Throws PersonError. */
export async function mustSetRates({ draft, speaker }: CrmTurn): Promise<void> {
  if (!maySetRates(await draft.read(personKind, speaker.id))) throw new PersonError(rateTexts(speaker.locale).who);
}

/** Writes these rates, old→new in the receipt. Throws PersonError where one cannot be meant. */
export async function setRates(turn: CrmTurn, told: readonly Told[], team: Team): Promise<void> {
  const { draft, speaker } = turn;
  const words = rateTexts(speaker.locale);
  const pairs = told.map((one) => pairOf(one, team, speaker.locale));
  const said: string[] = [];
  for (const pair of pairs) {
    const known = await draft.read(rateKind, rateId(pair));
    if (known !== null && known.of === pair.of && known.makes === pair.makes) continue;
    said.push(pairText(pair, known, turn));
    const rate = { ...pair, day: todayOf(turn), by: speaker.id };
    if (known === null) draft.create(rateKind, rateId(pair), rate);
    else draft.change(rateKind, known, rate);
  }
  const [first, ...others] = said;
  if (first === undefined) {
    const same = pairs.slice(0, 1).map((pair) => pairText(pair, null, turn));
    return void turn.whisper({ text: words.same(same.join()) });
  }
  const lines = said.length > MOST_SAID ? [words.many(said.length)] : others;
  sayDone(turn, [words.set(first), ...lines, words.used]);
}

/** So much of another currency in the company's own, whichever way round it was told; where none is named, the only one that has a rate. */
function pairOf({ of, makes, into, ...told }: Told, { currency: own, rates }: Team, locale: Locale): Pair {
  const words = rateTexts(locale);
  const [only, second] = rates.keys();
  const currency = told.currency ?? (second === undefined ? only : undefined);
  if (currency === undefined) throw new PersonError(words.which);
  if (!isFigure(of) || !isFigure(makes)) throw new PersonError(words.notOne);
  const other = into ?? own;
  if (currency !== own && other === own) return { currency, into: own, of, makes };
  if (currency === own && other !== own) return { currency: other, into: own, of: makes, makes: of };
  throw new PersonError(words.ownOnly(currencyText(own, locale)));
}

/** `1美元 = 7.2→7.25人民币`. */
function pairText({ currency, into, of, makes }: Pair, known: Pair | null, { speaker: { locale } }: CrmTurn): string {
  const figures = known !== null && known.of === of ? `${known.makes}→${makes}` : makes;
  return rateTexts(locale).row(of, currencyText(currency, locale), figures, currencyText(into, locale));
}

/** Takes a rate away: what is in that currency is counted apart again. */
export async function dropRate(turn: CrmTurn, currency: string, { currency: own }: Team): Promise<void> {
  const { draft, speaker } = turn;
  const words = rateTexts(speaker.locale);
  const name = currencyText(currency, speaker.locale);
  const known = await draft.read(rateKind, rateId({ currency, into: own }));
  if (known === null) return void turn.whisper({ text: words.noneOf(name) });
  draft.remove(rateKind, known);
  sayDone(turn, [words.removed(name)]);
}

/** Says what was set, with an undo. */
export function sayDone(turn: CrmTurn, lines: readonly string[]): void {
  const { undo } = rateTexts(turn.speaker.locale);
  turn.whisper({
    text: lines.join('\n'),
    buttons: [{ label: undo, action: 'undo.record', args: { set: turn.draft.setId } }],
  });
  turn.undoable();
}
