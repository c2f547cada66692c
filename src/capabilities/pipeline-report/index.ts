import { narrowed, privately } from '../../access/viewer-for.ts';
import { asksForMore } from '../asks-for-more.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { notYoursTexts } from '../not-yours.ts';
import { asksOtherDays, type Days, quarterOf } from '../period.ts';
import { sayScoped } from '../say-scoped.ts';
import { settleWhose } from '../settle-whose.ts';
import { mayAskOf, type Named, ourNext, ownersOf, type Whose, whoseAfter, whoseCalled, whoseIn } from '../whose.ts';
import { type BasisArgs, basisText } from './basis.ts';
import { comparedIn, comparisonOf } from './compare.ts';
import { askWhose } from './drill.ts';
import type { Question } from './question.ts';
import { listOf, reportOf } from './report.ts';
import { pipelineTexts } from './texts.ts';

const NAME = 'pipeline-report';
/** A colleague by a familiar form, which is read as somebody of a customer's: in a report's words it is one of ours. */
const FAMILIAR_FIRST = /^(?:看看?)?[小老阿]\p{Script=Han}的[^,,。]{0,8}漏斗[。??\s]*$/u;
/** 这个月签了多少, how much did we close this month: the funnel of those days tells. */
const WON =
  /^(?!.{0,12}(?:预计|估计|能|会|可以|大概|争取))[^,，。]{0,14}(?:签|成交|赢|拿下|做成)(?:了|下来?|成)?(?:多少|几)(?:单|个|钱|万|家)?[??。\s]*$|^[^,，。]{0,12}业绩(?:怎么样|如何|多少|咋样)[??。\s]*$|^how (?:much|many)[^,.]{0,20} (?:did|have|has) [^,.]{1,20} (?:close|sign|win|won|sell|sold|book)(?:d|ed)?\b[^,.]{0,24}$|^what did [^,.]{1,16} (?:close|win|sign)\b[^,.]{0,24}$|^how (?:am i|are we|is the team|did (?:i|we|the team)) (?:doing|do|performing|perform)\b(?! (?:on|with)\b)[^,.]{0,24}$/iu;
/** 回到二组, back to East: after a look at a customer or a list the report of that team stands again. */
const BACK = /^(?:那|再)*(?:回到|返回|退回)(.{1,20}?)[。\s]*$|^(?:go )?back to (?:the )?(.{1,30}?)(?: team)?[.\s]*$/iu;
const BASIS = /^(?:口径|basis)[。.!!]?$/iu;

/** What words that go on about a report ask for. */
type More =
  | { kind: 'basis' | 'all'; basis: BasisArgs }
  | { kind: 'asked' }
  | { kind: 'compared'; whose: Whose[] | 'all'; days: Days | null }
  | { kind: 'days'; of: Whose | null }
  | { kind: 'named'; named: Named; days: Days };

