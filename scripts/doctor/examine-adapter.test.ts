import { slackRemedies } from '../../adapters/slack/slack-remedies.ts';
import type { AdapterState } from '../../src/chat/adapter-health.ts';
import { adapterFindings } from './examine-adapter.ts';
import { slackMends } from './examine-slack.ts';

const words = slackRemedies('en');
const mends = slackMends('en');
const now = new Date('2026-11-23T10:00:00Z');
const well: AdapterState = {
  connection: 'connected',
  since: now,
  reconnects: 2,
  lastIn: now,
  lastOut: null,
  lastError: null,
};

const find = (state: AdapterState | null, at = now) => adapterFindings('Slack', state, at, mends, 'en');

test('connection, traffic, and no error: all well', () => {
  expect(find(well).map(({ ok }) => ok)).toEqual([true, true]);
  expect(find(well)[1]?.what).toBe('Slack last heard: 2026-11-23 10:00 UTC; last said: never');
});

test('nothing heard yet: said so, with what to do', () => {
  expect(find({ ...well, lastIn: null })[1]).toMatchObject({ ok: false, mend: mends.unheard });
  const [, zh] = adapterFindings('Slack', { ...well, lastIn: null }, now, mends, 'zh');
  expect(zh?.what).toContain('已连接,还没收到消息');
  const [, hook] = adapterFindings('Hook', { ...well, lastIn: null }, now, { ...mends, unheard: null }, 'en');
  expect(hook).toEqual({ ok: null, what: 'Hook last said: never', mend: '' });
});

test.each([
  ['invalid_auth', words.token],
  ['missing_scope', words.scope],
  ['not_in_channel', words.channel],
  ['not_linked', words.notLinked],
  ['ratelimited', words.busy],
  ['unreachable', words.network],
  ['invalid_blocks', words.other],
])('the error %s has its remedy, for a day', (code, mend) => {
  const failed = { ...well, lastError: { code, at: now } };
  expect(find(failed).at(-1)).toMatchObject({ ok: false, mend });
  expect(find(failed, new Date(now.getTime() + 86_400_001))).toHaveLength(2);
});

test('a server that is down is not a fault of the platform; one that cannot connect is', () => {
  expect(find({ ...well, connection: 'stopped' })).toMatchObject([{ ok: null }]);
  expect(find({ ...well, connection: 'connecting' })[0]).toMatchObject({ ok: false });
});
