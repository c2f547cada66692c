import { startChild } from './child.ts';
import type { Imported } from './import-child.ts';
import { atMost, type Tell } from './report.ts';

const ROWS = 10_000;

/** A list of very many customers, brought in by one tap and taken back by one word. */
export async function measureImport(tell: Tell): Promise<void> {
  const bot = startChild('import-child.ts');
  const { preview, brought, customers, takenBack, left, before, peak } = await bot.ask<Imported>('import', ROWS);
  await bot.stop();
  const seconds = (value: number) => `${value.toFixed(1)} s`;
  tell({ what: 'preview', figure: seconds(preview) });
  tell({ ...atMost(`${ROWS} rows`, brought, 30, seconds), pass: customers === ROWS && brought <= 30 });
  tell({ what: 'taken back', figure: seconds(takenBack), target: 'nothing left', pass: left === 0 });
  tell({ what: 'memory', figure: `${before.toFixed(0)} MB before, ${peak.toFixed(0)} MB at most` });
}
