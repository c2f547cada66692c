import { baseConfig, readConfig } from '../../src/config.ts';
import { wecomAppConfig, wecomAppSettings, wecomAppTogether } from './wecom-app-config.ts';

const whole = {
  WECOM_APP_CORP_ID: 'ww1436e0e65a779aee',
  WECOM_APP_AGENT_ID: '1000002',
  WECOM_APP_SECRET: 'secret-of-the-app-0123456789abcdef',
  WECOM_APP_TOKEN: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
  WECOM_APP_AES_KEY: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
};
const read = (env: Record<string, string>) => readConfig(baseConfig.extend(wecomAppConfig.shape), env);
const settingsOf = (env: Record<string, string>) => {
  const result = read(env);
  return result.kind === 'ok' ? wecomAppSettings(result.config) : result.faults;
};

test('none is off, all is on', () => {
  expect(settingsOf({})).toBeNull();
  expect(settingsOf(whole)).toEqual({
    corp: 'ww1436e0e65a779aee',
    agent: 1000002,
    secret: whole.WECOM_APP_SECRET,
    token: whole.WECOM_APP_TOKEN,
    aesKey: whole.WECOM_APP_AES_KEY,
    apiUrl: 'https://qyapi.weixin.qq.com',
    markdown: false,
  });
});

test.each(wecomAppTogether.needs)('without %s the others are half a configuration', (missing) => {
  const { [missing]: _, ...half } = whole as Record<string, string>;
  expect(settingsOf(half)).toMatchObject([{ variable: missing, kind: 'missing' }]);
});

test.each([
  ['WECOM_APP_CORP_ID', 'acme'],
  ['WECOM_APP_AGENT_ID', '0'],
  ['WECOM_APP_AGENT_ID', '1e3'],
  ['WECOM_APP_SECRET', 'short'],
  ['WECOM_APP_TOKEN', 'has space'],
  ['WECOM_APP_AES_KEY', '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhU'],
  ['WECOM_APP_API_URL', 'ftp://x'],
])('%s=%s is not usable, and the value is not repeated', (variable, value) => {
  const faults = settingsOf({ ...whole, [variable]: value });
  expect(faults).toMatchObject([{ variable, kind: 'wrong' }]);
  expect(JSON.stringify(faults)).not.toContain(`"${value}"`);
});
