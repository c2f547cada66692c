import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openRecords } from '../src/app/records.ts';
import { baseConfig, loadConfig } from '../src/config.ts';
import { PersonError } from '../src/errors.ts';
import { createOpenAiModel } from '../src/infra/openai/create-openai-model.ts';
import { modelSettings } from '../src/main/configured-model.ts';
import { environment } from '../src/main/environment.ts';
import { openStore } from '../src/main/open-store.ts';
import { runTool } from '../src/main/run-tool.ts';
import { machineClock } from '../src/ports/clock.ts';
import type { LanguageModel } from '../src/ports/language-model.ts';
import { silentLogger } from '../src/ports/logger.ts';
import { type CorrectionFigures, judgeCorrections } from './eval/correction-cases.ts';
import { scoreSets } from './eval/message-sets.ts';
import { judgePromptCase, promptCases } from './eval/prompt-cases.ts';
import { type EvalResult, regressions, slotTable } from './eval/report.ts';

const LAST = fileURLToPath(new URL('../docs/eval/last.json', import.meta.url));

const config = loadConfig(baseConfig, environment);

/**
 * `npm run eval`: how well messages are read. The project's own messages, the development set beside the checkout when it
 * is there, the corrections that people made in this store, and the prompts' cases; then what is worse than in the last
 * committed result (ends with 1). `-- --write` commits the run as docs/eval/last.json; `-- --live` asks the configured model.
 */
await runTool(async () => {
  const { values } = parseArgs({
    options: { write: { type: 'boolean', default: false }, live: { type: 'boolean', default: false } },
  });
  const model = values.live ? liveModel() : undefined;
  const sets = await scoreSets(model);
  say(slotTable(sets));

  const faults = [];
  const cases = promptCases();
  for (const one of cases)
    for (const fault of await judgePromptCase(one, model)) faults.push({ id: one.id, line: `  ${one.id}: ${fault}` });
  const wrong = new Set(faults.map(({ id }) => id)).size;
  say(`\nprompts' cases: ${cases.length - wrong} of ${cases.length} right`);
  for (const { line } of faults) say(line);

  const corrections = await correctionsOfStore();
  if (corrections !== null) for (const line of correctionLines(corrections)) say(line);

  const now: EvalResult = { sets, promptCases: { of: cases.length, right: cases.length - wrong } };
  const last: EvalResult | null = existsSync(LAST) ? JSON.parse(readFileSync(LAST, 'utf8')) : null;
  const worse = last === null || values.live ? [] : regressions(last, now);
  say(
    worse.length === 0
      ? '\nnothing is worse than in the last committed result'
      : '\nworse than in the last committed result:',
  );
  for (const line of worse) say(`  ${line}`);
  if (values.write && !values.live) {
    mkdirSync(dirname(LAST), { recursive: true });
    writeFileSync(LAST, `${JSON.stringify({ ...last, ...now, sets: { ...last?.sets, ...sets } }, rounded, 2)}\n`);
  } else if (worse.length > 0) process.exitCode = 1;
});

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function rounded(_key: string, value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 10_000) / 10_000 : value;
}

/** The configured model without shares and without a record: these are no person's messages. */
function liveModel(): LanguageModel {
  const settings = modelSettings(config);
  if (settings === null) throw new PersonError('--live: LLM_BASE_URL + LLM_MODEL');
  return createOpenAiModel({
    ...settings,
    callsPerMinute: Number.POSITIVE_INFINITY,
    tokensPerDay: Number.POSITIVE_INFINITY,
    calls: { open: async () => '', close: async () => {}, spentSince: async () => ({ calls: 0, tokens: 0 }) },
    clock: machineClock,
    logger: silentLogger,
  });
}

/** Null where no store has been used yet. */
async function correctionsOfStore(): Promise<CorrectionFigures | null> {
  if (config.MONGODB_URI === undefined && !existsSync(config.DATA_DIR)) return null;
  const store = await openStore(config, { share: true });
  try {
    return await judgeCorrections(await openRecords(store.connection, { clock: machineClock, logger: silentLogger }));
  } finally {
    await store.close();
  }
}

/** No words of anybody's: the origins are ids of change sets. */
function correctionLines({ kept, notes, words }: CorrectionFigures): string[] {
  return [
    `corrections kept: ${kept}`,
    `  notes that held the meant value: ${notes.right} of ${notes.of} read right now`,
    ...notes.wrong.map((origin) => `    ${origin}`),
    `  corrections in words: ${words.right} of ${words.of} understood`,
    ...words.wrong.map((origin) => `    ${origin}`),
  ];
}
