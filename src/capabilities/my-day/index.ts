import { privately } from '../../access/viewer-for.ts';
import type { ConversationFields } from '../../chat/capability.ts';
import { actOnSteps } from '../act-on-steps.ts';
import { asksForMore } from '../asks-for-more.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { notYoursTexts } from '../not-yours.ts';
import { type NumberedAct, numberedAct } from '../numbered-act.ts';
import { settleWhose } from '../settle-whose.ts';
import { moveSteps } from '../step-acts.ts';
import { type Named, ownersAsked, type Whose, whoseAfter, whoseCalled, whoseIn } from '../whose.ts';
import { type Span, seenFrom, spanAfter, spanAsked } from './days-asked.ts';
import { listSteps, type StepsAsked } from './list-steps.ts';

const NAME = 'my-day';
const COMMAND =
  /^(?:今天|今日|我的一天|今天(?:还)?(?:有|要)(?:什么|啥)(?:事|安排)?|(?:我(?:的)?)?(?:接下来|下一步|下步)(?:要|有|该|是)?(?:干嘛|干什么|做什么|什么事?|啥)?|my day|today|(?:is there )?(?:anything|what)(?:['’]?s)? (?:else|left)(?: on| to do| for me)?(?: for)?(?: today)?|(?:what(?:'s| is) )?(?:my )?next(?: step| steps| up)?(?: for me)?)[\s??。.!!]*$/iu;
