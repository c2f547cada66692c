import { maySetRates } from '../../access/rights.ts';
import { currencyText } from '../../chat/format.ts';
import type { Team } from '../../crm/team/team.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { type RatesCommand, readCorrection, readRatesCommand, type Told } from './read-command.ts';
import { sayRates } from './say-rates.ts';
import { setOwn } from './set-own.ts';
import { dropRate, mustSetRates, setRates } from './set-rates.ts';
import { rateTexts } from './texts.ts';

const NAME = 'exchange-rates';
/** Answers in which a rate may be missed. */
const ADDED_UP = ['pipeline-report', 'my-list'];
const MOST_ROWS = 5;

/** What the company reckons other currencies at, and which is its own: said to all, set by managers and admins. */
export const createExchangeRates = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '汇率、公司币种', en: 'Exchange rates, the company currency' },
  examples: { zh: ['汇率 1美元=7.2', '现在汇率多少'], en: ['1 USD = 7.2 CNY', 'what rates do we use'] },
  /** What may as well be a customer's wish is a note, unless it is said by somebody who sets rates. */
  async command(text, _locale, conversation, { speaker, now }) {
    const last = lastQuery(conversation, NAME, now);
    const corrected = last?.told === undefined ? null : readCorrection(text);
    if (corrected !== null)
      return { ask: 'set', told: [{ ...(last?.told as Told), makes: corrected }], firm: true } satisfies RatesCommand;
    const command = readRatesCommand(text, last !== null || ADDED_UP.some((one) => lastQuery(conversation, one, now)));
    if (command === null || command.ask !== 'set' || command.firm) return command && { ...command };
    return maySetRates(await tools.stores.people.get(speaker.id)) ? { ...command } : null;
  },
  async run(turn, _said, command) {
    const asked = command as unknown as RatesCommand;
    switch (asked.ask) {
      case 'show':
        return show(turn, MOST_ROWS, tools);
      case 'own':
        return setOwn(turn, asked.currency, tools);
      case 'remove':
        await mustSetRates(turn);
        return dropRate(turn, asked.currency, await tools.stores.team.settings());
      case 'set':
        return set(turn, asked.told, tools);
    }
  },
  answered: (turn, _question, { told }) => set(turn, [told as Told], tools),
  actions: { 'exchange-rates.all': (turn) => show(turn, Number.POSITIVE_INFINITY, tools) },
});

async function set(turn: CrmTurn, told: readonly Told[], { stores }: CrmTools): Promise<void> {
  await mustSetRates(turn);
  const team = await stores.team.settings();
  const [only] = told;
  if (only?.paired && only.currency === team.currency) return askWhich(turn, only, team);
  await setRates(turn, told, team);
  const memo = told.length === 1 ? { told: only } : {};
  turn.remember({ query: { capability: NAME, at: turn.now, memo } });
}

/** 人民币兑美元7.2 is said of a dollar as often as of a yuan. */
function askWhich(turn: CrmTurn, { currency, into, makes }: Told, { currency: own }: Team): void {
  const { locale } = turn.speaker;
  const words = rateTexts(locale);
  const choice = (from: string | null, to: string | null) => ({
    label: words.row('1', currencyText(from ?? own, locale), makes, currencyText(to ?? own, locale)),
    value: { told: { of: '1', currency: from, makes, into: to } satisfies Told },
  });
  turn.ask({ text: words.meant, choices: [choice(into, currency), choice(currency, into)] });
}

async function show(turn: CrmTurn, most: number, tools: CrmTools): Promise<void> {
  turn.remember({ query: { capability: NAME, at: turn.now, memo: {} } });
  await sayRates(turn, most, tools);
}
