import { parseArgs } from 'node:util';
import { allKinds, openRecords, otherCollections } from '../src/app/records.ts';
import { defineTexts } from '../src/chat/texts.ts';
import { baseConfig, loadConfig } from '../src/config.ts';
import { PersonError } from '../src/errors.ts';
import { createSeals } from '../src/ledger/create-seals.ts';
import { restore } from '../src/ledger/restore.ts';
import { mongoSubjectKeys } from '../src/ledger/subject-keys.ts';
import { environment, spoken } from '../src/main/environment.ts';
import { openStore } from '../src/main/open-store.ts';
import { runTool } from '../src/main/run-tool.ts';
import { machineClock } from '../src/ports/clock.ts';
import { silentLogger } from '../src/ports/logger.ts';

const texts = defineTexts({
  zh: {
    usage: '用法:npm run restore -- FILE [--keys FILE | --without-keys](目标须为空的数据目录或数据库)',
    done: (count: number) => `✓ 已恢复 ${count} 条。`,
    unreadable: (count: number) => `${count} 份个人信息没有密钥,读不出来,以 *** 代替。`,
    signedOut: '网页上所有人都已退出登录:每位同事各要一个新链接(npm run admin -- link NAME)。',
  },
  en: {
    usage: 'Usage: npm run restore -- FILE [--keys FILE | --without-keys] (into an empty data folder or database)',
    done: (count: number) => `✓ ${count} documents restored.`,
    unreadable: (count: number) => `The personal fields of ${count} subjects have no key: *** stands in their place.`,
    signedOut: 'Everybody is signed out of the web page: each colleague needs a new link (npm run admin -- link NAME).',
  },
});

/** The backup to read and its keys: undefined: the file beside it; null: without. */
function asked(usage: string): { file: string; keys: string | null | undefined } {
  const options = { keys: { type: 'string' }, 'without-keys': { type: 'boolean', default: false } } as const;
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options });
    const [file, ...more] = positionals;
    const without = values['without-keys'];
    if (file === undefined || more.length > 0 || (without && values.keys !== undefined)) throw new PersonError(usage);
    return { file, keys: without ? null : values.keys };
  } catch {
    throw new PersonError(usage);
  }
}

/** Fills an empty store from a backup, then finishes whatever was under way when it was made. */
await runTool(async () => {
  const words = texts(spoken);
  const { file, keys } = asked(words.usage);
  const store = await openStore(loadConfig(baseConfig, environment));
  try {
    const { db, connection } = store;
    const seals = createSeals(mongoSubjectKeys(db, machineClock));
    const plan = { db, file, kinds: allKinds, extra: otherCollections, seals, ...(keys === undefined ? {} : { keys }) };
    const { counts, unreadable } = await restore(plan);
    const { ledger } = await openRecords(connection, { clock: machineClock, logger: silentLogger });
    await ledger.sweep();
    await ledger.close();
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    const lines = [words.done(total), ...(unreadable > 0 ? [words.unreadable(unreadable)] : []), words.signedOut];
    process.stdout.write(`${lines.join('\n')}\n`);
  } finally {
    await store.close();
  }
});