/** Answers how the pipeline stands: count, amount and conversion by stage, for what the listeners may see. */
export const createPipelineReport = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '看漏斗:数量、金额、转化', en: 'The pipeline: count, amount, conversion' },
  examples: { zh: ['本季度漏斗', '一组的漏斗'], en: ['show the pipeline', "show North's pipeline"] },
  intents: ['pipeline.show', 'report.funnel'],
  async command(text, _locale, conversation, { now, speaker }): Promise<More | null> {
    if (FAMILIAR_FIRST.test(text.trim()) || WON.test(text.trim())) return { kind: 'asked' };
    const basis = lastQuery(conversation, NAME, now) as (BasisArgs & { compared?: Whose[] | 'all' }) | null;
    const whose = await comparedIn(text, tools);
    if (whose !== null) return { kind: 'compared', whose, days: basis?.days ?? null };
    const back = BACK.exec(text.trim())?.slice(1).find(Boolean);
    const again = back === undefined || basis !== null ? null : await whoseCalled(back.trim(), tools);
    if (again?.kind === 'whose') return { kind: 'named', named: again, days: quarterOf(todayOf({ now, speaker })) };
    if (basis === null) return null;
    const named = await ourNext(text, tools);
    if (named !== null) return { kind: 'named', named, days: basis.days };
    const { compared } = basis;
    if (asksOtherDays(text))
      return compared === undefined
        ? { kind: 'days', of: basis.of }
        : { kind: 'compared', whose: compared, days: null };
    if (BASIS.test(text.trim())) return { kind: 'basis', basis };
    return asksForMore(text) ? { kind: 'all', basis } : null;
  },
  async goesOn({ text, understanding: { remarks } }, conversation, now): Promise<More | null> {
    const basis = lastQuery(conversation, NAME, now) as BasisArgs | null;
    if (basis === null) return null;
    const named = await whoseAfter(text, remarks.colleagues, tools);
    return named.kind === 'nobody' ? null : { kind: 'named', named, days: basis.days };
  },
  async run(turn, { text, understanding: { period, remarks } }, command) {
    const more = command as More | null;
    if (more?.kind === 'basis') return void turn.whisper({ text: basisText(turn, more.basis) });
    if (more?.kind === 'all') return void turn.whisper(await listOf(turn, more.basis, tools));
    if (more?.kind === 'compared') {
      const { whose } = more;
      return sayCompared(turn, whose, period ?? remarks.period ?? more.days ?? quarterOf(todayOf(turn)), tools);
    }
    if (more?.kind === 'named') return sayNamed(turn, more.named, more.days, tools);
    const days = period ?? remarks.period ?? quarterOf(todayOf(turn));
    if (more?.kind === 'days') return say(turn, { days, of: more.of }, tools);
    await sayNamed(turn, await whoseIn(text, remarks.colleagues, tools), days, tools);
  },
  answered: (turn, _question, choice) => say(turn, choice as unknown as Question, tools),
  actions: {
    'pipeline-report.basis': async (turn, args) => {
      turn.whisper({ text: basisText(turn, args as unknown as BasisArgs) });
    },
    'pipeline-report.all': async (turn, args) => {
      turn.whisper(await listOf(turn, args as unknown as Question, tools));
    },
    'pipeline-report.of': (turn, args) => say(turn, args as unknown as Question, tools),
    'pipeline-report.down': (turn, args) => askWhose(turn, args as unknown as Question, tools),
  },
});

/** To the asker alone, also in a group. */
async function sayCompared(turn: CrmTurn, compared: Whose[] | 'all', days: Days, tools: CrmTools): Promise<void> {
  const { owners } = privately(turn.viewer);
  const scope = owners === 'all' ? owners : owners.size;
  const memo = { days, of: null, asOf: turn.now.toISOString(), scope, compared };
  turn.remember({ query: { capability: NAME, at: turn.now, memo } });
  const text = await comparisonOf(turn, compared, days, tools);
  turn.whisper({ text: text ?? pipelineTexts(turn.speaker.locale).empty });
}

/** Answers about whomever words named; a name that fits several is asked about. */
async function sayNamed(turn: CrmTurn, named: Named, days: Days, tools: CrmTools): Promise<void> {
  const choice = (of: Whose) => ({ days, of });
  await settleWhose(turn, named, choice, (of) => say(turn, { days, of }, tools));
}

/** Answers with the rights and the company of this moment, also when an old button asks. */
async function say(turn: CrmTurn, question: Question, tools: CrmTools): Promise<void> {
  const texts = pipelineTexts(turn.speaker.locale);
  const owners = await ownersOf(question.of, tools);
  if (question.of !== null && !mayAskOf(privately(turn.viewer), question.of, owners))
    return void turn.whisper({ text: notYoursTexts(turn.speaker.locale).records(question.of.name) });
  const team = await tools.stores.team.settings();
  await sayScoped(turn, (viewer) => reportOf(turn, narrowed(viewer, owners), question, team, tools), {
    text: texts.empty,
  });
}
