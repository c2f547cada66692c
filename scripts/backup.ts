import { allKinds, otherCollections } from '../src/app/records.ts';
import { defineTexts } from '../src/chat/texts.ts';
import { baseConfig, loadConfig } from '../src/config.ts';
import { PersonError } from '../src/errors.ts';
import { backup, keyFileOf } from '../src/ledger/backup.ts';
import { createSeals } from '../src/ledger/create-seals.ts';
import { mongoSubjectKeys } from '../src/ledger/subject-keys.ts';
import { environment, spoken } from '../src/main/environment.ts';
import { openStore } from '../src/main/open-store.ts';
import { runTool } from '../src/main/run-tool.ts';
import { machineClock } from '../src/ports/clock.ts';

const texts = defineTexts({
  zh: {
    usage: '用法:npm run backup FILE',
    done: (file: string, count: number) => `✓ 已备份 ${count} 条到 ${file}`,
    keys: (file: string) => `密钥在 ${file}:请与备份分开存放,只留最新的一份;没有它,个人信息读不出来。`,
  },
  en: {
    usage: 'Usage: npm run backup FILE',
    done: (file: string, count: number) => `✓ ${count} documents copied to ${file}`,
    keys: (file: string) =>
      `The keys are in ${file}: keep it apart from the backup, and only the newest; without it personal fields cannot be read.`,
  },
});

/** Copies everything to one file and its keys to another, also while the server runs. */
await runTool(async () => {
  const words = texts(spoken);
  const file = process.argv[2];
  if (file === undefined) throw new PersonError(words.usage);
  const store = await openStore(loadConfig(baseConfig, environment), { share: true });
  try {
    const seals = createSeals(mongoSubjectKeys(store.db, machineClock));
    const plan = { db: store.db, file, kinds: allKinds, extra: otherCollections, seals };
    const counts = await backup(plan, machineClock.now());
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    process.stdout.write(`${words.done(file, total)}\n${words.keys(keyFileOf(file))}\n`);
  } finally {
    await store.close();
  }
});
