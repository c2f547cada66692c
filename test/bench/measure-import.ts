import { startChild } from './child.ts';
import type { Checked, Imported } from './import-child.ts';
import type { Noticed } from './long-work-bot.ts';
import { atMost, type Tell } from './report.ts';

const ROWS = 10_000;
const EXPORT_ROWS = 8_000;
/** Of the exporter's customers, those that are on record before. */
const ON_RECORD = 6;

/** A list of very many customers, brought in by one tap and taken back by one word; and an export full of mistakes. */
export async function measureImport(tell: Tell): Promise<void> {
  await plainList(tell);
  await realExport(tell);
}

export const seconds = (value: number) => `${value.toFixed(1)} s`;
const milliseconds = (value: number) => `${value.toFixed(0)} ms`;

async function plainList(tell: Tell): Promise<void> {
  // With room for garbage left as it comes, the figure would say how lazily it is collected, not what is needed.
  const bot = startChild('import-child.ts', [], ['--max-old-space-size=256']);
  const { preview, brought, customers, takenBack, left, cpu, ...noticed } = await bot.ask<Imported>('import', ROWS);
  await bot.stop();
  tell({ what: 'preview', figure: seconds(preview) });
  tell({ ...atMost(`${ROWS} rows`, brought, 30, seconds), pass: customers === ROWS + ON_RECORD && brought <= 30 });
  tell({ ...atMost('taken back', takenBack, 30, seconds), pass: left === ON_RECORD && takenBack <= 30 });
  tell({ what: 'CPU of both', figure: `${seconds(cpu.brought)} and ${seconds(cpu.takenBack)}` });
  tellNoticed(noticed, tell);
}

/** What others noticed of it. */
export function tellNoticed({ before, peak, answers, held }: Noticed, tell: Tell): void {
  const sorted = answers.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(sorted.length * share)] ?? 0;
  tell({ what: 'own memory', figure: `${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most` });
  tell({
    what: 'answers to others meanwhile',
    figure: `${milliseconds(at(0.5))} in the middle, ${milliseconds(at(0.95))} at 95 % of ${sorted.length}`,
  });
  tell({ what: 'loop held at a time', figure: `${milliseconds(held.p99)} at 99 %, ${milliseconds(held.max)} at most` });
}

async function realExport(tell: Tell): Promise<void> {
  const bot = startChild('import-child.ts');
  const checked = await bot.ask<Checked>('export', EXPORT_ROWS);
  await bot.stop();
  const none = (what: string, count: number) => tell({ what, figure: `${count}`, target: 'none', pass: count === 0 });
  tell({ what: `an export of ${EXPORT_ROWS} rows full of mistakes`, figure: seconds(checked.brought) });
  none('customers otherwise than meant', checked.differences);
  none('rows named wrongly, or not', checked.misnamed);
  none('changed by the same file again', checked.changedAgain);
  none('left by its undo', checked.left);
}
