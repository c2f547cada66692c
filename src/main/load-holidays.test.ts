import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWorkday, lastHolidayYear } from '../calendar/work-calendar.ts';
import { PersonError } from '../errors.ts';
import { loadHolidays } from './load-holidays.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genjin-holidays-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('without a file the table stays as it is; with one its years count', async () => {
  const built = lastHolidayYear();
  await loadHolidays(folder);
  expect(lastHolidayYear()).toBe(built);
  // A Monday, 1 January 2035, which is worked unless the file says that it is off.
  expect(isWorkday('2035-01-01', 'CN')).toBe(true);
  await writeFile(join(folder, 'holidays.json'), '{"2035":{"off":["2035-01-01"],"work":[]}}');
  await loadHolidays(folder);
  expect(lastHolidayYear()).toBe(2035);
  expect(isWorkday('2035-01-01', 'CN')).toBe(false);
});

test('a file that cannot be read stops the start with its place in it', async () => {
  await writeFile(join(folder, 'holidays.json'), '{"2027":{"off":["2027-02-30"],"work":[]}}');
  await expect(loadHolidays(folder)).rejects.toThrow(PersonError);
  await expect(loadHolidays(folder)).rejects.toThrow('2027.off.0');
});
