import { maySee } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import type { Said } from '../../chat/capability.ts';
import type { Locale } from '../../chat/texts.ts';
import { fitted } from '../../chat/width.ts';
import { type Account, accountKind } from '../../crm/account/account.ts';
import { shortName } from '../../crm/account/create-account.ts';
import {
  countsOf,
  type HandedOver,
  type Holdings,
  handOver,
  holdingsOf,
  recordsIn,
} from '../../crm/account/hand-over.ts';
import { meantBy } from '../../crm/person/meant-by.ts';
import { type Person, personKind } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type Chosen, colleaguesMeant } from '../colleague-meant.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { handedCounts, handedRows } from '../handed-words.ts';
import { beginHanding, handingTalk, notBeingMoved } from '../handing-work.ts';
import { MOST_AT_ONCE } from '../long-work.ts';
import type { TurnCommand } from '../long-work-talk.ts';
import { tellHanded } from '../tell-handed.ts';
import {
  type HandOverAll,
  namesAmong,
  newOwnerIn,
  readHandOverAll,
  readHandOverNamed,
  readHandOverThat,
} from './read-command.ts';
import { tellFormer } from './tell-former.ts';
import { handOverTexts } from './texts.ts';

/** What is asked for: everything of a colleague, or customers by their ids. */
type Wanted = ({ all: HandOverAll } | { accounts: string[]; to: string }) & { chosen?: Chosen };

/** Hands customers over to another colleague: those that are named, or all that a colleague has. */
export function createHandOver(tools: CrmTools): CrmCapability {
  const talk = handingTalk(tools);
  return {
    name: 'hand-over',
    purpose: { zh: '把客户转给同事', en: 'Hand customers over' },
    examples: { zh: ['把腾云转给张伟'], en: ['transfer Alderbank to Kim'] },
    intents: ['account.transfer'],
    async command(text, _locale, conversation, { viewer }) {
      const turning = talk.command(text, conversation);
      if (turning !== null) return { turning };
      const all = readHandOverAll(text);
      const that = readHandOverThat(text);
      const told = all === null && that === null ? readHandOverNamed(text) : null;
      if (all === null && told === null && that === null) return null;
      const people = await tools.stores.people.active();
      const isOurs = (name: string) => meantBy(people, name).length > 0;
      const last = conversation.recent.at(-1)?.previous.account?.id;
      if (that !== null) return last !== undefined && isOurs(that) ? { accounts: [last], to: that } : null;
      if (all !== null) return all.from === null || isOurs(all.from) || isOurs(all.to) ? { all } : null;
      if (told === null || !isOurs(told.to)) return null;
      const called = async (name: string): Promise<string | null> => {
        const seen = (await tools.stores.accounts.named(name)).filter(({ owner }) => maySee(privately(viewer), owner));
        return seen.length === 1 ? (seen[0]?._id ?? null) : null;
      };
      const whole = await called(told.customers);
      if (whole !== null) return { accounts: [whole], to: told.to };
      const names = namesAmong(told.customers);
      const ids = await Promise.all(names.map(called));
      const accounts = ids.filter((id) => id !== null);
      if (accounts.length === 0) return null;
      return accounts.length === ids.length
        ? { accounts, to: told.to }
        : { unclear: names.filter((_, at) => ids[at] === null).join(' · ') };
    },
    run(turn, said, command) {
      const { turning, unclear } = (command ?? {}) as { turning?: TurnCommand; unclear?: string };
      if (turning !== undefined) return talk.obey(turn, turning);
      if (unclear !== undefined) throw new PersonError(handOverTexts(turn.speaker.locale).unclear(unclear));
      return obey(turn, (command as Wanted | null) ?? oneOf(turn, said), tools);
    },
    answered: (turn, _question, choice) => obey(turn, choice as unknown as Wanted, tools),
    actions: {
      'hand-over.all': async (turn, { accounts }) => {
        turn.whisper({ text: await openOf(turn, accounts as string[], tools) });
      },
      'hand-over.undo': (turn, { work }) => talk.obey(turn, { undo: String(work) }),
      'hand-over.restore': (turn, { work }) => talk.obey(turn, { restore: String(work) }),
    },
  };
}

/** The one customer that a message speaks of, and who is to get it. */
function oneOf(turn: CrmTurn, { text, understanding: { account, assignee } }: Said): Wanted {
  const words = handOverTexts(turn.speaker.locale);
  if (account?.id == null) throw new PersonError(account === null ? words.whichCustomer : words.none(account.mention));
  const to = assignee ?? newOwnerIn(text);
  if (to === null) throw new PersonError(words.toWhom);
  return { accounts: [account.id], to };
}

async function obey(turn: CrmTurn, wanted: Wanted, tools: CrmTools): Promise<void> {
  const people = await tools.stores.people.active();
  const self = people.find(({ _id }) => _id === turn.speaker.id);
  const to = 'all' in wanted ? wanted.all.to : wanted.to;
  const names = 'all' in wanted && wanted.all.from !== null ? [wanted.all.from, to] : [to];
  const meant = colleaguesMeant(turn, people, names, { ...wanted });
  if (meant === null || self === undefined) return;
  const owner = meant.at(-1) ?? self;
  if ('accounts' in wanted) return named(turn, wanted.accounts, owner, people, tools);
  const from = names.length === 1 ? self : (meant[0] ?? self);
  await all(turn, from, owner, tools);
}

