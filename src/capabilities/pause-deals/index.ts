import { maySee } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { dayText, moneyText } from '../../chat/format.ts';
import { clip, listRow, soft } from '../../chat/width.ts';
import type { Account } from '../../crm/account/account.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { type Deal, dealKind } from '../../crm/deal/deal.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { addDays } from '../../rules/local-time.ts';
import { nudgeId, nudgeKind } from '../../rules/nudge.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { tellOwner } from '../tell-owner.ts';
import { type PauseCommand, readPauseCommand } from './read-command.ts';
import { pauseTexts } from './texts.ts';

const MOST_ROWS = 5;
const MOST_CUSTOMERS = 4;
/** Columns of a name in a question of two rows. */
const NAME_WIDTH = 28;
/** A customer was spoken of until then. */
const SPOKEN_OF_MS = 30 * 60_000;
const STALE = 'stale-deal';

/** What is done to the deals of one customer; `day`: until then. */
type Act = { ask: 'resume' } | { ask: 'pause'; day?: string };

/** Lets a customer's deals rest, takes them up again, and says which rest. With its day a pause is news like any other. */
export const createPauseDeals = (tools: CrmTools): CrmCapability => ({
  name: 'pause-deals',
  purpose: { zh: '先放一放、恢复跟进', en: 'Pause a customer, resume' },
  examples: { zh: ['腾云先放一放', '恢复跟进腾云', '哪些暂停了'], en: ['park Alderbank', 'resume Alderbank'] },
  /** A name that is no customer of the speaker's makes it news of somebody. */
  async command(text, _locale, conversation, { viewer, now }) {
    const command = readPauseCommand(text);
    if (command === null || command.ask === 'list') return command;
    const meant = await customersMeant(command.name, { conversation, viewer, now }, tools);
    return meant.length > 0 ? command : null;
  },
  async run(turn, _said, command) {
    const { ask, ...named } = command as PauseCommand & { name?: string | null };
    if (ask === 'list') return sayPaused(turn, MOST_ROWS, tools);
    const [first, ...others] = await customersMeant(named.name ?? null, turn, tools);
    if (first !== undefined && others.length === 0) return act(turn, first, { ask }, tools);
    const choices = [first, ...others].flatMap((one) =>
      one === undefined ? [] : [{ label: shortName(one), value: { account: one._id, ask } }],
    );
    turn.ask({ text: pauseTexts(turn.speaker.locale).which, choices });
  },
  async answered(turn, _question, { account, ...asked }) {
    const [found] = await tools.stores.accounts.byIds([String(account)]);
    if (found !== undefined && maySee(privately(turn.viewer), found.owner)) await act(turn, found, asked as Act, tools);
  },
  actions: { 'pause-deals.all': (turn) => sayPaused(turn, Number.POSITIVE_INFINITY, tools) },
});

/**
 * The speaker's customers of exactly that name, else those in whose name the words stand; for no name the one of the
 * last record here.
 */
async function customersMeant(
  name: string | null,
  asking: Pick<CrmTurn, 'conversation' | 'viewer' | 'now'>,
  { stores }: CrmTools,
): Promise<Stored<Account>[]> {
  const viewer = privately(asking.viewer);
  const seen = (accounts: Stored<Account>[]) => accounts.filter(({ owner }) => maySee(viewer, owner));
  if (name === null) {
    const last = asking.conversation.recent.at(-1);
    const fresh = last !== undefined && asking.now.getTime() - last.at.getTime() <= SPOKEN_OF_MS;
    return fresh && last.previous.account !== null ? seen(await stores.accounts.byIds([last.previous.account.id])) : [];
  }
  const exact = seen(await stores.accounts.named(name));
  if (exact.length > 0 || name.length < 2) return exact;
  const found = await stores.accounts.search(viewer, name, MOST_CUSTOMERS);
  return found.filter((account) => [account.name, ...account.aliases].some((one) => stands(name, one)));
}

/** Whether words stand in a name, not in the middle of one of its words. */
const stands = (words: string, name: string): boolean =>
  /^\p{Script=Han}/u.test(words) ? name.includes(words) : ` ${name}`.toLowerCase().includes(` ${words.toLowerCase()}`);

const act = (turn: CrmTurn, account: Stored<Account>, asked: Act, tools: CrmTools): Promise<void> =>
  asked.ask === 'resume' ? resume(turn, account, tools) : pause(turn, account, asked.day ?? null, tools);

