import { APP_TOKEN, BOT_TOKEN, type FakeSlack, openFakeSlack } from '../../test/support/fake-slack.ts';
import type { SlackSettings } from './slack-config.ts';
import { findSlackUser, probeSlack } from './slack-directory.ts';

let slack: FakeSlack;
let settings: SlackSettings;
beforeAll(async () => {
  slack = await openFakeSlack();
  settings = { botToken: BOT_TOKEN, apiUrl: slack.apiUrl, door: { kind: 'socket', appToken: APP_TOKEN } };
});
afterAll(() => slack.close());

test('a user is found by id or by verified e-mail, never by name', async () => {
  const identity = `${slack.team}:${slack.users.lin}`;
  expect(await findSlackUser(settings, 'lin@acme.com')).toMatchObject({ identity });
  expect(await findSlackUser(settings, slack.users.lin ?? '')).toMatchObject({ identity });
  expect(await findSlackUser(settings, 'lin')).toBeNull();
  expect(await findSlackUser(settings, 'nobody@acme.com')).toBeNull();
});

test('the tokens are tried, and the one that is wrong is named', async () => {
  expect(await probeSlack(settings)).toEqual({ kind: 'works', team: 'Acme', bot: 'genjin' });
  const wrong = { ...settings, door: { kind: 'socket' as const, appToken: 'xapp-other' } };
  expect(await probeSlack(wrong)).toEqual({ kind: 'fails', token: 'SLACK_APP_TOKEN', code: 'invalid_auth' });
  slack.failNext('auth.test', 'cut');
  expect(await probeSlack(settings)).toEqual({ kind: 'fails', token: 'SLACK_BOT_TOKEN', code: 'unreachable' });
});
