import { AGENT, CORP, type FakeWecom, openFakeWecom, SECRET } from '../../test/support/fake-wecom-app.ts';
import { memoryTokens } from '../../test/support/memory-wecom-app.ts';
import { TestClock } from '../../test/support/world.ts';
import { createWecomClient, fetchToken } from './wecom-app-client.ts';
import { WecomFailure, WecomRefusal } from './wecom-app-errors.ts';
import { createToken, type WecomTokens } from './wecom-app-token.ts';

let wecom: FakeWecom;
const clock = new TestClock('2026-11-23T10:00:00Z');
beforeEach(async () => {
  wecom = await openFakeWecom();
});
afterEach(() => wecom.close());

/** One process of the bot. */
function process(tokens: WecomTokens, secret = SECRET) {
  const token = createToken({
    tokens,
    fetchToken: () => fetchToken(wecom.apiUrl, { corp: CORP, secret }),
    clock,
    lookMs: 5,
  });
  return { token, client: createWecomClient(wecom.apiUrl, token) };
}

const asked = () => wecom.calls.filter(({ path }) => path === 'gettoken').length;
const agent = `agent/get?agentid=${AGENT}`;

test('many calls of several processes ask for one token', async () => {
  const tokens = memoryTokens();
  const processes = Array.from({ length: 4 }, () => process(tokens));
  const calls = processes.flatMap(({ token }) => Array.from({ length: 50 }, () => token.get()));
  expect(new Set(await Promise.all(calls)).size).toBe(1);
  expect(asked()).toBe(1);
});

test('it is renewed before it ends, by one', async () => {
  const tokens = memoryTokens();
  const processes = [process(tokens), process(tokens)];
  await Promise.all(processes.map(({ token }) => token.get()));
  wecom.forgetTokens();
  clock.pass(7200_000 - 299_000);
  await Promise.all(processes.map(({ token }) => token.get()));
  expect(asked()).toBe(2);
});

test.each([40014, 42001] as const)('%d: renewed by one, and every call made again', async (errcode) => {
  const tokens = memoryTokens();
  const processes = [process(tokens), process(tokens)];
  await Promise.all(processes.map(({ client }) => client.call(agent)));
  wecom.forgetTokens(errcode);
  const answers = processes.flatMap(({ client }) => Array.from({ length: 20 }, () => client.call(agent)));
  expect(await Promise.all(answers)).toHaveLength(40);
  expect(asked()).toBe(2);
});

test('a token that is never taken ends the call, not the process', async () => {
  const { client } = process(memoryTokens());
  wecom.failNext('agent/get', 40014, 40014, 40014);
  await expect(client.call(agent)).rejects.toMatchObject({ code: '40014' });
  expect(asked()).toBe(2);
});

test('a wrong secret is asked about once, however many wait', async () => {
  const { token } = process(memoryTokens(), 'wrong');
  for (let round = 0; round < 3; round++) {
    const calls = await Promise.allSettled(Array.from({ length: 20 }, () => token.get()));
    for (const call of calls) expect(call).toMatchObject({ reason: expect.objectContaining({ code: '40001' }) });
  }
  expect(asked()).toBe(1);
});

test('whoever died with the right to renew holds it for a moment only', async () => {
  const tokens = memoryTokens();
  const now = clock.now();
  await tokens.lease('dead', now, new Date(now.getTime() + 15_000));
  const waiting = process(tokens).token.get();
  setTimeout(() => clock.pass(16_000), 30);
  expect(await waiting).toMatch(/^token-/);
});

test.each([
  [60020, WecomFailure],
  [45009, WecomFailure],
  [-1, WecomFailure],
  [81013, WecomRefusal],
  [40003, WecomRefusal],
] as const)('errcode %d: %p', async (errcode, kind) => {
  const { client } = process(memoryTokens());
  wecom.failNext('agent/get', errcode);
  await expect(client.call(agent)).rejects.toBeInstanceOf(kind);
});

test('45009 asks for a pause of a minute', async () => {
  const { client } = process(memoryTokens());
  wecom.failNext('agent/get', 45009);
  await expect(client.call(agent)).rejects.toMatchObject({ retryAfterMs: 60_000 });
});

test.each(['broken', 'cut'] as const)('%s: tried again later, and nothing secret in the error', async (fault) => {
  const { client, token } = process(memoryTokens());
  const held = await token.get();
  wecom.failNext('agent/get', fault);
  const error: unknown = await client.call(agent).catch((cause: unknown) => cause);
  expect(error).toBeInstanceOf(WecomFailure);
  const told = JSON.stringify([String(error), (error as Error).stack, (error as Error).cause ?? null]);
  for (const secret of [held, SECRET, wecom.apiUrl]) expect(told).not.toContain(secret);
});
