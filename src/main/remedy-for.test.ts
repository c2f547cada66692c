import { adapterStates } from '../chat/adapter-health.ts';
import { remedyFor } from './remedy-for.ts';

test.each([
  ['slack', 'not_in_channel', '/invite'],
  ['wecom-app', '60020', '企业可信IP'],
  ['wecom-app', '40014', 'Secret'],
  ['wecom-app', '42001', 'Secret'],
  ['wecom-app', '45009', 'limits'],
  ['wecom-bot', 'kicked', 'connected elsewhere'],
  ['wecom-hook', '93000', 'WECOM_HOOKS'],
  ['wechaty', 'not_installed', 'npm install'],
])('%s, %s: what an administrator can do', (adapter, code, remedy) => {
  expect(remedyFor(adapter, code, 'en')).toContain(remedy);
  expect(remedyFor(adapter, code, 'zh')).not.toBe(remedyFor(adapter, code, 'en'));
  // What nobody foresaw says where to look.
  expect(remedyFor(adapter, 'constructor', 'en')).toMatch(/\./);
});

test('health shows the last error of each world with its remedy', async () => {
  const at = new Date('2026-11-23T10:00:00Z');
  const state = { connection: 'connected' as const, since: at, reconnects: 0, lastIn: at, lastOut: at };
  const known = new Map([
    ['slack', { ...state, lastError: { code: 'missing_scope', at } }],
    ['web', { ...state, lastError: { code: 'x', at } }],
    ['wechaty', { ...state, lastError: null }],
  ]);
  const states = { read: async (adapter: string) => known.get(adapter) ?? null };
  const names = ['slack', 'web', 'wechaty', 'console'];
  const shown = await adapterStates(states, names, (adapter, code) => remedyFor(adapter, code, 'en'));
  expect(shown).toMatchObject({
    slack: { lastError: { code: 'missing_scope', remedy: expect.stringContaining('manifest') } },
    web: { lastError: { code: 'x', remedy: null } },
    wechaty: { lastError: null },
    console: null,
  });
});
