import { privately } from '../../access/viewer-for.ts';
import { dayText, moneyText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { clip, fitted, rowsOf } from '../../chat/width.ts';
import { type StagePreset, stageLabel } from '../../crm/deal/stages.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { type Day, readDay } from './read-day.ts';
import { dailyTexts } from './texts.ts';

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
  command(text, _locale, conversation, { now }) {
    if (COMMAND.test(text.normalize('NFKC').trim())) return { most: MOST_LINES };
    return ALL.test(text.trim()) && lastQuery(conversation, NAME, now) !== null ? { most: null } : null;
  },
  async run(turn, _said, command) {
    const { most } = command as { most: number | null };
    await sayDay(turn, most ?? Number.POSITIVE_INFINITY, tools);
  },
  actions: { 'daily-report.all': (turn) => sayDay(turn, Number.POSITIVE_INFINITY, tools) },
});

async function sayDay(turn: CrmTurn, most: number, { stores }: CrmTools): Promise<void> {
  const day = await readDay(privately(turn.viewer), turn.speaker, todayOf(turn), stores);
  const { stages } = await stores.team.settings();
  turn.remember({ query: { capability: NAME, at: turn.now, memo: {} } });
  turn.whisper(report(turn, day, stages, most));
}

/** Logs first, then the next steps; where not all fit, each half keeps its first lines. */
function report(turn: CrmTurn, day: Day, stages: StagePreset, most: number): MessageDraft {
  const { locale } = turn.speaker;
  const texts = dailyTexts(locale);
  const past = pastLines(turn, day, stages);
  const next = nextLines(turn, day);
  if (past.length + next.length === 0) return { text: texts.none };
  const today = dayText(todayOf(turn), locale, todayOf(turn));
  const head = [texts.title, today, ...(day.logs.length === 0 ? [] : [texts.logs(day.logs.length)])].join(' · ');
  const whole = [head, ...past, ...next];
  if (rowsOf(whole.join('\n')) <= most) return { text: whole.join('\n') };
  const room = most - 2;
  const ahead = Math.min(next.length, Math.max(2, room - past.length));
  const shown = [...past.slice(0, room - ahead), ...next.slice(0, ahead)];
  const rest = past.length + next.length - shown.length;
  return {
    text: fitted([head, ...shown, texts.more(rest)], most).join('\n'),
    buttons: [{ label: texts.all, action: 'daily-report.all' }],
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
