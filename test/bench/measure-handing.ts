import { startChild } from './child.ts';
import type { Handed } from './handing-child.ts';
import { seconds, tellNoticed } from './measure-import.ts';
import { atMost, type Tell } from './report.ts';

const CUSTOMERS = 8_000;
const MOST_RECORDS = 500;

/** A colleague with very many customers leaves by one sentence, and comes back by one word. */
export async function measureHanding(tell: Tell): Promise<void> {
  const bot = startChild('handing-child.ts', [], ['--max-old-space-size=256']);
  const { answered, handed, customers, takenBack, back, largest, ...noticed } = await bot.ask<Handed>(
    'leave',
    CUSTOMERS,
  );
  await bot.stop();
  tell(atMost('gone and answered', answered, 1, seconds));
  tell({ ...atMost(`${CUSTOMERS} customers`, handed, 30, seconds), pass: customers >= CUSTOMERS && handed <= 30 });
  tell({ ...atMost('taken back', takenBack, 30, seconds), pass: back === CUSTOMERS && takenBack <= 30 });
  tell(atMost('records of the largest change set', largest, MOST_RECORDS, String));
  tellNoticed(noticed, tell);
}
