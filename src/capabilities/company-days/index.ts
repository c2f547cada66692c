import { mayRunCompany } from '../../access/rights.ts';
import { inHolidayTable, isUsualWorkday } from '../../calendar/work-calendar.ts';
import type { Said } from '../../chat/capability.ts';
import { dayText } from '../../chat/format.ts';
import { companyDayKind } from '../../crm/company-day/company-day.ts';
import type { Away } from '../../crm/peace/peace.ts';
import { personKind } from '../../crm/person/person.ts';
import { PersonError } from '../../errors.ts';
import { addDays, regionOf } from '../../rules/local-time.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { missingDayQuestion } from '../open-field-words.ts';
import { daysAhead, lastAhead } from './days-ahead.ts';
import { companyDaysSaid } from './named-days.ts';
import { type DaysCommand, readDaysCommand } from './read-command.ts';
import { companyDaysTexts } from './texts.ts';

const MOST_ROWS = 4;

type As = 'off' | 'work';

/** The company's own days off and of work, set by an admin over the table of public holidays; and which are coming. */
export const createCompanyDays = (tools: CrmTools): CrmCapability => ({
  name: 'company-days',
  purpose: { zh: '公司放假、补班', en: "The company's days off" },
  examples: {
    zh: ['12月31日放假', '12月26日补班', '哪天放假'],
    en: ['Dec 31 is a company holiday', 'we work on Dec 26', 'which days are off'],
  },
  /** That one comes to work on a day is news of oneself, unless an admin says it. */
  async command(text, _locale, _conversation, { speaker }) {
    const command = readDaysCommand(text);
    if (command === null || command.ask === 'list' || command.firm) return command && { ...command };
    return mayRunCompany(await tools.stores.people.get(speaker.id)) ? { ...command } : null;
  },
  async run(turn, said, command) {
    const asked = command as unknown as DaysCommand;
    switch (asked.ask) {
      case 'list':
        return sayAhead(turn, MOST_ROWS, tools);
      case 'name':
        return void turn.whisper({ text: companyDaysTexts(turn.speaker.locale).whenIs(asked.name) });
      case 'set':
        return set(turn, said, asked.as, tools);
    }
  },
  async answered(turn, question, { day }) {
    if (typeof day === 'string') await setDays(turn, { from: day, until: day }, question.memo.as as As, tools);
  },
  actions: { 'company-days.all': (turn) => sayAhead(turn, Number.POSITIVE_INFINITY, tools) },
});

async function set(turn: CrmTurn, { text, understanding }: Said, as: As, tools: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const words = companyDaysTexts(locale);
  const today = todayOf(turn);
  const read = companyDaysSaid(text, understanding.remarks, today, await regionFor(turn, tools));
  switch (read.kind) {
    case 'days':
      return setDays(turn, read.away, as, tools);
    case 'missing':
      if (read.when.missing === null) return;
      return turn.ask({ ...missingDayQuestion(read.when.days, read.when.missing, { locale, today }), memo: { as } });
    case 'past':
      return void turn.whisper({ text: words.past });
    default:
      return void turn.whisper({ text: words.whichDays });
  }
}

async function setDays(turn: CrmTurn, { from, until }: Away, as: As, tools: CrmTools): Promise<void> {
  const { draft, speaker } = turn;
  const words = companyDaysTexts(speaker.locale);
  if (!mayRunCompany(await draft.read(personKind, speaker.id))) {
    if (as === 'work') throw new PersonError(words.adminsWork);
    const mine = { label: words.myLeave, action: 'my-reminders.away', args: { from, until } };
    return void turn.whisper({ text: words.admins, buttons: [mine] });
  }
  const { zone, holidays } = await tools.stores.team.settings();
  const region = regionOf(zone, holidays);
  let changed = false;
  for (let day = from; day <= until; day = addDays(day, 1)) {
    const known = await draft.read(companyDayKind, day);
    const usual = isUsualWorkday(day, region) ? 'work' : 'off';
    if ((known?.as ?? usual) === as) continue;
    changed = true;
    if (known === null) draft.create(companyDayKind, day, { as });
    else draft.change(companyDayKind, known, { as });
  }
  const span = spanOf({ from, to: until }, turn);
  if (!changed) return void turn.whisper({ text: words.same(span) });
  turn.whisper({
    text: [words[as](span), as === 'off' ? words.noPushes : words.pushes].join('\n'),
    buttons: [{ label: words.undo, action: 'undo.record', args: { set: draft.setId } }],
  });
  turn.undoable();
}

async function sayAhead(turn: CrmTurn, most: number, tools: CrmTools): Promise<void> {
  const words = companyDaysTexts(turn.speaker.locale);
  const today = todayOf(turn);
  const region = await regionFor(turn, tools);
  const ahead = daysAhead(today, region);
  const rows = ahead
    .slice(0, most)
    .map(({ as, ...days }) => (as === 'off' ? words.offRow(spanOf(days, turn)) : words.workRow(spanOf(days, turn))));
  const last = lastAhead(today);
  const unknown = inHolidayTable(last, region) ? [] : [words.noTable(last.slice(0, 4))];
  turn.whisper({
    text: [...(rows.length === 0 ? [words.nothing] : [words.head, ...rows]), ...unknown].join('\n'),
    buttons: ahead.length > rows.length ? [{ label: words.all, action: 'company-days.all' }] : [],
  });
}

function spanOf({ from, to }: { from: string; to: string }, turn: CrmTurn): string {
  const { locale } = turn.speaker;
  const day = (one: string) => dayText(one, locale, todayOf(turn));
  return from === to ? day(from) : companyDaysTexts(locale).span(day(from), day(to));
}

const regionFor = async ({ speaker }: CrmTurn, { stores }: CrmTools) =>
  regionOf(speaker.zone, (await stores.team.settings()).holidays);
