import { maySee, type Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { dayText, moneyText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { clip, fitted, rowsOf } from '../../chat/width.ts';
import { type StagePreset, stageLabel } from '../../crm/deal/stages.ts';
import { groupCalled } from '../../crm/group/group.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import { meantBy } from '../../crm/person/meant-by.ts';
import type { Person } from '../../crm/person/person.ts';
import type { Stored } from '../../ledger/change-set.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import type { Whose } from '../whose.ts';
import { type Day, readDay } from './read-day.ts';
import { sayTeamDay, TEAM_ROWS } from './team-day.ts';
import { dailyTexts } from './texts.ts';
import { whoseDayAsked } from './whose-day.ts';

const NAME = 'daily-report';
const COMMAND =
  /^(?:(?:写|生成|出|发|看|我的|今天的?|今日)*日报|(?:my\s+|today'?s\s+)?daily\s+(?:report|summary))[\s??。.!!]*$/iu;
const ALL = /^(?:全部|show all)[。.!!]?$/iu;
const MOST_LINES = 8;
/** In columns, of which a 汉字 takes two. */
const NOTE_WIDTH = 80;

/** The writer's day as text that is ready to be copied: what was logged and done, and what comes next. */
export const createDailyReport = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '日报:今天记的和下一步', en: "The day's notes and next steps, to copy" },
  examples: { zh: ['日报'], en: ['daily report'] },
  async command(text, _locale, conversation, { now, speaker, viewer }) {
    if (COMMAND.test(text.normalize('NFKC').trim())) return { most: MOST_LINES };
    const asked = whoseDayAsked(text);
    if (asked !== null) return whoseDay(asked, { person: speaker.id, viewer }, tools);
    return ALL.test(text.trim()) && lastQuery(conversation, NAME, now) !== null ? { most: null } : null;
  },
  async run(turn, _said, command) {
    const { most, of, team } = command as { most: number | null; of?: string; team?: Whose | null };
    if (team !== undefined) return sayTeamDay(turn, team, TEAM_ROWS, tools);
    await sayDay(turn, most ?? Number.POSITIVE_INFINITY, tools, of);
  },
  actions: {
    'daily-report.all': (turn, { of }) =>
      sayDay(turn, Number.POSITIVE_INFINITY, tools, typeof of === 'string' ? of : undefined),
    'daily-report.team': (turn, { of }) => sayTeamDay(turn, of as Whose | null, null, tools),
  },
});

/** The day of a colleague, or of a team, whom the asker may see; null: the words name nobody of ours. */
async function whoseDay(
  asked: NonNullable<ReturnType<typeof whoseDayAsked>>,
  { person, viewer }: { person: string; viewer: Viewer },
  { stores }: CrmTools,
): Promise<Record<string, unknown> | null> {
  if ('everybody' in asked) return { team: null };
  const group = groupCalled(await stores.groups.all(), asked.name);
  if (group !== null) return { team: { kind: 'group', id: group._id, name: group.name } };
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
