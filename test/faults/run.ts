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

const parts = [
  toolsBeside,
  () => killImport({ rows: ROWS, kills: KILLS_AT_IMPORT, seed }),
  () => killStream({ kills, messages, seed }),
  () => remindersOfTwo({ due: DUE, killed: 'an hour fast' }),
  ...(kills < KILLS ? [] : [() => remindersOfTwo({ due: DUE, killed: 'right clock' })]),
];
let sound = true;
for (const part of parts) sound = printPart(await part()) && sound;
process.exitCode = sound ? 0 : 1;
