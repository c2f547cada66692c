import { countText, dayText, moneyText } from '../chat/format.ts';
import { defineTexts, type Locale } from '../chat/texts.ts';
import { listRow, soft } from '../chat/width.ts';
import { shortName } from '../crm/account/create-account.ts';
import { type HandedOver, worthOf } from '../crm/account/hand-over.ts';
import type { Deal } from '../crm/deal/deal.ts';
import { type StagePreset, stageLabel } from '../crm/deal/stages.ts';
import type { HandedCounts } from '../crm/handing/handing.ts';
import type { Team } from '../crm/team/team.ts';

const texts = defineTexts({
  zh: {
    counts: (accounts: number, deals: number, sum: string, steps: number) =>
      [
        `${countText(accounts)}个客户`,
        `${countText(deals)}单在跟${sum === '' ? '' : ` ${sum}`}`,
        `${countText(steps)}个下一步`,
      ].join(' · '),
    next: (day: string, title: string) => `下一步 ${day === '' ? '' : `${day} `}${title}`,
  },
  en: {
    counts: (accounts: number, deals: number, sum: string, steps: number) =>
      [
        accounts === 1 ? '1 customer' : `${countText(accounts)} customers`,
        `${deals === 1 ? '1 open deal' : `${countText(deals)} open deals`}${sum === '' ? '' : ` ${sum}`}`,
        steps === 1 ? '1 step' : `${countText(steps)} steps`,
      ].join(' · '),
    next: (day: string, title: string) => `next ${day === '' ? '' : `${day}: `}${title}`,
  },
});

/** For whom the words are. */
interface Reader {
  locale: Locale;
  today: string;
  team: Team;
}

/** How much was handed over, in one line. */
export function handedCounts(
  { customers, deals, steps, sums }: HandedCounts,
  { locale }: Pick<Reader, 'locale'>,
): string {
  const sum = Object.entries(sums).map(([currency, minor]) => moneyText(minor, currency, locale));
  return texts(locale).counts(customers, deals, sum.join(' + '), steps);
}

/** What is open at each customer, a line each: those with most at stake first, those with nothing open last. */
export function handedRows({ accounts, deals, tasks }: HandedOver, { locale, today, team }: Reader): string[] {
  const words = texts(locale);
  const worth = (account: string) => worthOf(deals, account, team);
  return [...accounts]
    .sort((left, right) => worth(right._id) - worth(left._id))
    .map((account) => {
      const open = deals
        .filter((deal) => deal.account === account._id)
        .map((deal) => dealText(deal, team.stages, locale));
      const [step] = tasks
        .filter((task) => task.account === account._id)
        .sort((left, right) => (left.day ?? '9').localeCompare(right.day ?? '9'));
      const next = step && words.next(step.day === null ? '' : dayText(step.day, locale, today), step.title);
      return listRow([soft(shortName(account)), ...open.slice(0, 1), ...(next ? [next] : [])]);
    });
}

const dealText = ({ stage, amount, currency }: Deal, stages: StagePreset, locale: Locale): string =>
  [
    stageLabel(stages, stage, locale),
    ...(amount === null || currency === null ? [] : [moneyText(amount, currency, locale)]),
  ].join(' ');
