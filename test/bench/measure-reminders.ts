import { startChild } from './child.ts';
import type { Reminded } from './reminders-child.ts';
import { atMost, type Tell } from './report.ts';

const PEOPLE = 20_000;

/** Steps due at one instant for very many people; the seconds run from the tick that finds them. */
export async function measureReminders(tell: Tell): Promise<void> {
  const bot = startChild('reminders-child.ts');
  const { first, last, posted, doubled, cpuSeconds } = await bot.ask<Reminded>('remind', PEOPLE);
  await bot.stop();
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  tell(atMost('first reminder', first, 2, seconds));
  tell({ ...atMost('all posted', last, 120, seconds), pass: posted === PEOPLE && last <= 120 });
  tell({
    what: 'people told',
    figure: `${posted} of ${PEOPLE}, ${doubled} of them more than once`,
    target: 'each once',
    pass: posted === PEOPLE && doubled === 0,
  });
  tell({ what: 'CPU a reminder', figure: `${((cpuSeconds / posted) * 1000).toFixed(2)} ms` });
}
