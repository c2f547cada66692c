import { dayText as dayOf } from '../calendar/days.ts';
import { wallTime } from '../calendar/zone.ts';
import { dayText } from '../chat/format.ts';
import { defineTexts } from '../chat/texts.ts';
import { accountKind } from '../crm/account/account.ts';
import { shortName } from '../crm/account/create-account.ts';
import { taskKind } from '../crm/task/task.ts';
import type { Telling } from '../crm/telling/telling.ts';
import type { CrmTools, CrmTurn } from './crm-turn.ts';

const TWO_MINUTES = 120_000;

const texts = defineTexts({
  zh: {
    state: '给你的一步',
    told: (by: string, day: string | null, title: string) => `${by}:${day === null ? '' : `${day} `}${title}`,
    noCustomer: '客户待定',
  },
  en: {
    state: 'For you',
    told: (by: string, day: string | null, title: string) => `${by}: ${title}${day === null ? '' : `, ${day}`}`,
    noCustomer: 'no customer yet',
  },
});

/**
 * Tells colleagues of the steps that a note gives them, by the rules of pushes; undo within two minutes withdraws it. Who
 * was told of the whole note, as the customer's owner, is not told again.
 */
export async function tellAssignees(
  turn: CrmTurn,
  telling: Telling,
  { stores, addressOf, rules }: CrmTools,
): Promise<void> {
  const steps = (await turn.draft.readAll(taskKind, telling.tasks)).filter((step) => step !== null);
  const given = steps.filter(({ owner }) => owner !== turn.speaker.id && owner !== telling.ownerTold);
  if (given.length === 0) return;
  const account = telling.account === null ? null : await turn.draft.read(accountKind, telling.account);
  for (const { owner, title, day, time } of given) {
    const [person, to] = await Promise.all([stores.people.get(owner), addressOf(owner)]);
    if (person === null || to === null) continue;
    const words = texts(person.locale);
    const today = dayOf(wallTime(turn.now.getTime(), person.zone).day);
    const when = day === null ? null : [dayText(day, person.locale, today), time].filter(Boolean).join(' ');
    const customer = account === null ? words.noCustomer : shortName(account);
    const detail = words.told(turn.speaker.name, when, title);
    const push = {
      recipient: owner,
      account: account?._id ?? null,
      about: customer,
      customer,
      state: words.state,
      detail,
    };
    await rules.tell(turn.draft, to, push, new Date(turn.now.getTime() + TWO_MINUTES));
  }
}
