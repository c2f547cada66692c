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
  const output = Object.assign(new PassThrough(), { isTTY: true });
  const typed = new Set<string>();
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

  /** What has several lines is pasted, as a terminal marks it. */
  async function types(text: string): Promise<string> {
    for (const line of text.split('\n')) typed.add(line);
    await bot.brings(() => input.write(text.includes('\n') ? `\u001b[200~${text}\u001b[201~\r` : `${text}\r`));
    return text;
  }

  /** All lines on the screen but those that were typed there. */
  const screen = (): string[] =>
    printed
      .replace(STEERING, '')
      .split(/\r\n|[\r\n]/)
      .map((line) => line.replace(PROMPT, ''))
      .filter((line) => line !== '' && !typed.has(line));

  return Object.assign(bot, {
    says: (_name: string, text: string) => types(text),
    /** A number presses a button of those shown last. */
    async presses(_name: string, label: string): Promise<void> {
      const row = screen().findLast((line) => BUTTON.test(line)) ?? '';
      const button = row.split('  ').find((one) => one.replace(BUTTON, '') === label);
      if (button === undefined) throw new Error(`no button ${label} in ${row}`);
      await types(button.slice(1, 2));
    },
    shownTo: async (): Promise<string[]> => screen(),
  });
}

/** What moves the cursor and clears lines. */
const STEERING = new RegExp(`${String.fromCharCode(27)}\\[[?\\d;]*[A-Za-z]`, 'g');
const PROMPT = /^(?:(?:我|me)> )+/;
const BUTTON = /^\[\d\] /;
