import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConsoleAdapter } from '../../adapters/console/console-adapter.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { fakeBot, type Respond } from '../support/fake-bot.ts';
import { type ContractWorld, chatContract } from './chat-contract.ts';

async function open(respond: Respond): Promise<ContractWorld> {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (chunk) => {
    printed += chunk;
  });
  const person = { id: 'lin', name: '林悦', locale: 'zh' as const };
  const adapter = createConsoleAdapter({ person, input, output, clock: machineClock });
  const bot = fakeBot(() => adapter, respond);
  await adapter.start(bot);
  const last = { text: '', taken: true };
  const type = async (text: string) => {
    input.write(`${text}\n`);
    await sleep(5);
    return true;
  };
  return {
    name: 'console',
    bot,
    other: 'nobody',
    async says(text, { again = false } = {}) {
      // A terminal never sends a line twice by itself; the person does, when told that it was not saved.
      if (again && last.taken) return true;
      last.text = text;
      last.taken = !bot.down;
      return type(text);
    },
    presses: () => type('1'),
    deliver: (reply) => adapter.deliver(reply, 'zh'),
    shownTo: async (who) => (who === 'lin' ? [printed.replaceAll('我> ', '')] : []),
    stop: () => adapter.stop(),
  };
}

chatContract('console', open, { lines: false, changesInPlace: false, acknowledgesWithinMs: 1_000 });
