import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConsoleAdapter } from '../../adapters/console/console-adapter.ts';
import { createAdapterHealth, watched } from '../../src/chat/adapter-health.ts';
import type { MessageButton } from '../../src/chat/message.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { fakeBot, type Respond } from '../support/fake-bot.ts';
import { memoryStates } from '../support/memory-adapter.ts';
import { notedLogger } from '../support/noted-logger.ts';
import { chatContract } from './chat-contract.ts';
import type { ContractWorld } from './contract-world.ts';

async function open(respond: Respond): Promise<ContractWorld> {
  const input = new PassThrough();
  const output = new PassThrough();
  let printed = '';
  output.on('data', (chunk) => {
    printed += chunk;
  });
  const person = { id: 'lin', name: '林悦', locale: 'zh' as const };
  const states = memoryStates();
  const { logger, logged } = notedLogger();
  const health = createAdapterHealth({ adapter: 'console', states, clock: machineClock, logger });
  const adapter = watched(createConsoleAdapter({ person, input, output, clock: machineClock }), health);
  const bot = fakeBot(() => adapter, respond);
  await adapter.start(bot);
  const last = { text: '', taken: true };
  let buttons: readonly MessageButton[] = [];
  const type = async (text: string) => {
    input.write(`${text}\n`);
    await sleep(5);
    return true;
  };
  return {
    name: 'console',
    home: 'direct:lin',
    nowhere: 'direct:nobody',
    bot,
    other: 'nobody',
    async says(text, { again = false } = {}) {
      // A terminal never sends a line twice by itself; the person does, when told that it was not saved.
      if (again && last.taken) return true;
      last.text = text;
      last.taken = !bot.down;
      return type(text);
    },
    presses: async (id, { again = false } = {}) => again || type(String(buttons.findIndex((one) => one.id === id) + 1)),
    deliver(reply) {
      buttons = reply.message.buttons ?? buttons;
      return adapter.deliver(reply, 'zh');
    },
    shownTo: async (who) => (who === 'lin' ? [printed.replaceAll('我> ', '')] : []),
    live: async () => printed.match(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu) ?? [],
    state: () => states.state,
    logged,
    secrets: [],
    stop: () => adapter.stop(),
  };
}

chatContract('console', open, {
  has: ['live', 'numbers'],
  fails: [],
  things: [],
  acknowledgesWithinMs: 1_000,
});
