import type { Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import type { ConversationFields, Said } from '../../chat/capability.ts';
import { countText, moneyText, toMinor } from '../../chat/format.ts';
import type { Locale } from '../../chat/texts.ts';
import { fitted } from '../../chat/width.ts';
import { type StagePreset, stageIn, stageLabel } from '../../crm/deal/stages.ts';
import { actOnSteps } from '../act-on-steps.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { inviteLog } from '../invite-log.ts';
import { lastQuery } from '../last-query.ts';
import { notYoursTexts } from '../not-yours.ts';
import { type NumberedAct, numberedAct } from '../numbered-act.ts';
import { openAccount } from '../open-account.ts';
import { asksOtherDays, type Days, periodText, quarterOf } from '../period.ts';
import { rateHint } from '../rate-words.ts';
import { settleWhose } from '../settle-whose.ts';
import { moveSteps } from '../step-acts.ts';
import { type Named, ourNext, ownersAsked, type Whose, whoseAfter, whoseCalled } from '../whose.ts';
import { type Cut, cutAsked, type ListName } from './deals-asked.ts';
import { listAsked, rowCommand, type Whom } from './read-command.ts';
import { type ListRow, leastIn, readList } from './read-list.ts';
import { myListTexts } from './texts.ts';
import { totalLines } from './total-lines.ts';

const NAME = 'my-list';
const MOST_ROWS = 5;
/** Rows of a whole list; what is behind them is asked for by narrower words. */
const MOST_AT_ALL = 100;

type Shown = Pick<ListRow, 'account' | 'name' | 'step'>;

/** A list that is asked for. `days`: null: those that the message names, else this quarter. */
interface Question extends Cut {
  list: ListName;
  whose: 'mine' | 'ours' | Whose;
  days: Days | null;
}

type Asked =
  | { kind: 'list'; question: Question; all?: true }
  | { kind: 'days'; question: Question }
  | { kind: 'named'; question: Question; named: Named }
  | { kind: 'row'; rows: Shown[]; open?: number; log?: number; act?: NumberedAct };

/**
 * Lists customers, open deals or ended ones: one's own, those of all whom one sees, a colleague's or a team's; what needs
 * care first. For ten minutes words go on about it (二组呢, 上个月呢, 只看大于50万的, 按金额排), a number opens its row, 1记一笔 logs on it, and
 * 1完成 or 2推到周五 act on its next step.
 */
export const createMyList = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '我的客户、商机、丢单', en: 'My customers, deals, lost deals' },
  examples: { zh: ['我的客户', '我的商机'], en: ['my customers', 'my deals'] },
  async command(text, _locale, conversation, { now }): Promise<Asked | null> {
    const words = listAsked(text);
    if (words !== null) {
      const { whom, whose: _, ...cut } = words;
      return asked({ ...cut, whose: 'mine', days: null }, whom, tools);
    }
    const last = questionBefore(conversation, now);
    if (last === null) return null;
    const cut = cutAsked(text);
    if (cut !== null) return { kind: 'list', question: { ...last, ...cut } };
    const shown = lastQuery(conversation, NAME, now)?.rows as Shown[] | undefined;
    if (shown === undefined) return null;
    const named = await ourNext(text, tools);
    if (named !== null) return { kind: 'named', question: last, named };
    if (isOfDays(last) && asksOtherDays(text)) return { kind: 'days', question: { ...last, days: null } };
    const act = numberedAct(text);
    if (act !== null) return { kind: 'row', rows: shown, act };
    const command = rowCommand(text);
    if (command === null) return null;
    if (!('all' in command)) return { kind: 'row', rows: shown, ...command };
    const { first: _, ...whole } = last;
    return { kind: 'list', question: whole, all: true };
  },
  async goesOn({ text, understanding: { remarks } }, conversation, now): Promise<Asked | null> {
    const last = lastQuery(conversation, NAME, now)?.question as Question | undefined;
    if (last === undefined) return null;
    const named = await whoseAfter(text, remarks.colleagues, tools);
    return named.kind === 'nobody' ? null : { kind: 'named', question: last, named };
  },
  async run(turn, said, command) {
    const asked = command as unknown as Asked;
    if (asked.kind === 'row') return onRow(turn, said, asked, tools);
    const { period, remarks } = said.understanding;
    const days = period ?? remarks.period ?? asked.question.days ?? quarterOf(todayOf(turn));
    const question = { ...asked.question, days };
    if (asked.kind === 'named') return sayNamed(turn, question, asked.named, tools);
    await sayList(turn, question, asked.kind === 'list' && asked.all ? MOST_AT_ALL : MOST_ROWS, tools);
  },
  async answered(turn, question, choice) {
    if (choice.list !== undefined) return sayList(turn, choice as unknown as Question, MOST_ROWS, tools);
    const { steps, time } = question.memo as { steps: string[]; time: string | null };
    if (typeof choice.day === 'string') await moveSteps(turn, steps, { day: choice.day, time });
  },
  actions: {
    'my-list.all': (turn, args) => sayList(turn, args as unknown as Question, MOST_AT_ALL, tools),
  },
});

