import { privately } from '../../access/viewer-for.ts';
import type { ConversationFields, Said } from '../../chat/capability.ts';
import { dayText } from '../../chat/format.ts';
import { isDirect } from '../../chat/message.ts';
import { defineTexts } from '../../chat/texts.ts';
import { foldedName } from '../../crm/account/account-name.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { buttonKind } from '../../ledger/button.ts';
import type { ToldRow } from '../../rules/told-rows.ts';
import { actOnSteps } from '../act-on-steps.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { inviteLog } from '../invite-log.ts';
import { lastQuery, otherAnswered } from '../last-query.ts';
import { type NumberedAct, numberedAct, numberedLog, numberedOpen } from '../numbered-act.ts';
import { openAccount } from '../open-account.ts';
import { completeSteps } from '../step-acts.ts';
import { whyAsked } from './read-command.ts';

const texts = defineTexts({
  zh: {
    until: (day: string) => `好,${day} 再提醒。`,
    nothing: '没有可推后的了。',
    paused: '已暂停,有新进展再提醒。',
    resumed: '恢复提醒。',
    noReason: '最近没有主动提醒过你。',
    unknown: '这条提醒已经过期。',
    notOffered: (label: string) => `上一条提醒里没有「${label}」。`,
    noRow: (number: number) => `清单里没有第 ${number} 条。`,
    noStep: (name: string) => `${name}没有下一步。`,
    resume: '恢复',
    fewer: '少提醒',
  },
  en: {
    until: (day: string) => `All right, again on ${day}.`,
    nothing: 'Nothing left to put off.',
    paused: 'Paused until something happens.',
    resumed: 'Reminders are back on.',
    noReason: 'I have not nudged you lately.',
    unknown: 'That reminder has expired.',
    notOffered: (label: string) => `The last reminder has no "${label}".`,
    noRow: (number: number) => `There is no number ${number} in the list.`,
    noStep: (name: string) => `${name} has no next step.`,
    resume: 'Restore',
    fewer: 'Fewer',
  },
});

/** Labels under reminders, typed: they press the one under the last reminder. */
const LABEL = /^(?:完成|记一笔|明天再说|暂停|全部|done|log it|tomorrow|pause|show all)(?=[。.!!]?$)/iu;
const LATER = /^(?:明天再说|tomorrow)$/iu;
const DAY_MS = 86_400_000;
const NAME = 'reminder';

/** What typed words want: why, of a row or of all; what a button says; or something done to the rows of the list. */
type Wanted = {
  label?: string;
  act?: NumberedAct;
  log?: number;
  open?: number;
  rows?: ToldRow[];
  why?: ToldRow | null;
};

