import type { Locale } from '../../chat/texts.ts';
import {
  addedCounts,
  countsOf,
  firstOf,
  type HandedOver,
  handOver,
  holdingsOf,
  worthOf,
} from '../../crm/account/hand-over.ts';
import type { Handing } from '../../crm/handing/handing.ts';
import { type Person, personKind } from '../../crm/person/person.ts';
import { taskKind } from '../../crm/task/task.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Draft } from '../../ledger/ledger.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CrmTools } from '../crm-turn.ts';
import { handedCounts } from '../handed-words.ts';
import { handingTexts, handingWork } from '../handing-work.ts';
import { createLongWork, type Hands, MOST_RECORDS, type WorkUnderWay } from '../long-work.ts';
import { putRight } from '../put-right.ts';
import { MOST_ROWS, tellHanded } from '../tell-handed.ts';
import { tellFormer } from './tell-former.ts';
import { handOverTexts } from './texts.ts';

/** Customers that are looked at for one change set. */
const PAGE = 150;

interface HandingTools extends Pick<CrmTools, 'ledger' | 'stores' | 'addressOf'> {
  rules: Pick<CrmTools['rules'], 'allowPush' | 'tell'>;
  clock: Clock;
  machine?: Clock;
}

type Work = WorkUnderWay<Handing>;

/**
 * Moves very many customers behind the talk, takes it back and restores it. A customer goes over whole, in one change
 * set with its people, deals and steps: before it the one owner sees all of it, after it the other one.
 */
