import type { Records } from '../../src/app/records.ts';
import { makeJoinCode } from '../../src/crm/person/join-code.ts';

const HOURS = 24;

/** A code that one colleague types to the bot on a platform, once, within a day. */
export async function personalCode({ ledger, clock }: Records, person: string): Promise<string> {
  const expires = new Date(clock.now().getTime() + HOURS * 3_600_000);
  const cause = { id: `admin:code-${crypto.randomUUID()}`, kind: 'admin' as const, by: 'system' };
  let code = '';
  await ledger.record(cause, async (draft) => {
    code = makeJoinCode(draft, { person, group: null, places: 1, expires });
  });
  return code;
}
