import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Respond } from '../support/fake-bot.ts';
import { bring, member, request, sealed } from '../support/wecom-app-callback.ts';
import { openWecomAppWorld, WAIT_MS } from '../support/wecom-app-world.ts';
import { type ContractWorld, chatContract } from './chat-contract.ts';
import { platformContract } from './platform-contract.ts';

async function open(respond: Respond): Promise<ContractWorld & Required<Pick<ContractWorld, 'forge' | 'restart'>>> {
  const world = await openWecomAppWorld(respond);
  const lin = member('lin');
  let id = 4_561_255_354_251_345_929n;
  let stopped: Promise<void> | undefined;
  const brings = async (words: string) => {
    const answer = await bring(world.url, words, { waitMs: WAIT_MS, tries: 1 });
    return answer?.status === 200 && answer.shown === null;
  };

  return {
    name: 'wecom-app',
    bot: world.bot,
    other: 'emma',
    async says(text, { again = false } = {}) {
      if (!again) id += 1n;
      return brings(lin.text(text, String(id)));
    },
    async presses(button) {
      const { task = '' } = world.wecom.shown.findLast(({ text }) => text.includes('[')) ?? {};
      return brings(lin.press(task, button, world.wecom.newCode(task)));
    },
    deliver: (reply) => world.adapter.deliver(reply, 'zh'),
    shownTo: async (person) => world.wecom.shown.filter(({ to }) => to === person).map(({ text }) => text),
    async forge(how) {
      const at = new Date(Date.now() + (how === 'stale' ? -301_000 : how === 'future' ? 330_000 : 0));
      const made = sealed(lin.text('伪造', '77'), { at, nonce: randomUUID() });
      if (how === 'unsigned') delete made.query.msg_signature;
      if (how === 'tampered') made.body = sealed(lin.text('篡改', '77')).body;
      return ((await request(world.url, made, { waitMs: 2_000 }))?.status ?? 500) < 300;
    },
    restart: world.restart,
    stop() {
      stopped ??= world.stop();
      return stopped;
    },
  };
}

chatContract('wecom-app', open, {
  lines: true,
  changesInPlace: false,
  acknowledgesWithinMs: 1_000,
  // Two seconds of the five that WeCom waits, at the pace of tests.
  slowStore: { storesMs: WAIT_MS * 0.4, waitsMs: WAIT_MS },
});
platformContract('wecom-app', open);

test('a door that its public address does not lead to is no connection, and the state says why', async () => {
  const world = await openWecomAppWorld(() => [], { publicUrl: 'http://127.0.0.1:9', pauses: { knock: 10 } });
  expect((await fetch(world.url, { method: 'HEAD' })).status).toBe(204);
  for (let waited = 0; world.state.state?.connection !== 'connecting' && waited < 3_000; waited += 10) await sleep(10);
  expect(world.state.state).toMatchObject({ connection: 'connecting', lastError: { code: 'address' } });
  expect(world.bot.events).toEqual([]);
  await world.stop();
});
