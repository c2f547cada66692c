import { remedies } from '../../adapters/wecom-app/wecom-app-remedies.ts';
import { type FakeWecom, openFakeWecom } from '../../test/support/fake-wecom-app.ts';
import { settingsFor } from '../../test/support/wecom-app-world.ts';
import { examineWecomApp, wecomAppMends } from './examine-wecom-app.ts';

const ADDRESS = 'https://crm.example.com';
let wecom: FakeWecom;
beforeEach(async () => {
  wecom = await openFakeWecom();
});
afterEach(() => wecom.close());

test('not configured is nothing wrong', async () => {
  expect(await examineWecomApp(null, ADDRESS, 'zh')).toMatchObject([{ ok: null }]);
});

test('all is well: the app by name, and the address to paste', async () => {
  expect(await examineWecomApp(settingsFor(wecom.apiUrl), ADDRESS, 'zh')).toEqual([
    { ok: true, what: '企业微信应用:「Genjin」,Secret、AgentId、可信IP 都对', mend: '' },
    { ok: true, what: '企业微信回调地址:https://crm.example.com/wecom/callback', mend: '' },
  ]);
});

test('without a public address WeCom has nowhere to post to', async () => {
  const [, address] = await examineWecomApp(settingsFor(wecom.apiUrl), undefined, 'zh');
  expect(address).toMatchObject({ ok: false, mend: expect.stringContaining('WEB_PUBLIC_URL') });
});

test.each([
  [60020, /企业可信IP/],
  [40001, /WECOM_APP_SECRET/],
  [42001, /自动换新/],
  [45009, /会自己恢复/],
  [48002, /可见范围/],
])('%d: what to click', async (errcode, mend) => {
  wecom.failNext('agent/get', errcode, errcode);
  const [finding] = await examineWecomApp(settingsFor(wecom.apiUrl), ADDRESS, 'zh');
  expect(finding).toMatchObject({ ok: false, mend: expect.stringMatching(mend) });
});

const words = remedies('en');
test.each([
  ['60020', words.trustedIp],
  ['40014', words.token],
  ['45009', words.busy],
  ['81013', words.scope],
  ['not_linked', words.notLinked],
  ['stale_stamp', words.clock],
  ['unreachable', words.network],
  ['http_502', words.network],
  ['99999', words.other],
  ['constructor', words.other],
])('the last error %s has its remedy', (code, mend) => {
  expect(wecomAppMends('en').error(code)).toBe(mend);
});
