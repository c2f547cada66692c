import { parseArgs } from 'node:util';
import { printPart } from './figures.ts';
import { killImport } from './kill-import.ts';
import { killStream } from './kill-stream.ts';
import { remindersOfTwo } from './reminders.ts';
import { toolsBeside } from './tools.ts';

/** The full run; fewer kills shorten the stream alike. */
const KILLS = 60;
const MESSAGES = 5_000;
const DUE = 2_000;
const ROWS = 3_000;
const KILLS_AT_IMPORT = 6;
const LEAST_ROWS = 600;
const LEAST_KILLS_AT_IMPORT = 2;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: String(KILLS) },
    messages: { type: 'string' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const kills = Number(values.kills);
const seed = Number(values.seed);
const messages = Number(values.messages ?? Math.round((kills * MESSAGES) / KILLS));
const brought = {
  rows: Math.max(LEAST_ROWS, Math.round((kills * ROWS) / KILLS)),
  kills: Math.max(LEAST_KILLS_AT_IMPORT, Math.round((kills * KILLS_AT_IMPORT) / KILLS)),
};

const parts = [
  toolsBeside,
  () => killImport({ ...brought, seed }),
  () => killStream({ kills, messages, seed }),
  () => remindersOfTwo({ due: DUE, killed: 'an hour fast' }),
  ...(kills < KILLS ? [] : [() => remindersOfTwo({ due: DUE, killed: 'right clock' })]),
];
let sound = true;
for (const part of parts) sound = printPart(await part()) && sound;
process.exitCode = sound ? 0 : 1;