/** What one answers to a reminder: done, later, pause, and why it came; by its buttons or in their words. */
export const createReminder = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '为什么提醒我', en: 'Why a reminder came' },
  examples: { zh: ['为什么'], en: ['why?'] },
  async command(text, _locale, conversation, asker): Promise<Wanted | null> {
    const why = whyAsked(text);
    if (why === 'all') return { why: null };
    if (why !== null) return whyOf(why, conversation, asker, tools);
    const label = conversation.amending === null ? LABEL.exec(text.trim())?.[0] : undefined;
    if (label !== undefined) return { label };
    const act = numberedAct(text);
    const log = act === null ? numberedLog(text) : null;
    const bare = conversation.amending === null && !otherAnswered(conversation, NAME, asker.now);
    const open = bare && act === null && log === null ? numberedOpen(text) : null;
    if ((act === null && log === null && open === null) || !isDirect(conversation.room)) return null;
    const rows = await rowsTold(conversation, asker, tools);
    if (rows.length === 0) return null;
    return { rows, ...(act !== null ? { act } : log !== null ? { log } : { open: open ?? 0 }) };
  },
  async run(turn, said, command) {
    const words = texts(turn.speaker.locale);
    const { label, why = null, ...numbered } = command as Wanted;
    if (numbered.rows !== undefined) return onRows(turn, said, numbered.rows, numbered, tools);
    const set = await tools.lastPush(turn.speaker.id);
    if (set === null) turn.whisper({ text: words.noReason });
    else if (label === undefined) await explain(turn, set, tools, why);
    else if (!(await pressTyped(turn, set, label, this.actions, tools)))
      turn.whisper({ text: words.notOffered(label) });
  },
  actions: {
    'reminder.done': (turn, { task }) => completeSteps(turn, [String(task)]),
    'reminder.log': (turn, { account }) => invite(turn, String(account), tools),
    'reminder.snooze': (turn, args) => putOff(turn, args, tools),
    'reminder.pause': (turn, args) => pause(turn, args, true, tools),
    'reminder.resume': (turn, args) => pause(turn, args, false, tools),
    'reminder.why': (turn, { set }) => explain(turn, String(set), tools),
    'list.all': async (turn, { set }) => {
      const rows = await tools.rules.listAll(String(set), asking(turn));
      if (rows !== null) turn.remember({ query: { capability: NAME, at: turn.now, memo: { rows } } });
      turn.whisper({ text: rows?.map(({ text }) => text).join('\n') ?? texts(turn.speaker.locale).unknown });
    },
  },
});

type Asker = Parameters<NonNullable<CrmCapability['command']>>[3];

/** The rows that numbers count: those of all that was shown last, else of what this person was told within a day. */
async function rowsTold(conversation: ConversationFields, asker: Asker, tools: CrmTools): Promise<ToldRow[]> {
  const listed = lastQuery(conversation, NAME, asker.now)?.rows as ToldRow[] | undefined;
  return listed ?? (await lastTold(asker, tools, 'toldRows'));
}

/** What was last told within a day: the rows that it showed, or all that are behind them. */
async function lastTold(
  { speaker, viewer, now }: Asker,
  { ledger, lastPush, rules }: CrmTools,
  which: 'toldRows' | 'listAll',
): Promise<ToldRow[]> {
  const set = await lastPush(speaker.id);
  const push = set === null ? null : await ledger.findSet(set);
  if (set === null || push === null || now.getTime() - push.at.getTime() > DAY_MS) return [];
  const asking = { viewer: privately(viewer), locale: speaker.locale, zone: speaker.zone, now };
  return (await rules[which](set, asking)) ?? [];
}

/** Why of one row, by its number or its customer's name; null where the last list has none of that name. */
async function whyOf(
  why: { row: number } | { name: string },
  conversation: ConversationFields,
  asker: Asker,
  tools: CrmTools,
): Promise<Wanted | null> {
  if ('row' in why) {
    const row = (await rowsTold(conversation, asker, tools))[why.row - 1];
    return row === undefined ? null : { why: row };
  }
  const name = foldedName(why.name);
  const all = await lastTold(asker, tools, 'listAll');
  const row = all.find(({ customer }) => foldedName(customer).startsWith(name));
  return row === undefined ? null : { why: row };
}

async function onRows(
  turn: CrmTurn,
  said: Said,
  rows: readonly ToldRow[],
  { act, log, open }: Wanted,
  tools: CrmTools,
): Promise<void> {
  const words = texts(turn.speaker.locale);
  const numbers = act?.rows ?? [log ?? open ?? 0];
  const beyond = numbers.find((number) => rows[number - 1] === undefined);
  if (beyond !== undefined) return void turn.whisper({ text: words.noRow(beyond) });
  const bare = numbers.map((number) => rows[number - 1]).find((row) => row !== undefined && row.task === null);
  if (act !== undefined && bare !== undefined) return void turn.whisper({ text: words.noStep(bare.customer) });
  if (act !== undefined)
    return actOnSteps(
      turn,
      said,
      act,
      rows.map(({ task }) => task ?? ''),
    );
  const { account, customer } = rows[(log ?? open ?? 0) - 1] ?? { account: null, customer: '' };
  if (account === null) return void turn.whisper({ text: words.unknown });
  if (log !== undefined) return void inviteLog(turn, account, customer);
  turn.whisper((await openAccount(turn, account, tools)) ?? { text: words.unknown });
}

