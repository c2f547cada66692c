import type { Scope } from '../../access/scope.ts';
import type { Viewer } from '../../access/viewer.ts';
import { narrowed } from '../../access/viewer-for.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { defineTexts } from '../../chat/texts.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { notYoursTexts } from '../not-yours.ts';
import { asksOtherDays, type Days, instantsOf, periodText, quarterOf, withoutPeriod } from '../period.ts';
import { sayScoped } from '../say-scoped.ts';
import { settleWhose } from '../settle-whose.ts';
import { type Named, ourNext, ownersAsked, type Whose, whoseAfter, whoseCalled } from '../whose.ts';

const texts = defineTexts({
  zh: {
    title: '赢单率',
    rate: (count: number) => `${count}%`,
    counts: (won: number, lost: number) => `赢${won}单,丢${lost}单`,
    won: '赢单',
    lost: '丢单',
    basis: '口径:赢 ÷(赢 + 丢),按结束的日子',
    none: '没有赢单也没有丢单。',
  },
  en: {
    title: 'Win rate',
    rate: (count: number) => `${count}%`,
    counts: (won: number, lost: number) => `${won} won, ${lost} lost`,
    won: 'Won',
    lost: 'Lost',
    basis: 'Won ÷ (won + lost), by the day they ended',
    none: 'No deal was won or lost.',
  },
});

const NAME = 'win-rate';
const RATE = /(?:赢单|成单|签单|成交|中标|赢|胜)率|\b(?:win|close|closing|hit|winning)[- ]rates?\b/iu;
const ASIDE =
  /^(?:看一?[看下]?|查一?[看下]?|请问|show|what(?:'s| is| was| are)?|how(?:'s| is)?|tell me|me|the|my|our|i|we|我们?的?|咱们?的?|团队的?|全公司的?|\s)+|(?:的|是|有|多少|怎么样|如何|呢|高吗|\b(?:of|for|in|so far)\b|['’]s?(?!\p{L})|[?。.!,\s])+$/giu;

/** Whose deals, and when they ended; `days` null: those that the message names, else this quarter. */
type Question = { of: Whose | null; days: Days | null };
type Asked = Question & { named?: Named };

/** Answers which share of the deals that have ended was won, with both counts, for what the listeners may see. */
export const createWinRate = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '赢单率', en: 'The win rate' },
  examples: { zh: ['本季度赢单率'], en: ['win rate this quarter'] },
  async command(text, _locale, conversation, { now }): Promise<Asked | null> {
    const said = text.normalize('NFKC').trim();
    if (said.length <= 60 && RATE.test(said)) {
      const name = withoutPeriod(said.replace(RATE, ' ')).replace(ASIDE, '').replace(ASIDE, '').trim();
      if (name === '') return { of: null, days: null };
      const named = await whoseCalled(name, tools);
      return named.kind === 'nobody' ? null : { of: null, days: null, named };
    }
    const last = lastQuery(conversation, NAME, now) as Question | null;
    if (last === null) return null;
    const named = await ourNext(text, tools);
    if (named !== null) return { ...last, named };
    return asksOtherDays(text) ? { of: last.of, days: null } : null;
  },
  async goesOn({ text, understanding: { remarks } }, conversation, now): Promise<Asked | null> {
    const last = lastQuery(conversation, NAME, now) as Question | null;
    if (last === null) return null;
    const named = await whoseAfter(text, remarks.colleagues, tools);
    return named.kind === 'nobody' ? null : { ...last, named };
  },
  async run(turn, { understanding: { period, remarks } }, command) {
    const { of, named, days: before } = command as unknown as Asked;
    const days = period ?? remarks.period ?? before ?? quarterOf(todayOf(turn));
    if (named === undefined) return say(turn, days, of, tools);
    const choice = (whose: Whose) => ({ days, of: whose });
    await settleWhose(turn, named, choice, (whose) => say(turn, days, whose ?? of, tools));
  },
  answered: (turn, _question, choice) => say(turn, choice.days as Days, choice.of as Whose, tools),
});

async function say(turn: CrmTurn, days: Days, of: Whose | null, tools: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const words = texts(locale);
  const owners = of === null ? 'all' : await ownersAsked(turn.viewer, of, tools);
  if (owners === null) return void turn.whisper({ text: notYoursTexts(locale).records(of?.name ?? '') });
  const scope: Scope = owners === 'all' ? 'all' : new Set(owners);
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { of, days } } });
  const title = [words.title, periodText(days, todayOf(turn), locale), ...(of === null ? [] : [of.name])].join(' · ');
  await sayScoped(turn, (viewer) => rateOf(turn, narrowed(viewer, scope), { days, title }, tools), {
    text: `${title}\n${words.none}`,
  });
}

async function rateOf(
  turn: CrmTurn,
  viewer: Viewer,
  { days, title }: { days: Days; title: string },
  { stores }: CrmTools,
): Promise<MessageDraft | null> {
  const { locale, zone } = turn.speaker;
  const words = texts(locale);
  const { from, to } = instantsOf(days, zone);
  const ended = await stores.deals.list(viewer, {
    stage: { $in: ['won', 'lost'] },
    closedAt: { $gte: from, $lte: to },
  });
  if (ended.length === 0) return null;
  const won = ended.filter(({ stage }) => stage === 'won').length;
  const lost = ended.length - won;
  const rate = words.rate(Math.round((100 * won) / ended.length));
  const row = [String(won), String(lost), rate];
  return {
    text: [title, `${rate} · ${words.counts(won, lost)}`, words.basis].join('\n'),
    table: { title, head: [words.won, words.lost, words.title], rows: [row], figures: [0, 1, 2] },
  };
}
