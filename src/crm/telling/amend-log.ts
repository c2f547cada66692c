import { amendTelling, type Correction } from './amend-telling.ts';
import { correctWaiting } from './correct-waiting.ts';
import { settleCustomer } from './settle-customer.ts';
import type { Teller } from './teller.ts';
import type { Telling, Told } from './telling.ts';

/**
 * Corrects a log: what is written in its records, and, while its customer is open, what waits to be written. The
 * customer named by a correction settles an open one. Returns the same telling where nothing could be corrected.
 */
export async function amendLog(
  teller: Teller,
  log: { telling: Telling; told: Told },
  corrections: readonly Correction[],
): Promise<{ telling: Telling; told: Told }> {
  if (log.telling.account !== null)
    return { ...log, telling: await amendTelling(teller, log.telling, corrections.map(withTold(log.told))) };
  const { telling, told } = correctWaiting(log.telling, log.told, corrections, teller.team);
  const customer = corrections.find((correction) => correction.field === 'customer');
  const settled = customer === undefined ? telling : await settleCustomer(teller, telling, told, customer.to);
  const others = corrections.filter(({ field }) => field !== 'customer' && field !== 'deal');
  return { telling: await amendTelling(teller, settled, others), told };
}

const withTold =
  (told: Told) =>
  (correction: Correction): Correction =>
    correction.field === 'customer' ? { ...correction, told } : correction;
