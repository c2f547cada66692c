import type { SlackState } from '../../adapters/slack/slack-health.ts';
import { examineSlack, slackStateFindings } from './examine-slack.ts';
import { slackDoctorTexts } from './slack-texts.ts';

const words = slackDoctorTexts('en');
const now = new Date('2026-11-23T10:00:00Z');
const state: SlackState = {
  connection: 'connected',
  since: now,
  reconnects: 2,
  lastIn: now,
  lastOut: null,
  lastError: null,
};

test('not configured is nothing wrong', async () => {
  expect(await examineSlack(null, words)).toMatchObject({ ok: null });
});

test('connection, traffic, and no error: all well', () => {
  const findings = slackStateFindings(state, now, words);
  expect(findings.map(({ ok }) => ok)).toEqual([true, true]);
  expect(findings[1]?.what).toBe('Slack last heard: 2026-11-23T10:00:00.000Z; last said: never');
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
  const failed = { ...state, lastError: { code, at: now } };
  expect(slackStateFindings(failed, now, words).at(-1)).toMatchObject({ ok: false, mend });
  expect(slackStateFindings(failed, new Date(now.getTime() + 86_400_001), words)).toHaveLength(2);
});

test('a server that is down is not a Slack fault; one that cannot connect is', () => {
  expect(slackStateFindings({ ...state, connection: 'stopped' }, now, words)).toMatchObject([{ ok: null }]);
  expect(slackStateFindings({ ...state, connection: 'connecting' }, now, words)[0]).toMatchObject({ ok: false });
});
