import { allKinds, openRecords, otherCollections } from '../src/app/records.ts';
import { defineTexts } from '../src/chat/texts.ts';
import { baseConfig, loadConfig } from '../src/config.ts';
import { PersonError } from '../src/errors.ts';
import { restore } from '../src/ledger/backup.ts';
import { environment, spoken } from '../src/main/environment.ts';
import { openStore } from '../src/main/open-store.ts';
import { runTool } from '../src/main/run-tool.ts';
import { machineClock } from '../src/ports/clock.ts';
import { silentLogger } from '../src/ports/logger.ts';

const texts = defineTexts({
  zh: {
    usage: '用法:npm run restore FILE(目标须为空的数据目录或数据库)',
    done: (count: number) => `✓ 已恢复 ${count} 条。用 npm run admin -- link 取得登录链接。`,
  },
  en: {
    usage: 'Usage: npm run restore FILE (into an empty data folder or database)',
    done: (count: number) => `✓ ${count} documents restored. npm run admin -- link prints a sign-in link.`,
  },
});

/** Fills an empty store from a backup, then finishes whatever was under way when it was made. */
await runTool(async () => {
  const words = texts(spoken);
  const file = process.argv[2];
  if (file === undefined) throw new PersonError(words.usage);
  const store = await openStore(loadConfig(baseConfig, environment));
  try {
    const counts = await restore({ db: store.db, file, kinds: allKinds, extra: otherCollections });
    const { ledger } = await openRecords(store.connection, { clock: machineClock, logger: silentLogger });
    await ledger.sweep();
    await ledger.close();
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    process.stdout.write(`${words.done(total)}\n`);
  } finally {
    await store.close();
  }
});
