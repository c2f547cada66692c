import { examineWecomBot, silentFindings, wecomBotMends } from './examine-wecom-bot.ts';
import { hookFindings, wecomHookMends } from './examine-wecom-hook.ts';

const person = (name: string, user?: string) => ({
  name,
  identities: user === undefined ? [] : [{ adapter: 'wecom-bot', user }],
});
const people = (...all: object[]) => ({ active: async () => all }) as never;
const chats = (...wrote: string[]) => ({ everWrote: async () => new Set(wrote) });

test('the bot: not configured is nothing wrong, and configured is never tried', () => {
  expect(examineWecomBot(null, 'zh')).toMatchObject({ ok: null });
  expect(examineWecomBot({ bot: 'aib1', secret: 's', url: 'wss://x' }, 'zh')).toMatchObject({ ok: true });
});

test('who is linked and never wrote cannot be reached; who is not linked is no matter', async () => {
  const team = people(person('林悦', 'lin'), person('张伟', 'zhang'), person('李娜', 'li'), person('陈敏'));
  expect(await silentFindings(team, chats('lin'), 'zh')).toMatchObject([
    { ok: false, what: '企业微信机器人推不到:张伟和李娜', mend: expect.stringContaining('发一句话') },
  ]);
  expect(await silentFindings(team, chats('lin', 'zhang', 'li'), 'en')).toEqual([]);
});

test.each([
  ['kicked', /只留一条/],
  ['auth_40001', /WECOM_BOT_SECRET/],
  ['auth', /WECOM_BOT_SECRET/],
  ['846607', /30 条/],
  ['93006', /发一句/],
  ['unreachable', /openws/],
  ['40058', /docs\/wecom-bot/],
])('the error %s of the bot has its remedy', (code, remedy) => {
  expect(wecomBotMends('zh').error(code)).toMatch(remedy);
});

test('hooks say what goes where, and how to have it', async () => {
  const hooks = ['sales', 'bosses'].map((name) => ({ name, url: 'https://x/?key=secret', mentions: [] }));
  const rooms = { on: async () => [{ room: 'hook:sales', alerts: ['wins'] }] } as never;
  const findings = await hookFindings(hooks, rooms, 'zh');
  expect(findings).toMatchObject([
    { ok: true, what: '群机器人 sales:wins' },
    { ok: null, mend: expect.stringContaining('hook bosses') },
  ]);
  expect(JSON.stringify(findings)).not.toContain('secret');
  expect(await hookFindings(undefined, rooms, 'en')).toMatchObject([{ ok: null }]);
  expect(wecomHookMends('zh').error('93000')).toMatch(/WECOM_HOOKS/);
});
