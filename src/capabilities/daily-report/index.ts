import { maySee, type Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { dayText as dayOf, parseDay } from '../../calendar/days.ts';
import type { Speaker } from '../../chat/capability.ts';
import { dayText, moneyText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { clip, fitted, rowsOf } from '../../chat/width.ts';
import { type StagePreset, stageLabel } from '../../crm/deal/stages.ts';
import { groupCalled } from '../../crm/group/group.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import { isTitled, meantBy } from '../../crm/person/meant-by.ts';
import type { Person } from '../../crm/person/person.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { asksForMore } from '../asks-for-more.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { asksOtherDays, weekOf } from '../period.ts';
import { settleWhose } from '../settle-whose.ts';
import { type Named, ourNext, type Whose, whoseAfter, whoseCalled, whoseIn } from '../whose.ts';
import { type Day, readDay } from './read-day.ts';
import { sayTeamWork, TEAM_ROWS, type TeamWork } from './team-day.ts';
import { dailyTexts } from './texts.ts';
import { asksWhoIsSilent, ownDayAsked, whoseDayAsked } from './whose-day.ts';

const NAME = 'daily-report';
const COMMAND =
  /^(?:(?:写|生成|出|发|看|我的|今天的?|今日)*日报|(?:my\s+|today['’]?s\s+)?daily\s+(?:report|summary))[\s??。.!!]*$/iu;
/** 谁跟进最多, who logged the most: what people have logged, the busiest first. */
const BUSIEST =
  /^[^,,。]{0,10}谁(?:的)?(?:跟进|拜访|联系|记录?|电话|打电话|见客户|跑客户|活动)[^,,。]{0,8}最(?:多|勤|积极)[^,,。]{0,4}$|^[^,,。]{0,10}谁最(?:勤快?|积极|忙)[??。\s]*$|^[^,,。]{0,8}(?:跟进|拜访|电话)(?:次数|量|数)?(?:的)?(?:排名|排行榜?)[??。\s]*$|^who (?:has |have )?(?:logged|noted|recorded|called|visited|followed up|contacted|made|did)\b[^,.]{0,30}\b(?:the )?most\b[^,.]{0,30}$|^(?:who(?:'s| is| was) (?:the )?)?(?:most active|busiest)(?: reps?| person)?[^,.]{0,20}$/iu;
const AT_WORK =
  /^(?!我)([^,,。]{1,12}?)(?:最近|近来|这几天|这个?[周月]|本[周月]|上个?[周月])*(?:都|在)*(?:忙(?:些|着)?(?:什么|啥)|干得怎么样|表现怎么样|怎么样了?|咋样)[??。\s]*$|^how(?:['’]s| is| are) ([^,.]{1,20}?)(?: doing| getting on)?(?: this week| this month| lately)?[?.\s]*$/iu;
const MOST_LINES = 8;
/** In columns, of which a 汉字 takes two. */
const NOTE_WIDTH = 80;

/** The writer's day as text that is ready to be copied: what was logged and done, and what comes next. */
export const createDailyReport = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '日报:今天记的和下一步', en: "The day's notes and next steps, to copy" },
  examples: { zh: ['日报'], en: ['daily report'] },
  async command(text, _locale, conversation, { now, speaker, viewer }) {
    const said = text.normalize('NFKC').trim();
    const own = ownDayAsked(said);
    if (COMMAND.test(said) || own === 'today') return { most: MOST_LINES };
    if (own === 'yesterday') return ofYesterday(speaker, todayOf({ now, speaker }));
    if (BUSIEST.test(said) || asksWhoIsSilent(said)) return { busiest: true };
    const colleague = await colleagueAtWork(said, tools);
    if (colleague !== null) return { work: { days: null }, named: colleague };
    const asked = whoseDayAsked(text);
    if (asked !== null) return whoseDay(asked, { person: speaker.id, viewer, today: todayOf({ now, speaker }) }, tools);
    const last = lastQuery(conversation, NAME, now);
    const named = last?.work === undefined ? null : await ourNext(text, tools);
    if (named !== null) return { work: last?.work, named };
    if (last?.work !== undefined)
      return asksOtherDays(text) ? { work: { ...(last.work as TeamWork), days: null } } : null;
    return asksForMore(text) && last !== null ? { most: null } : null;
  },
  async goesOn({ text, understanding: { remarks } }, conversation, now) {
    const work = lastQuery(conversation, NAME, now)?.work;
    if (work === undefined) return null;
    const named = await whoseAfter(text, remarks.colleagues, tools);
    return named.kind === 'nobody' ? null : { work, named };
  },
  intents: ['report.activity'],
  async run(turn, { text, understanding: { period, remarks } }, command) {
    if (command !== null && command.work === undefined && command.busiest === undefined) {
      const { most = MOST_LINES, of } = command as { most?: number | null; of?: string };
      return sayDay(turn, most ?? Number.POSITIVE_INFINITY, tools, of);
    }
    const asked = (command?.work ?? null) as Partial<TeamWork> | null;
    const days = period ?? remarks.period ?? asked?.days ?? weekOf(todayOf(turn));
    const named = (command?.named ?? null) as Named | null;
    if (asked !== null && named === null) return sayWork(turn, { of: asked.of ?? null, days }, tools);
    await sayNamed(turn, named ?? (await whoseIn(text, remarks.colleagues, tools)), days, tools);
  },
  answered: (turn, _question, choice) => sayWork(turn, choice as unknown as TeamWork, tools),
  actions: {
    'daily-report.all': (turn, { of }) =>
      sayDay(turn, Number.POSITIVE_INFINITY, tools, typeof of === 'string' ? of : undefined),
    'daily-report.team': (turn, args) => sayTeamWork(turn, args as unknown as TeamWork, null, tools),
  },
});

function ofYesterday({ id, name }: Speaker, today: string): { work: Partial<TeamWork>; named: Named } {
  const day = dayOf(parseDay(today) - 1);
  return { work: { days: { from: day, to: day } }, named: { kind: 'whose', whose: { kind: 'person', id, name } } };
}

async function sayNamed(turn: CrmTurn, named: Named, days: TeamWork['days'], tools: CrmTools): Promise<void> {
  const choice = (of: Whose) => ({ of, days });
  await settleWhose(turn, named, choice, (of) => sayWork(turn, { of, days }, tools));
}

async function sayWork(turn: CrmTurn, work: TeamWork, tools: CrmTools): Promise<void> {
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { work } } });
  await sayTeamWork(turn, work, TEAM_ROWS, tools);
}

/** 林悦最近在忙什么, how is Emma doing: a colleague by name, and no customer of that name. */
async function colleagueAtWork(said: string, tools: CrmTools): Promise<Named | null> {
  const name = AT_WORK.exec(said)?.slice(1).find(Boolean)?.trim();
  // 王总怎么样了: as likely a customer's.
  if (name === undefined || isTitled(name) || (await tools.stores.accounts.named(name)).length > 0) return null;
  const named = await whoseCalled(name, tools);
  return named.kind === 'nobody' ? null : named;
}

/** The day of a colleague, or of a team, whom the asker may see; null: the words name nobody of ours. */
async function whoseDay(
  asked: NonNullable<ReturnType<typeof whoseDayAsked>>,
  { person, viewer, today }: { person: string; viewer: Viewer; today: string },
  { stores }: CrmTools,
): Promise<Record<string, unknown> | null> {
  const days = { from: today, to: today };
  if ('everybody' in asked) return { work: { of: null, days } };
  const group = groupCalled(await stores.groups.all(), asked.name);
  if (group !== null) return { work: { of: { kind: 'group', id: group._id, name: group.name }, days } };
  const [one, second] = meantBy(await stores.people.active(), asked.name);
  if (one === undefined || second !== undefined || !maySee(privately(viewer), one._id)) return null;
  return { most: MOST_LINES, ...(one._id === person ? {} : { of: one._id }) };
}

/** `of`: the colleague whose day it is, with the rights of this moment; left out: the asker's own. */
async function sayDay(turn: CrmTurn, most: number, { stores }: CrmTools, of?: string): Promise<void> {
  const viewer = privately(turn.viewer);
  const other = of === undefined || !maySee(viewer, of) ? null : await stores.people.get(of);
  const day = await readDay(
    viewer,
    other === null ? turn.speaker : { id: other._id, zone: other.zone },
    todayOf(turn),
    stores,
  );
  const { stages } = await stores.team.settings();
  turn.remember({ query: other === null ? { capability: NAME, at: turn.now, memo: {} } : null });
  turn.whisper(report(turn, day, stages, most, other));
}

/** Logs first, then the next steps; where not all fit, each half keeps its first lines. */
function report(turn: CrmTurn, day: Day, stages: StagePreset, most: number, of: Stored<Person> | null): MessageDraft {
  const { locale } = turn.speaker;
  const texts = dailyTexts(locale);
  const past = pastLines(turn, day, stages);
  const next = nextLines(turn, day);
  if (past.length + next.length === 0) return { text: of === null ? texts.none : texts.noneOf(of.name) };
  const today = dayText(todayOf(turn), locale, todayOf(turn));
  const head = [
    texts.title,
    ...(of === null ? [] : [of.name]),
    today,
    ...(day.logs.length === 0 ? [] : [texts.logs(day.logs.length)]),
  ].join(' · ');
  const whole = [head, ...past, ...next];
  if (rowsOf(whole.join('\n')) <= most) return { text: whole.join('\n') };
  const room = most - 2;
  const ahead = Math.min(next.length, Math.max(2, room - past.length));
  const shown = [...past.slice(0, room - ahead), ...next.slice(0, ahead)];
  const rest = past.length + next.length - shown.length;
  return {
    text: fitted([head, ...shown, ...(rest === 0 ? [] : [texts.more(rest)])], most).join('\n'),
    buttons: [{ label: texts.all, action: 'daily-report.all', ...(of === null ? {} : { args: { of: of._id } }) }],
  };
}

function pastLines({ speaker: { locale } }: CrmTurn, { logs, deals, done, names }: Day, stages: StagePreset): string[] {
  const texts = dailyTexts(locale);
  const name = (account: string | null) => (account === null ? undefined : names.get(account));
  return [
    ...logs.map(({ account, kind, note }) => line([name(account), kindLabel(kind, locale), clip(note, NOTE_WIDTH)])),
    ...deals.map(({ account, amount, currency, stage }) =>
      line([
        name(account),
        stageLabel(stages, stage, locale),
        amount === null || currency === null ? undefined : moneyText(amount, currency, locale),
      ]),
    ),
    ...done.map(({ account, title }) => line([name(account), texts.done(title)])),
  ];
}

function nextLines(turn: CrmTurn, { next, names }: Day): string[] {
  const { locale } = turn.speaker;
  const texts = dailyTexts(locale);
  return next.map(({ account, title, day, time }) => {
    const when = day === null ? texts.noDay : dayText(day, locale, todayOf(turn));
    const customer = account === null ? undefined : names.get(account);
    return `${texts.next} ${line([time === null ? when : `${when} ${time}`, customer, title])}`;
  });
}

const line = (parts: (string | undefined)[]): string => parts.filter((part) => part !== undefined).join(' · ');