async function invite(turn: CrmTurn, id: string, { stores }: CrmTools): Promise<void> {
  const account = await stores.accounts.byId(privately(turn.viewer), id);
  if (account === null) return void turn.whisper({ text: texts(turn.speaker.locale).unknown });
  inviteLog(turn, id, shortName(account));
}

/** Does what the button of this label under a reminder of the last day does; false where it has none. */
async function pressTyped(
  turn: CrmTurn,
  set: string,
  label: string,
  actions: CrmCapability['actions'],
  tools: CrmTools,
): Promise<boolean> {
  const push = await tools.ledger.findSet(set);
  if (push === null || turn.now.getTime() - push.at.getTime() > DAY_MS) return false;
  const buttons = push.messages.flatMap(({ message }) => message.buttons ?? []);
  const meant = buttons.find((button) => button.label.toLowerCase() === label.toLowerCase());
  const button = meant === undefined ? null : await turn.draft.read(buttonKind, meant.id);
  if (meant === undefined && LATER.test(label)) return putOffTyped(turn, buttons, tools);
  const act = button === null ? undefined : actions?.[button.action];
  if (button === null || act === undefined) return false;
  await act(turn, button.args, { id: button._id, set });
  return true;
}

/** Puts off the one thing that can be paused, where there was no room for a button of its own. */
async function putOffTyped(turn: CrmTurn, buttons: readonly { id: string }[], tools: CrmTools): Promise<boolean> {
  const records = await turn.draft.readAll(
    buttonKind,
    buttons.map(({ id }) => id),
  );
  const pauses = records.find((button) => button?.action === 'reminder.pause');
  if (pauses == null) return false;
  await putOff(turn, { ...pauses.args, days: 1 }, tools);
  return true;
}

const asking = (turn: CrmTurn) => ({
  viewer: turn.direct ? privately(turn.viewer) : turn.viewer,
  locale: turn.speaker.locale,
  zone: turn.speaker.zone,
  now: turn.now,
});

async function putOff(turn: CrmTurn, args: Record<string, unknown>, { rules }: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const { rule, subject, days } = args as { rule: string; subject: string; days: number };
  const asked = { rule, subject, days, recipient: turn.speaker.id };
  const until = await rules.snooze(turn.draft, asked, { zone: turn.speaker.zone, now: turn.now });
  const day = until === null ? null : dayText(until, turn.speaker.locale, todayOf(turn));
  turn.whisper({ text: day === null ? words.nothing : words.until(day) });
}

async function pause(
  turn: CrmTurn,
  args: Record<string, unknown>,
  paused: boolean,
  { rules }: CrmTools,
): Promise<void> {
  const words = texts(turn.speaker.locale);
  const { rule, subject } = args as { rule: string; subject: string };
  const asked = { rule, subject, recipient: turn.speaker.id, paused };
  const changed = await rules.pause(turn.draft, asked, { zone: turn.speaker.zone, now: turn.now });
  if (!changed) return void turn.whisper({ text: words.unknown });
  if (!paused) return void turn.whisper({ text: words.resumed });
  turn.whisper({
    text: words.paused,
    buttons: [{ label: words.resume, action: 'reminder.resume', args: { rule, subject } }],
  });
}

async function explain(turn: CrmTurn, set: string, { rules }: CrmTools, about: ToldRow | null = null): Promise<void> {
  const lines = await rules.explain(set, asking(turn), about);
  const words = texts(turn.speaker.locale);
  if (lines === null) return void turn.whisper({ text: words.unknown });
  turn.whisper({ text: lines.join('\n'), buttons: [{ label: words.fewer, action: 'my-reminders.fewer' }] });
}
