import { slackConfig } from '../adapters/slack/slack-config.ts';
import { webConfig } from '../adapters/web/web-config.ts';
import { baseConfig, loadConfig, readConfig } from './config.ts';
import { terminalLocale } from './main/terminal-locale.ts';

test('nothing set: every default', () => {
  expect(readConfig(baseConfig, {})).toMatchObject({
    kind: 'ok',
    config: { DATA_DIR: './data', TEAM_CURRENCY: 'CNY' },
  });
});

test('an empty variable counts as not set', () => {
  expect(readConfig(baseConfig, { MONGODB_URI: ' ', LLM_MODEL: '' })).toMatchObject({ kind: 'ok' });
});

test('half a configuration names what is missing, and no more as needed than is', () => {
  expect(readConfig(baseConfig, { LLM_API_KEY: 'sk-secret' })).toEqual({
    kind: 'faults',
    faults: [
      { variable: 'LLM_BASE_URL', kind: 'missing', hint: 'LLM_BASE_URL + LLM_MODEL' },
      { variable: 'LLM_MODEL', kind: 'missing', hint: 'LLM_BASE_URL + LLM_MODEL' },
    ],
  });
});

test.each([
  [{ SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN / SLACK_SIGNING_SECRET']],
  [{ SLACK_APP_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
  [{ SLACK_SIGNING_SECRET: 'x'.repeat(32) }, ['SLACK_BOT_TOKEN']],
  [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1' }, []],
  [{ SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'x'.repeat(32) }, []],
])('of %j is missing: %j', (env, variables) => {
  const read = readConfig(baseConfig.extend(slackConfig.shape), env);
  expect(read.kind === 'ok' ? [] : read.faults.map(({ variable }) => variable)).toEqual(variables);
});

test('every fault at once, in the reader’s language and without the value', () => {
  const env = { MONGODB_URI: 'http://secret@host', TEAM_ZONE: 'Mars/Base', LANG: 'zh_CN.UTF-8' };
  expect(() => loadConfig(baseConfig, env)).toThrow(/配置有误[\s\S]*MONGODB_URI[\s\S]*TEAM_ZONE/);
  expect(() => loadConfig(baseConfig, { ...env, LANG: 'C' })).toThrow(/not right/);
  expect(() => loadConfig(baseConfig, env)).not.toThrow(/secret/);
});

test.each([
  ['TEAM_LOCALE', 'fr', 'zh | en'],
  ['WEB_PORT', 'http', '0, 1, 2 …'],
  ['WEB_PORT', '70000', '≤ 65535'],
  ['LLM_CALLS_PER_MINUTE', '0', '≥ 1'],
  ['WEB_PUBLIC_URL', 'genjin', 'https://…'],
  ['TEAM_CURRENCY', 'yuan', 'CNY'],
  ['SLACK_BOT_TOKEN', 'token', 'xoxb-…'],
])('%s = %s: an example that every language reads', (variable, value, hint) => {
  const schema = baseConfig.extend(webConfig.shape).extend(slackConfig.shape);
  const read = readConfig(schema, { [variable]: value });
  expect(read.kind === 'faults' && read.faults[0]).toEqual({ variable, kind: 'wrong', hint });
});

test('the terminal speaks Chinese only where it says so', () => {
  expect(terminalLocale({ LANG: 'zh_TW.UTF-8' })).toBe('zh');
  expect(terminalLocale({ LC_ALL: 'en_US.UTF-8', LANG: 'zh_CN' })).toBe('en');
  expect(terminalLocale({})).toBe('en');
});