async function resume(turn: CrmTurn, account: Stored<Account>, tools: CrmTools): Promise<void> {
  const { speaker, draft, now } = turn;
  const words = pauseTexts(speaker.locale);
  const open = await tools.stores.deals.openOfAccount(privately(turn.viewer), account._id);
  const resting = open.filter(({ pausedUntil }) => pausedUntil !== null && pausedUntil > todayOf(turn));
  const silenced = await silencedOf(turn, open);
  if (resting.length + silenced.length === 0) return void turn.whisper({ text: words.notPaused(shortName(account)) });
  for (const deal of resting) draft.change(dealKind, deal, { pausedUntil: null, touchedAt: now });
  for (const { _id } of silenced) {
    const asked = { rule: STALE, subject: _id, recipient: speaker.id, paused: false };
    await tools.rules.pause(draft, asked, { zone: speaker.zone, now });
  }
  const until = resting.map(({ pausedUntil }) => pausedUntil ?? '').sort();
  const before = until[0] === undefined ? [] : [words.before(dayText(until[0], speaker.locale, todayOf(turn)))];
  await say(turn, account, words.resumed(shortName(account)), before, tools);
}

async function pause(turn: CrmTurn, account: Stored<Account>, day: string | null, tools: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const words = pauseTexts(locale);
  const open = await tools.stores.deals.openOfAccount(privately(turn.viewer), account._id);
  if (open.length === 0) return void turn.whisper({ text: words.noDeal(shortName(account)) });
  if (day === null) {
    const lengths: [string, number][] = [
      [words.twoWeeks, 14],
      [words.month, 30],
      [words.quarter, 90],
    ];
    const choices = lengths.map(([label, days]) => ({
      label,
      value: { account: account._id, ask: 'pause', day: addDays(todayOf(turn), days) },
    }));
    return turn.ask({ text: words.untilWhen(clip(shortName(account), NAME_WIDTH)), choices });
  }
  for (const deal of open) turn.draft.change(dealKind, deal, { pausedUntil: day, touchedAt: turn.now });
  await say(turn, account, words.paused(shortName(account)), [words.until(dayText(day, locale, todayOf(turn)))], tools);
}

/** Says what was done, with an undo, and tells the owner where that is somebody else. */
async function say(
  turn: CrmTurn,
  account: Stored<Account>,
  done: string,
  lines: readonly string[],
  tools: CrmTools,
): Promise<void> {
  const { undo } = pauseTexts(turn.speaker.locale);
  turn.whisper({
    text: [`✓ ${done}`, ...lines].join('\n'),
    buttons: [{ label: undo, action: 'undo.record', args: { set: turn.draft.setId } }],
  });
  turn.undoable();
  if (account.owner !== turn.speaker.id) await tellOwner(turn, account, [done, ...lines].join('\n'), tools);
}

/** Of these deals those of which the speaker asked a reminder to say no more (暂停), and nothing has happened since. */
async function silencedOf({ draft, speaker }: Pick<CrmTurn, 'draft' | 'speaker'>, deals: readonly Stored<Deal>[]) {
  const own = deals.filter(({ owner }) => owner === speaker.id);
  const nudges = await draft.readAll(
    nudgeKind,
    own.map(({ _id }) => nudgeId(STALE, _id, speaker.id)),
  );
  return own.filter(({ touchedAt, openedAt }, at) => {
    const nudge = nudges[at];
    return nudge?.paused === true && nudge.series === (touchedAt ?? openedAt).toISOString();
  });
}

async function sayPaused(turn: CrmTurn, most: number, { stores }: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const words = pauseTexts(locale);
  const today = todayOf(turn);
  const open = await stores.deals.list(privately(turn.viewer), { stage: { $nin: ['won', 'lost'] } });
  const silenced = new Set((await silencedOf(turn, open)).map(({ _id }) => _id));
  const resting = open
    .filter(({ _id, pausedUntil }) => silenced.has(_id) || (pausedUntil !== null && pausedUntil > today))
    .sort((left, right) => (left.pausedUntil ?? '9').localeCompare(right.pausedUntil ?? '9'));
  if (resting.length === 0) return void turn.whisper({ text: words.none });
  const rows = resting.slice(0, most).map(({ name, amount, currency, pausedUntil }) => {
    const until =
      pausedUntil !== null && pausedUntil > today ? words.until(dayText(pausedUntil, locale, today)) : words.untilNews;
    return listRow([
      soft(name),
      until,
      ...(amount === null || currency === null ? [] : [moneyText(amount, currency, locale)]),
    ]);
  });
  turn.whisper({
    text: [words.head(resting.length), ...rows].join('\n'),
    buttons: resting.length > rows.length ? [{ label: words.all, action: 'pause-deals.all' }] : [],
  });
}