async function named(
  turn: CrmTurn,
  ids: readonly string[],
  owner: Stored<Person>,
  people: readonly Stored<Person>[],
  tools: CrmTools,
): Promise<void> {
  const words = handOverTexts(turn.speaker.locale);
  const accounts: Stored<Account>[] = [];
  for (const id of new Set(ids)) {
    const account = await turn.draft.read(accountKind, id);
    if (account === null || !maySee(privately(turn.viewer), account.owner)) throw new PersonError(words.whichCustomer);
    accounts.push(account);
  }
  const names = (all: readonly Stored<Account>[]) => all.map(shortName).join(' · ');
  const moving = accounts.filter((account) => account.owner !== owner._id);
  if (moving.length === 0) throw new PersonError(words.already(names(accounts), owner.name));
  const formers = people.filter(({ _id }) => moving.some((account) => account.owner === _id));
  const holdings = await holdingsOf(moving, tools.stores);
  const head = moving.length > MOST_NAMED ? words.customers(moving.length) : names(moving);
  await give(turn, holdings, { formers, owner, head }, tools);
}

async function all(turn: CrmTurn, from: Stored<Person>, owner: Stored<Person>, tools: CrmTools): Promise<void> {
  const words = handOverTexts(turn.speaker.locale);
  const viewer = privately(turn.viewer);
  if (!maySee(viewer, from._id)) throw new PersonError(words.notYours(from.name));
  if (from._id === owner._id) throw new PersonError(words.same(owner.name));
  await notBeingMoved(turn, from, tools);
  const { stores } = tools;
  const accounts = await stores.accounts.ownedBy(from._id, MOST_AT_ONCE + 1);
  if (accounts.length === 0) throw new PersonError(words.nothing(from.name));
  const holdings = accounts.length > MOST_AT_ONCE ? null : await holdingsOf(accounts, stores);
  if (holdings !== null && recordsIn(holdings) <= MOST_AT_ONCE)
    return give(turn, holdings, { formers: [from], owner, head: words.customers(accounts.length) }, tools);
  await relyOn(turn, from);
  await relyOn(turn, owner);
  const customers = (await stores.accounts.idsOwnedBy(from._id, null)).length;
  beginHanding(turn, { from: from._id, to: owner._id, left: false, customers });
}

/** Whoever it is about must be a colleague until it is done. */
async function relyOn(turn: CrmTurn, { _id, name }: Stored<Person>): Promise<void> {
  const living = await turn.draft.read(personKind, _id);
  if (living?.active !== true) throw new PersonError(handOverTexts(turn.speaker.locale).gone(name));
  turn.draft.rely(personKind, living);
}

const MOST_RECEIPT_ROWS = 5;
/** More customers than that are counted. */
const MOST_NAMED = 3;

/** Writes it, says so with an undo, and tells each former owner and the new one once. */
async function give(
  turn: CrmTurn,
  holdings: Holdings,
  { formers, owner, head }: { formers: readonly Stored<Person>[]; owner: Stored<Person>; head: string },
  tools: CrmTools,
): Promise<void> {
  const words = handOverTexts(turn.speaker.locale);
  await relyOn(turn, owner);
  const handed = handOver(turn.draft, holdings, owner._id);
  turn.whisper({
    text: fitted(
      [
        words.handed(head, formers.map(({ name }) => name).join('/'), owner.name),
        handedCounts(countsOf(handed), turn.speaker),
      ],
      MOST_RECEIPT_ROWS,
    ).join('\n'),
    buttons: [{ label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } }],
  });
  turn.undoable();
  const by = turn.speaker;
  const to = { id: owner._id, name: owner.name };
  for (const former of formers) {
    const theirs = holdings.accounts.filter((account) => account.owner === former._id);
    await tellFormer(turn, former, { by, to, ...aboutOf(theirs) }, tools);
  }
  if (owner._id === by.id) return;
  const { what } = aboutOf(handed.accounts);
  await tellHanded(turn, owner, handed, handOverTexts(owner.locale).told(what(owner.locale), by.name), tools);
}

/** The one customer by its name, else how many they are. */
function aboutOf(accounts: readonly Stored<Account>[]): { account: string | null; what(locale: Locale): string } {
  const [first, second] = accounts;
  const only = second === undefined ? first : undefined;
  const what = (locale: Locale) =>
    only === undefined ? handOverTexts(locale).customers(accounts.length) : shortName(only);
  return { account: only?._id ?? null, what };
}

/** What is open now at customers that were handed over, as far as the asker may know. */
async function openOf(turn: CrmTurn, ids: readonly string[], { stores }: CrmTools): Promise<string> {
  const viewer = privately(turn.viewer);
  const accounts = (await stores.accounts.byIds(ids)).filter(({ owner }) => maySee(viewer, owner));
  const seen = accounts.map(({ _id }) => _id);
  const [deals, tasks] = await Promise.all([stores.deals.ofAccounts(seen), stores.tasks.openOfAccounts(seen)]);
  const handed: HandedOver = { accounts, deals: deals.filter(({ closedAt }) => closedAt === null), tasks };
  const team = await stores.team.settings();
  const rows = handedRows(handed, { locale: turn.speaker.locale, today: todayOf(turn), team });
  return rows.join('\n') || handOverTexts(turn.speaker.locale).noneLeft;
}
