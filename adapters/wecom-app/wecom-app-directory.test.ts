import { type FakeWecom, openFakeWecom } from '../../test/support/fake-wecom-app.ts';
import { settingsFor } from '../../test/support/wecom-app-world.ts';
import { probeWecom } from './wecom-app-directory.ts';

let wecom: FakeWecom;
beforeEach(async () => {
  wecom = await openFakeWecom();
});
afterEach(() => wecom.close());

test.each([
  ['all is well', {}, { kind: 'works', app: 'Genjin' }],
  ['another company', { corp: 'ww0000000000000000' }, { kind: 'fails', code: '40013' }],
  ['a wrong secret', { secret: 'x' }, { kind: 'fails', code: '40001' }],
  ['another app', { agent: 7 }, { kind: 'fails', code: '301002' }],
  ['nobody there', { apiUrl: 'http://127.0.0.1:9' }, { kind: 'fails', code: 'unreachable' }],
])('probe: %s', async (_, wrong, said) => {
  expect(await probeWecom({ ...settingsFor(wecom.apiUrl), ...wrong })).toEqual(said);
});

test('probe: an address that WeCom does not trust', async () => {
  wecom.failNext('agent/get', 60020);
  expect(await probeWecom(settingsFor(wecom.apiUrl))).toEqual({ kind: 'fails', code: '60020' });
});