const NEXT = /接下来|下一?步|next/iu;
/** A colleague's or a team's, and nothing else: also where a record of this talk could go on. */
const OF =
  /^(?:看看?|查看?)?(?!我)[^,，。\s]{1,12}的(?:待办|任务|日程)(?:事项|清单|列表)?(?:有哪些|是什么)?[\s??。.!!]*$|^(?:show\s+(?:me\s+)?)?(?!my\b)[\p{L} ]{1,30}['’]s?\s+(?:tasks|to-?dos?|steps|schedule)[\s?.!]*$/iu;
/** 林悦还有待办吗, 张伟手上有什么没做的: of somebody, in a question without 的. */
const LEFT_TO =
  /^(?:看看?|查看?)?([^,，。\s的]{1,8}?)(?:那边|手上|手里|现在|目前|最近)?(?:还|都)?(?:有没有|有|剩|剩下)(?:什么|啥|哪些|多少|几[个件条])?(?:没做(?:完)?的?|要做的?|没完成的?)?(?:待办|任务|事|事情|活|步骤|下一步)?(?:没做|没完成|要做|没办)?(?:事项)?(?:了?[吗么没]|没有)?[\s??。.!!]*$/u;
const MOST_ROWS = 5;
const MOST_AT_HOME = 20;
/** What a colleague did, or is to be done to them, asks for no list: 林悦今天跟了谁, 林悦请假到周三. */
const SAYS_MORE = /了(?!吗)|取消|改[到成为]|推到|请假|离职|转给|\b(?:did|has|cancel|push|move|left)\b/iu;
/** What was done is told, what is to be done comes after: 今天跑了几家, 明天呢. */
const isOwnDayTold = (conversation: Readonly<ConversationFields>, now: Date): boolean => {
  const told = lastQuery(conversation, 'daily-report', now);
  return told !== null && told.work === undefined;
};
const GONE_BY = /[昨前上]|\b(?:yesterday|last|before)\b/iu;
const MINE: StepsAsked = { span: { kind: 'today' }, of: null };

/** What words ask for: a list, all of the last one, or something done to its rows. */
type Asked =
  | { kind: 'list'; asked: StepsAsked; all?: true }
  | { kind: 'named'; named: Named; span: Span }
  | { kind: 'act'; act: NumberedAct; steps: string[] };

/**
 * Lists steps: today's with the overdue ones, those of other days, all open ones, or a colleague's or team's for whoever
 * may see them. For ten minutes the numbers can be acted on (1完成, 2推到周五) and other days asked for (明天呢).
 */
export const createMyDay = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '今天、明天、下周要做的事', en: 'The steps of today, tomorrow, next week' },
  examples: { zh: ['今天', '下周有什么安排'], en: ['my day', "what's on tomorrow"] },
  intents: ['task.list'],
  async command(text, _locale, conversation, { now }): Promise<Asked | null> {
    const said = text.trim();
    if (OF.test(said)) {
      const named = await whoseIn(said, [], tools);
      if (named.kind !== 'nobody') return { kind: 'named', named, span: { kind: 'all' } };
    }
    const left = /待办|任务|没做|要做|没完成|下一步/u.test(said) ? LEFT_TO.exec(said)?.[1] : undefined;
    if (left !== undefined && !/我|谁|哪/u.test(left)) {
      const named = await whoseCalled(left, tools);
      if (named.kind === 'whose' || named.kind === 'several') return { kind: 'named', named, span: { kind: 'all' } };
    }
    if (COMMAND.test(said))
      return { kind: 'list', asked: NEXT.test(said) ? { span: { kind: 'all' }, of: null } : MINE };
    const last = lastQuery(conversation, NAME, now) as (StepsAsked & { steps: string[] }) | null;
    if (last === null) return null;
    if (asksForMore(said)) return { kind: 'list', asked: { span: last.span, of: last.of }, all: true };
    const act = numberedAct(text);
    return act === null ? null : { kind: 'act', act, steps: last.steps };
  },
  async goesOn({ text, understanding }, conversation, now): Promise<Asked | null> {
    const last = lastQuery(conversation, NAME, now) as StepsAsked | null;
    if (last === null && isOwnDayTold(conversation, now) && !GONE_BY.test(text)) {
      const span = spanAfter(text, understanding);
      return span === null ? null : { kind: 'list', asked: { span, of: null } };
    }
    if (last === null || SAYS_MORE.test(text)) return null;
    const named = await whoseAfter(text, understanding.remarks.colleagues, tools);
    if (named.kind === 'whose' || named.kind === 'several') return { kind: 'named', named, span: last.span };
    const span = spanAfter(text, understanding);
    return span === null ? null : { kind: 'list', asked: { span, of: last.of } };
  },
  async run(turn, said, command) {
    const asked = command as Asked | null;
    if (asked?.kind === 'act') return actOnSteps(turn, said, asked.act, asked.steps);
    if (asked?.kind === 'list')
      return say(turn, asked.asked, asked.all === true ? Number.POSITIVE_INFINITY : MOST_ROWS, tools);
    if (asked?.kind === 'named') return sayNamed(turn, asked.named, asked.span, tools);
    const span = spanAsked(said.understanding);
    await sayNamed(turn, await whoseIn(said.text, said.understanding.remarks.colleagues, tools), span, tools);
  },
  async answered(turn, question, choice) {
    const { steps, time } = question.memo as { steps?: string[]; time?: string | null };
    if (typeof choice.day === 'string') return moveSteps(turn, steps ?? [], { day: choice.day, time: time ?? null });
    if (choice.span !== undefined) await say(turn, choice as unknown as StepsAsked, MOST_ROWS, tools);
  },
  actions: {
    'my-day.all': (turn, args) => say(turn, args as unknown as StepsAsked, Number.POSITIVE_INFINITY, tools),
  },
  home: async (reading) =>
    (await listSteps(reading, privately(reading.viewer), MINE, [reading.speaker.id], MOST_AT_HOME, tools)).message,
});

/** Lists the steps of whomever words named; a name that fits several is asked about. */
async function sayNamed(turn: CrmTurn, named: Named, span: Span, tools: CrmTools): Promise<void> {
  const choice = (of: Whose) => ({ span, of });
  await settleWhose(turn, named, choice, (of) => say(turn, { span, of }, MOST_ROWS, tools));
}

/** To the asker alone, also in a group; with the rights of this moment. */
async function say(turn: CrmTurn, asked: StepsAsked, most: number, tools: CrmTools): Promise<void> {
  const { of } = asked;
  const span = seenFrom(todayOf(turn), asked.span);
  const viewer = privately(turn.viewer);
  const owners = of === null ? [turn.speaker.id] : await ownersAsked(viewer, of, tools);
  if (owners === null) {
    const { records } = notYoursTexts(turn.speaker.locale);
    return void turn.whisper({ text: records(of?.name ?? '') });
  }
  const { message, steps } = await listSteps(turn, viewer, { span, of }, owners, most, tools);
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { steps, span, of } } });
  turn.whisper(message);
}
