import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openRecords, type Records } from '../../src/app/records.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { takeName } from '../../src/crm/account/account-name.ts';
import { addPerson } from '../../src/crm/person/add-person.ts';
import { defaultTeam, TEAM_ID, teamKind } from '../../src/crm/team/team.ts';
import { openStore } from '../../src/main/open-store.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';

export interface Talker {
  id: string;
  locale: 'zh' | 'en';
  token: string;
  customers: readonly string[];
}

const zh = ['海拓', '明远', '瑞丰', '启航', '恒信', '博雅', '鼎盛', '华创', '金石', '蓝海', '中泽', '飞腾'];
const en = ['Alderbank', 'Brightwater', 'Corvane', 'Dunmore', 'Eastlake', 'Fernhill', 'Garrick', 'Hartwell'];
const PEOPLE = 10;
const CUSTOMERS = 4;

/** A folder that goes when the run ends. */
export function temporaryFolder(name: string): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), `genjin-${name}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Opens the records of a data folder that no process has open, for as long as `work` takes. */
export async function withRecords<T>(dataDir: string, work: (records: Records) => Promise<T>): Promise<T> {
  const store = await openStore({ DATA_DIR: dataDir }, { share: true });
  try {
    const records = await openRecords(store.connection, { clock: machineClock, logger: silentLogger });
    const result = await work(records);
    await records.ledger.close();
    return result;
  } finally {
    await store.close();
  }
}

/** Writes a sales team with customers of their own; each can sign in. */
export async function fillTeam(records: Records): Promise<Talker[]> {
  const { ledger, signIns } = records;
  await ledger.record({ id: 'admin:first-team', kind: 'admin', by: 'system' }, async (draft) =>
    draft.create(teamKind, TEAM_ID, defaultTeam),
  );
  const talkers: Talker[] = [];
  for (let n = 0; n < PEOPLE; n++) {
    const id = `rep${n}`;
    const locale = n % 3 === 2 ? 'en' : 'zh';
    await addPerson(ledger, `import:${id}`, id, { name: `销售${n}`, role: 'rep', locale }, defaultTeam);
    const names = locale === 'en' ? en : zh;
    const customers = Array.from({ length: CUSTOMERS }, (_, k) => names[(n * CUSTOMERS + k) % names.length] ?? '');
    for (const [k, customer] of customers.entries()) await addCustomer(records, `${id}-${k}`, id, customer, `${n}`);
    talkers.push({ id, locale, token: await signIns.newToken(id), customers });
  }
  return talkers;
}

/** Two reps may each have their own customer of one short name; the registered names differ. */
async function addCustomer({ ledger, clock }: Records, id: string, owner: string, alias: string, branch: string) {
  const now = clock.now();
  await ledger.record({ id: `import:${id}`, kind: 'import', by: 'system' }, async (draft) => {
    const name = `${alias}集团${branch}分公司`;
    await takeName(draft, name, id, null);
    draft.create(accountKind, id, {
      name,
      aliases: [alias],
      owner,
      important: false,
      industry: null,
      region: null,
      lastContactAt: now,
      createdAt: now,
    });
  });
}
