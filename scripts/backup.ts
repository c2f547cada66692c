import { allKinds, otherCollections } from '../src/app/records.ts';
import { defineTexts } from '../src/chat/texts.ts';
import { baseConfig, loadConfig } from '../src/config.ts';
import { PersonError } from '../src/errors.ts';
import { backup } from '../src/ledger/backup.ts';
import { environment, spoken } from '../src/main/environment.ts';
import { openStore } from '../src/main/open-store.ts';
import { runTool } from '../src/main/run-tool.ts';
import { machineClock } from '../src/ports/clock.ts';

const texts = defineTexts({
  zh: {
    usage: '用法:npm run backup FILE',
    done: (file: string, count: number) => `✓ 已备份 ${count} 条到 ${file}`,
  },
  en: {
    usage: 'Usage: npm run backup FILE',
    done: (file: string, count: number) => `✓ ${count} documents copied to ${file}`,
  },
});

/** Copies everything to one file, also while the server runs. */
await runTool(async () => {
  const words = texts(spoken);
  const file = process.argv[2];
  if (file === undefined) throw new PersonError(words.usage);
  const store = await openStore(loadConfig(baseConfig, environment), { share: true });
  try {
    const plan = { db: store.db, file, kinds: allKinds, extra: otherCollections };
    const counts = await backup(plan, machineClock.now());
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    process.stdout.write(`${words.done(file, total)}\n`);
  } finally {
    await store.close();
  }
});
