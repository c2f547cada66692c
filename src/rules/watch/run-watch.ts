import { moneyText } from '../../chat/format.ts';
import type { Deal } from '../../crm/deal/deal.ts';
import { type Stage, stageLabel } from '../../crm/deal/stages.ts';
import { isAtLeast } from '../../crm/rate/reckon.ts';
import type { Team } from '../../crm/team/team.ts';
import type { Change, ChangeSet, Stored } from '../../ledger/change-set.ts';
import type { Colleagues, Member } from '../colleagues.ts';
import { type NameBook, openNameBook } from '../name-book.ts';
import { pushOnce } from '../push.ts';
import { type Reader, readerOf } from '../reader.ts';
import { tellPerson } from '../tell-person.ts';
import { ruleTexts } from '../texts.ts';
import type { RuleTools } from '../tools.ts';

/** What goes to others waits, so that an undo can withdraw it. */
const WAIT_MS = 2 * 60_000;
/** How far back a process looks when it starts; an older change is in the morning's digest. */
const RECENT_MS = 60 * 60_000;
const OVERLAP_MS = 60_000;
/** What comes in by the hundred is no news of a deal. */
const IN_BULK = new Set(['import', 'migration']);

/** Big deals of the people under somebody who asked for it: each change of stage or amount by another one, at once. */
export function createWatch(tools: RuleTools) {
  const { ledger, due, address, team: teams } = tools;
  let through: Date | undefined;

  async function run(now: Date, colleagues: Colleagues): Promise<number> {
    const since = new Date((through?.getTime() ?? now.getTime() - RECENT_MS) - OVERLAP_MS);
    const watchers = colleagues.all.filter(({ quiet }) => quiet.watch !== null);
    through = now;
    if (watchers.length === 0) return 0;
    const deals = await due.dealsTouchedSince(since);
    if (deals.length === 0) return 0;
    const [team, book] = await Promise.all([
      teams.settings(),
      openNameBook(due, colleagues, { accounts: deals.map(({ account }) => account) }),
    ]);
    let sent = 0;
    for (const deal of deals)
      for (const { set, change } of await changesOf(deal, since))
        for (const person of watchers)
          if (
            concerns(person, deal, set, change, colleagues, team) &&
            (await tell(person, deal, set, change, { now, team, colleagues, book }))
          )
            sent++;
    return sent;
  }

  /** The latest changes of the deal's stage and amount, where they are as recent. */
  async function changesOf({ _id, writers }: Stored<Deal>, since: Date): Promise<{ set: ChangeSet; change: Change }[]> {
    const ids = [...new Set([writers.stage, writers.amount])].filter((id) => id !== undefined);
    const sets = await Promise.all(ids.map((id) => ledger.findSet(id)));
    return sets.flatMap((set) => {
      if (set === null || set.at <= since || IN_BULK.has(set.cause.kind)) return [];
      const change = set.changes.find(({ kind, id }) => kind === 'deal' && id === _id);
      return change === undefined ? [] : [{ set, change }];
    });
  }

  async function tell(
    person: Member,
    deal: Stored<Deal>,
    set: ChangeSet,
    change: Change,
    { now, team, colleagues, book }: { now: Date; team: Team; colleagues: Colleagues; book: NameBook },
  ): Promise<boolean> {
    const reader = readerOf(person, colleagues, now);
    const customer = book.customer(reader.viewer, deal.account);
    const lines = changed(deal, change, reader, team);
    if (customer === null || lines.length === 0) return false;
    const texts = ruleTexts(reader.locale);
    const detail = [...lines, texts.by(book.person(set.cause.by))].join('\n');
    const cause = `rule:watch:${deal._id}:${set._id}:${person.id}`;
    const pushed = await pushOnce(ledger, cause, async (draft) => {
      draft.because({ rule: 'watch', version: 1, facts: { deal: deal._id, set: set._id, by: set.cause.by } });
      draft.triggeredBy(set._id);
      const at = new Date(Math.max(now.getTime(), set.at.getTime() + WAIT_MS));
      const push = { recipient: person.id, account: deal.account, customer, state: texts.bigDeal, detail };
      await tellPerson(draft, tools, address(person), push, at);
    });
    return pushed === 'committed';
  }

  return { run };
}

/** Whether the deal is, or was, as big as they asked for, of somebody under them, and changed by another one. */
function concerns(
  { id, quiet: { watch } }: Member,
  deal: Stored<Deal>,
  { cause }: ChangeSet,
  { base, before, deleted }: Change,
  colleagues: Colleagues,
  team: Team,
): boolean {
  const { owner, imported } = deal;
  // It came in with a list, or came back with it.
  if (imported && (base === 0 || deleted === false)) return false;
  if (watch === null || cause.by === id || owner === id) return false;
  const isBig = ({ amount, currency }: Partial<Deal>) =>
    amount != null && currency != null && isAtLeast(team, { amount, currency }, watch);
  if (!isBig(deal) && !isBig(asBefore(deal, before))) return false;
  return colleagues.get(id)?.role === 'admin' || colleagues.subtree(id).some((one) => one.id === owner);
}

/** What of its amount the deal had before a change; nothing where that changed something else. */
const asBefore = ({ currency }: Deal, before: Change['before']): Partial<Deal> => ({ currency, ...before });

/** Old and new, a line each; of a new deal what it is. */
function changed(deal: Stored<Deal>, { set, before, base }: Change, { locale }: Reader, { stages }: Team): string[] {
  const texts = ruleTexts(locale);
  const money = ({ amount, currency }: Partial<Deal>) =>
    amount != null && currency != null ? moneyText(amount, currency, locale) : null;
  const stage = (value: unknown) => (typeof value === 'string' ? stageLabel(stages, value as Stage, locale) : null);
  const line = (label: string, from: string | null, to: string | null) =>
    to === null || from === to ? [] : [`${label} ${from === null || base === 0 ? '' : `${from}→`}${to}`];
  return [
    ...line(texts.stage, stage(before.stage), stage(set.stage)),
    ...line(texts.amount, money(asBefore(deal, before)), money({ currency: deal.currency, ...set })),
  ];
}
