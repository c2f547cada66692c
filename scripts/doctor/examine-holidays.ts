import { yearMonthDay } from '../../src/calendar/days.ts';
import { lastHolidayYear, workRegionOf } from '../../src/calendar/work-calendar.ts';
import { wallTime } from '../../src/calendar/zone.ts';
import { defineTexts } from '../../src/chat/texts.ts';
import { spoken } from '../../src/main/environment.ts';
import { loadHolidays } from '../../src/main/load-holidays.ts';
import { explained } from '../../src/main/run-tool.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { Finding } from './finding.ts';

const texts = defineTexts({
  zh: {
    until: (year: number) => `节假日表到 ${year} 年底`,
    ended: (year: number) => `节假日表只到 ${year} 年底:之后的工作日只按周末算`,
    mend: '把新一年的放假安排写进 DATA_DIR/holidays.json,写法见 docs/holidays.md。',
  },
  en: {
    until: (year: number) => `Public holidays are known to the end of ${year}`,
    ended: (year: number) =>
      `Public holidays are known only to the end of ${year}; workdays after that know weekends alone`,
    mend: 'Write the new year into DATA_DIR/holidays.json; docs/holidays.md says how.',
  },
});

/** Says where the table of holidays ends, for a team whose workdays follow the mainland's holidays. */
export async function examineHolidays(dataDir: string, zone: string, clock: Clock): Promise<Finding[]> {
  if (workRegionOf(zone) === 'none') return [];
  const words = texts(spoken);
  try {
    await loadHolidays(dataDir);
  } catch (error) {
    return [{ ok: false, what: explained(error), mend: words.mend }];
  }
  const { year } = yearMonthDay(wallTime(clock.now().getTime(), zone).day);
  const last = lastHolidayYear();
  return [
    last < year
      ? { ok: false, what: words.ended(last), mend: words.mend }
      : { ok: true, what: words.until(last), mend: '' },
  ];
}