const isOfDays = ({ list, only }: Question): boolean =>
  list === 'won' || list === 'lost' || only === 'closing' || only === 'fresh';

/** The list that words go on about: the last one here, or the deals of a report that was last shown. */
function questionBefore(conversation: ConversationFields, now: Date): Question | null {
  const own = lastQuery(conversation, NAME, now);
  if (own !== null) return own.question as Question;
  const report = lastQuery(conversation, 'pipeline-report', now) as { of: Whose | null; days: Days } | null;
  return report === null ? null : { list: 'deals', whose: report.of ?? 'ours', days: report.days };
}

/** A list of whomever words name; null where it is nobody of ours: a customer's deals are no list. */
async function asked(question: Question, whom: Whom, tools: CrmTools): Promise<Asked | null> {
  if (typeof whom === 'string') return { kind: 'list', question: { ...question, whose: whom } };
  const named = await whoseCalled(whom.named, tools);
  return named.kind === 'nobody' ? null : { kind: 'named', question, named };
}

async function sayNamed(turn: CrmTurn, question: Question, named: Named, tools: CrmTools): Promise<void> {
  const choice = (whose: Whose) => ({ ...question, whose });
  await settleWhose(turn, named, choice, (whose) =>
    sayList(turn, whose === null ? question : { ...question, whose }, MOST_ROWS, tools),
  );
}

/** To the asker alone, also in a group; with the rights of this moment. */
async function sayList(turn: CrmTurn, asked: Question, most: number, tools: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const texts = myListTexts(locale);
  const owners = await ownersOfList(turn.viewer, asked.whose, tools);
  if (owners === null) return void turn.whisper({ text: notYoursTexts(locale).records(nameOf(asked)) });
  // All that somebody sees who sees their own alone is theirs.
  const alone = asked.whose === 'ours' && owners.every((owner) => owner === turn.speaker.id);
  const question: Question = alone ? { ...asked, whose: 'mine' } : asked;
  const days = question.days ?? quarterOf(todayOf(turn));
  const team = await tools.stores.team.settings();
  const preset = team.stages;
  const isBySize = question.list === 'deals' && (question.byAmount === true || question.least !== undefined);
  const compared = isBySize ? await tools.stores.deals.openOf(privately(turn.viewer), owners) : [];
  const measured = { ...question, ...leastIn(question, compared, team) };
  const rows = await readList(turn, { ...measured, owners, days }, tools);
  const shown = rows.slice(0, MOST_AT_ALL).map(({ account, name, step }): Shown => ({ account, name, step }));
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { question, rows: shown } } });
  if (rows.length === 0) return void turn.whisper({ text: nothing(measured, days, turn, preset) });
  const total = question.sum ? totalLines(rows, team, locale) : [];
  const isWhole = most === MOST_AT_ALL;
  const room = isWhole ? most : most - total.length;
  const rest = rows.length - room;
  const lines = rows.slice(0, room).map(({ line }, at) => fitted([[`${at + 1} `, ...line]], 2).join(''));
  const more = question.list === 'customers' ? texts.more : texts.moreDeals;
  const hint = await rateHint(turn, team, compared, tools);
  const head = headOf(measured, days, rows.length, turn, preset);
  turn.whisper({
    text: [head, ...total, ...lines, ...(rest > 0 ? [more(rest)] : []), ...hint].join('\n'),
    buttons: rest > 0 && !isWhole ? [{ label: texts.all, action: 'my-list.all', args: { ...question } }] : [],
  });
}

