import { parseArgs } from 'node:util';
import { measureCommands } from './measure-commands.ts';
import { measureHanding } from './measure-handing.ts';
import { measureHeap } from './measure-heap.ts';
import { measureImport } from './measure-import.ts';
import { measurePath } from './measure-path.ts';
import { measurePeace } from './measure-peace.ts';
import { measureReminders } from './measure-reminders.ts';
import { type Line, lineText } from './report.ts';

/**
 * Every figure that the product promises, in one run on the build: `npm run bench`, or `npm run bench -- --only path`
 * (path, commands, reminders, peace, import, handing, heap). Ends with 1 where a promise is not kept.
 */
const measures = {
  path: measurePath,
  commands: measureCommands,
  reminders: measureReminders,
  peace: measurePeace,
  import: measureImport,
  handing: measureHanding,
  heap: measureHeap,
};

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const chosen = Object.entries(measures).filter(([name]) => values.only === undefined || values.only === name);
if (chosen.length === 0) throw new Error(`--only takes one of ${Object.keys(measures).join(', ')}`);
const lines: Line[] = [];
for (const [name, measure] of chosen) {
  process.stdout.write(`\n${name}\n`);
  await measure((line) => {
    lines.push(line);
    process.stdout.write(`  ${lineText(line)}\n`);
  });
}
const failed = lines.filter(({ pass }) => pass === false);
process.stdout.write(failed.length === 0 ? '\nEvery promise kept.\n' : `\n${failed.length} promise(s) not kept.\n`);
process.exitCode = failed.length === 0 ? 0 : 1;