export function createHandings(tools: HandingTools) {
  const { ledger, stores, clock } = tools;

  async function giveOver(work: Work, hands: Hands<Handing>): Promise<void> {
    const { record, person } = work;
    const { from, to } = record;
    const until = record.left ? null : record.began;
    const due = hands.pace();
    let at = record.done;
    const give = (pick: (draft: Draft) => Promise<HandedOver>) => {
      at += 1;
      return hands.step(work, `${at}`, async (draft, now) => {
        const handed = await pick(draft);
        const given = addedCounts(now.given, countsOf(handed));
        const top = topOf(now, handed, await stores.team.settings());
        const told = due() ? { text: handingTexts(person.locale).moving(given.customers, now.customers) } : null;
        return { after: { done: at, chunks: at, given, top }, message: told };
      });
    };
    const there = async () => (await ledger.read(personKind, to))?.active === true;

    // Looked for again until there are none: what another process moved meanwhile, and what came in, is passed over or found.
    for (let waiting = await stores.accounts.idsOwnedBy(from, until); waiting.length > 0 && (await there()); ) {
      for (let start = 0; start < waiting.length && (await there()); ) {
        const page = waiting.slice(start, start + PAGE);
        let taken = page.length;
        const on = await give(async (draft) => {
          const given = await givePage(draft, page, record);
          taken = given.taken;
          return given.handed;
        });
        if (!on || hands.stopping()) return;
        start += taken;
      }
      waiting = await stores.accounts.idsOwnedBy(from, until);
    }
    const ownSteps = async () => (record.left ? await stores.tasks.openOwnedBy(from) : []).slice(0, MOST_RECORDS);
    while ((await ownSteps()).length > 0 && (await there())) {
      const on = await give(async (draft) => {
        const tasks = await ownSteps();
        for (const step of tasks) draft.change(taskKind, step, { owner: to });
        return { accounts: [], deals: [], tasks };
      });
      if (!on || hands.stopping()) return;
    }
    await hands.step(work, 'end', async (draft, now) => {
      const { after, message } = await end(draft, now, work, handingTexts(person.locale).given);
      return { after: { ...after, state: 'done' }, message };
    });
  }

  async function givePage(draft: Draft, page: readonly string[], { from, to }: Handing) {
    const found = new Map((await stores.accounts.byIds(page)).map((account) => [account._id, account]));
    const theirs = page.flatMap((id) => found.get(id) ?? []).filter(({ owner }) => owner === from);
    const handed = handOver(draft, firstOf(await holdingsOf(theirs, stores), MOST_RECORDS), to);
    const next = theirs[handed.accounts.length];
    return { handed, taken: next === undefined ? page.length : page.indexOf(next._id) };
  }

  /** How it came out, for whoever ordered it; the new owner is told once. */
  async function end(
    draft: Draft,
    now: Stored<Handing>,
    { person }: Work,
    head: (customers: number, from: string, to: string) => string,
  ) {
    const { from, to, given, left } = now;
    const [former, owner] = await Promise.all([stores.people.get(from), stores.people.get(to)]);
    const until = left ? null : now.began;
    const rest = (await stores.accounts.idsOwnedBy(from, until)).length;
    const texts = handingTexts(person.locale);
    if (owner !== null && owner._id !== person._id && given.customers + given.steps > 0)
      await tellOwner(draft, now, owner, { former, by: person });
    if (owner !== null && former !== null && !left && given.customers > 0)
      await tellFormer({ draft, now: clock.now() }, former, whatWent(given.customers, person, owner), tools);
    const names = [former?.name ?? '', owner?.name ?? ''] as const;
    return {
      after: { ended: draft.setId },
      message: {
        text: [
          head(given.customers, ...names),
          handedCounts(given, person),
          ...(rest > 0 ? [texts.rest(rest, names[1])] : []),
        ].join('\n'),
        buttons: [{ label: texts.undo, action: 'hand-over.undo', args: { work: now._id } }],
      },
    };
  }

  async function tellOwner(
    draft: Draft,
    { given, top, left }: Handing,
    owner: Stored<Person>,
    { former, by }: { former: Person | null; by: Person },
  ): Promise<void> {
    const accounts = await stores.accounts.byIds(top.map(({ account }) => account));
    const { deals, tasks } = await holdingsOf(accounts, stores);
    const open = deals.filter(({ closedAt }) => closedAt === null);
    const theirs = handOverTexts(owner.locale);
    const head = left
      ? handingTexts(owner.locale).left(former?.name ?? '')
      : theirs.told(theirs.customers(given.customers), by.name);
    const turn = { draft, now: clock.now() };
    await tellHanded(turn, owner, { accounts, deals: open, tasks }, head, tools, given);
  }

  return createLongWork<Handing>(
    {
      ...handingWork,
      underWay: stores.handings.underWay,
      goOn: giveOver,
      async withdraw(draft, { ended }, { person }) {
        const outcome = ended === null ? null : await ledger.undo(draft, ended, { keepConflicting: true });
        if (outcome?.kind === 'undone')
          await putRight(draft, [...outcome.sent, ...outcome.withdrawn], person.name, stores);
      },
      async turned(draft, now, work) {
        const texts = handingTexts(work.person.locale);
        if (now.state === 'restoring') return end(draft, now, work, texts.restored);
        const former = await stores.people.get(now.from);
        const again = { label: texts.restore, action: 'hand-over.restore', args: { work: now._id } };
        return {
          after: {},
          message: { text: texts.undone(now.given.customers, former?.name ?? ''), buttons: [again] },
        };
      },
    },
    tools,
  );
}

const whatWent = (customers: number, by: Stored<Person>, to: Stored<Person>) => ({
  by: { id: by._id, name: by.name },
  to: { id: to._id, name: to.name },
  account: null,
  what: (locale: Locale) => handOverTexts(locale).customers(customers),
});

/** The customers with most at stake among all that went over. */
function topOf({ top }: Handing, { accounts, deals }: HandedOver, team: Team): Handing['top'] {
  const fresh = accounts.map(({ _id }) => ({ account: _id, worth: worthOf(deals, _id, team) }));
  return [...top, ...fresh].sort((left, right) => right.worth - left.worth).slice(0, MOST_ROWS);
}