/** The people whose records a list is of; null where the asker may not be told of them. */
async function ownersOfList(viewer: Viewer, whose: Question['whose'], tools: CrmTools): Promise<string[] | null> {
  if (whose === 'mine') return [viewer.person];
  if (whose !== 'ours') return ownersAsked(viewer, whose, tools);
  const { owners } = privately(viewer);
  return owners === 'all' ? (await tools.stores.people.active()).map(({ _id }) => _id) : [...owners];
}

const nameOf = ({ whose }: Question): string => (typeof whose === 'string' ? '' : whose.name);

function whoseText({ whose }: Question, locale: Locale): string {
  const texts = myListTexts(locale);
  return typeof whose === 'string' ? texts[whose] : texts.of(whose.name);
}

function headOf(question: Question, days: Days, count: number, turn: CrmTurn, preset: StagePreset): string {
  const { locale } = turn.speaker;
  const texts = myListTexts(locale);
  const { list, least, only, stage } = question;
  const head = texts[list](whoseText(question, locale), count);
  return [
    head,
    ...(only === undefined ? [] : [texts[only]]),
    ...(stage === undefined ? [] : [stageLabel(preset, stageIn(preset, stage), locale)]),
    ...(isOfDays(question) ? [periodText(days, todayOf(turn), locale)] : []),
    ...(least === undefined ? [] : [texts.atLeast(sumText(least, locale))]),
  ].join(' · ');
}

/** A sum that named no currency is said without one. */
const sumText = ({ amount, currency }: NonNullable<Cut['least']>, locale: Locale): string =>
  currency !== null || locale === 'zh'
    ? moneyText(toMinor(amount, currency ?? 'CNY'), currency ?? 'CNY', locale)
    : countText(amount);

function nothing(question: Question, days: Days, turn: CrmTurn, preset: StagePreset): string {
  const texts = myListTexts(turn.speaker.locale);
  const { list, whose, least, only, stage } = question;
  const isCut = least !== undefined || only !== undefined || stage !== undefined;
  if (isOfDays(question) || isCut || whose === 'ours') return headOf(question, days, 0, turn, preset);
  if (whose !== 'mine') return list === 'customers' ? texts.noneOf(whose.name) : texts.noDealsOf(whose.name);
  return list === 'customers' ? texts.noCustomers : texts.noDeals;
}

async function onRow(
  turn: CrmTurn,
  said: Said,
  { rows, open, log, act }: Asked & { kind: 'row' },
  tools: CrmTools,
): Promise<void> {
  const texts = myListTexts(turn.speaker.locale);
  if (act !== undefined) {
    const bare = act.rows.map((number) => rows[number - 1]).find((row) => row !== undefined && row.step === null);
    if (bare !== undefined) return void turn.whisper({ text: texts.noStep(bare.name) });
    const steps = rows.map(({ step }) => step ?? '');
    return actOnSteps(turn, said, act, steps);
  }
  const number = open ?? log ?? 0;
  const row = rows[number - 1];
  if (row === undefined) return void turn.whisper({ text: texts.noRow(number) });
  if (log !== undefined) return void inviteLog(turn, row.account, row.name);
  turn.whisper((await openAccount(turn, row.account, tools)) ?? { text: texts.gone });
}
