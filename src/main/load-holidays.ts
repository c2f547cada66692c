import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHolidayFile } from '../calendar/holiday-file.ts';
import { addHolidayYear } from '../calendar/work-calendar.ts';
import { defineTexts } from '../chat/texts.ts';
import { PersonError } from '../errors.ts';
import { spoken } from './environment.ts';

const texts = defineTexts({
  zh: {
    fault: (path: string, where: string, expected: string) =>
      `${path} 里的节假日读不懂${where === '' ? '' : `(${where})`}:应为 ${expected}。写法见 docs/holidays.md。`,
  },
  en: {
    fault: (path: string, where: string, expected: string) =>
      `The holidays in ${path} cannot be read${where === '' ? '' : ` at ${where}`}: expected ${expected}. See docs/holidays.md.`,
  },
});

/** Takes the years of `holidays.json` in the data folder, where there is one, into the table of holidays. */
export async function loadHolidays(dataDir: string): Promise<void> {
  const path = join(dataDir, 'holidays.json');
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (text === null) return;
  const file = readHolidayFile(text);
  if (file.kind === 'fault') throw new PersonError(texts(spoken).fault(path, file.where, file.expected));
  for (const [year, days] of file.years) addHolidayYear(year, days);
}
