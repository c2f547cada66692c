import { PassThrough } from 'node:stream';
import { createConsoleAdapter } from '../../adapters/console/console-adapter.ts';
import type { Records } from '../../src/app/records.ts';
import { createAdapterHealth, watched } from '../../src/chat/adapter-health.ts';
import { createAdapterStateStore } from '../../src/chat/adapter-state-store.ts';
import { directRoom } from '../../src/chat/message.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { colleagues } from './sales-team.ts';
import { openWholeBot } from './whole-bot.ts';

/** The whole bot in a terminal, for the one person who sits at it. */
export async function openConsoleTalk(
  start: string,
  people: readonly string[],
  fill: (records: Records) => Promise<void>,
) {
  const person = colleagues.find(({ id }) => id === people[0]);
  if (person === undefined || people.length > 1) throw new Error('one colleague sits at a terminal');
  const { id, name, locale } = person;
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (chunk) => {
    printed += chunk;
  });
  const bot = await openWholeBot(start, {
    adapter: 'console',
    people,
    fill,
    open({ clock, connection }) {
      const adapter = createConsoleAdapter({ person: { id, name, locale: locale ?? 'zh' }, input, output, clock });
      const states = createAdapterStateStore(connection);
      return watched(adapter, createAdapterHealth({ adapter: 'console', states, clock, logger: silentLogger }));
    },
    reach: (one) => ({ adapter: 'console', room: directRoom(one) }),
  });
  const types = (text: string): Promise<string> => bot.brings(() => input.write(`${text}\n`)).then(() => text);

  return Object.assign(bot, {
    says: (_name: string, text: string) => types(text),
    /** A number presses a button of those shown last. */
    async presses(_name: string, label: string): Promise<void> {
      const line = printed.split('\n').findLast((one) => one.startsWith('[1] ')) ?? '';
      const at = line.split('  ').findIndex((button) => button.replace(/^\[\d\] /, '') === label);
      if (at < 0) throw new Error(`no button ${label} in ${line}`);
      await types(String(at + 1));
    },
    shownTo: async (): Promise<string[]> => printed.split('\n'),
  });
}
