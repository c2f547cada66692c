import type { Reply } from '../../src/chat/chat-adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import { bring, member } from '../../test/support/wecom-app-callback.ts';
import { openWecomAppWorld, WAIT_MS, type WecomAppWorld } from '../../test/support/wecom-app-world.ts';

let world: WecomAppWorld;
let count = 0;
afterEach(() => world.stop());

function reply(message: string | Message, rest: Partial<Reply> = {}): Reply {
  count += 1;
  return {
    id: `rule:deliver-${count}/0`,
    to: { adapter: 'wecom-app', room: 'direct:lin' },
    private: false,
    message: typeof message === 'string' ? { text: message } : message,
    ...rest,
  };
}

const receipt = (text: string, ...labels: string[]): Message => ({
  text,
  buttons: labels.map((label, at) => ({ id: `id-${at}-${label}`, label })),
});
const say = (one: Reply) => world.adapter.deliver(one, 'zh');
const shown = () => world.wecom.shown.map(({ text }) => text);
const paths = () => world.wecom.calls.map(({ path }) => path).filter((path) => path !== 'gettoken');
const open = async (options: Parameters<typeof openWecomAppWorld>[1] = {}) => {
  world = await openWecomAppWorld(() => [], options);
};

/** Presses as WeCom tells of it: with a fresh code for the card. */
async function press(button: string): Promise<void> {
  const { task = '' } = world.wecom.shown.findLast((one) => one.task !== undefined) ?? {};
  await bring(world.url, member('lin').press(task, button, world.wecom.newCode(task)), { waitMs: WAIT_MS });
}

test('a receipt is one card: result, what changed, buttons', async () => {
  await open();
  await say(reply(receipt('✓ 已记 · 腾云 · 电话 · 今天\n金额 80万→85万\n下一步 12/2 周三 15:00 拜访', '撤销', '修改')));
  expect(shown()).toEqual(['✓ 已记 · 腾云 · 电话 · 今天\n金额 80万→85万\n下一步 12/2 周三 15:00 拜访\n[撤销]\n[修改]']);
});

test('what a card would not show whole is said before it', async () => {
  await open();
  const long = `${'很长的第一行'.repeat(6)}\n第二行`;
  await say(reply(receipt(long, '撤销')));
  expect(shown()).toEqual([long, `${'很长的第一行'.repeat(6).slice(0, 25)}…\n[撤销]`]);
});

test('a press changes its card, once; a second change without a press is said anew', async () => {
  await open();
  const first = reply(receipt('✓ 已记 · 腾云', '撤销'));
  await say(first);
  await press('id-0-撤销');
  const undone = reply(receipt('已撤销:腾云。', '恢复'), { replaces: first.id });
  await say(undone);
  expect(shown()).toEqual(['已撤销:腾云。\n[恢复]']);
  await say(reply(receipt('又改了', '撤销'), { replaces: undone.id }));
  expect(shown()).toEqual(['已撤销:腾云。\n[恢复]', '又改了\n[撤销]']);
});

test('an amend without a press changes the card by the code of its sending', async () => {
  await open();
  const first = reply(receipt('✓ 已记 · 80万', '撤销'));
  await say(first);
  await say(reply(receipt('✓ 已改 · 85万', '撤销'), { replaces: first.id }));
  expect(shown()).toEqual(['✓ 已改 · 85万\n[撤销]']);
});

test('a change without buttons leaves none to press', async () => {
  await open();
  const first = reply(receipt('✓ 已记', '撤销'));
  await say(first);
  await say(reply('已撤销', { replaces: first.id }));
  expect(shown()).toEqual(['已撤销\n(已更新)']);
});

test('after 72 hours, or where WeCom refuses, it is said anew', async () => {
  await open();
  const first = reply(receipt('一', '撤销'));
  await say(first);
  world.wecom.pass(73 * 3_600_000);
  await say(reply(receipt('二', '撤销'), { replaces: first.id }));
  expect(shown()).toEqual(['一\n[撤销]', '二\n[撤销]']);
});

test.each(['lost', 'broken'] as const)('a change that ends %s is tried again and there once', async (fault) => {
  await open();
  const first = reply(receipt('一', '撤销'));
  await say(first);
  const second = reply(receipt('二', '撤销'), { replaces: first.id });
  world.wecom.failNext('message/update_template_card', fault);
  await expect(say(second)).rejects.toMatchObject({ name: 'ServiceError' });
  await say(second);
  await say(second);
  expect(shown()).toEqual(['二\n[撤销]']);
});

test.each([
  ['text', reply('只说一次')],
  ['card', reply(receipt('只说一次', '撤销'))],
])('a %s whose answer was lost is there once after a second try', async (_, one) => {
  await open();
  world.wecom.failNext('message/send', 'lost');
  await expect(say(one)).rejects.toMatchObject({ name: 'ServiceError' });
  await say(one);
  expect(shown()).toHaveLength(1);
});

test('the same words of two rows are said twice, also where the second is tried again', async () => {
  await open();
  await say(reply('没懂。'));
  const second = reply('没懂。');
  world.wecom.failNext('message/send', 'cut');
  await expect(say(second)).rejects.toMatchObject({ name: 'ServiceError' });
  await say(second);
  expect(shown()).toEqual(['没懂。', '没懂。']);
});

test('long words come in pieces of 2,048 bytes; after a failure only what is missing', async () => {
  await open();
  const long = Array.from({ length: 200 }, (_, n) => `第${n}行 腾云科技有限公司 👨‍👩‍👧`).join('\n');
  const one = reply(long);
  world.wecom.failNext('message/send', 'lost');
  await expect(say(one)).rejects.toMatchObject({ name: 'ServiceError' });
  await say(one);
  expect(shown().join('')).toBe(long);
  expect(shown().every((text) => Buffer.byteLength(text) <= 2048)).toBe(true);
  expect(shown().length).toBeGreaterThan(3);
});

test('a long table is a file that no spreadsheet calculates with', async () => {
  await open();
  const rows = Array.from({ length: 300 }, (_, n) => ({ label: `客户${n}`, value: n === 0 ? '=1+1' : `"${n}", 万` }));
  const text = rows.map(({ label, value }) => `${label} ${value}`).join('\n');
  await say(reply({ text, card: { title: '全部客户', rows } }));
  expect(shown()).toEqual(['全部客户\n全部在下面的文件里。', '']);
  const [file] = world.wecom.files;
  expect(file?.name).toBe('genjin.csv');
  expect(file?.text.split('\r\n').slice(0, 2)).toEqual(['\u{feff}"客户0","\'=1+1"', '"客户1","""1"", 万"']);
});

test('a long table with headings is a file with them, its card is short', async () => {
  await open();
  const rows = Array.from({ length: 300 }, (_, n) => [`客户${n}`, `${n} 单`, '¥1']);
  const table = { title: '本季度漏斗', head: ['阶段', '单数', '金额'], rows, figures: [1, 2] };
  const card = { title: '本季度漏斗', rows: [{ label: '合计', value: '300 单' }] };
  await say(reply({ text: rows.map((row) => row.join(' ')).join('\n'), card, table }));
  expect(shown()).toEqual(['本季度漏斗\n全部在下面的文件里。', '']);
  expect(world.wecom.files[0]?.text.split('\r\n').slice(0, 2)).toEqual([
    '\u{feff}"阶段","单数","金额"',
    '"客户0","0 单","¥1"',
  ]);
});

test('a card of rows with buttons says its footer too', async () => {
  await open();
  const card = { title: '本季度漏斗', rows: [{ label: '接触', value: '6 单 · ¥820,000' }] };
  const buttons = [{ id: 'why', label: '为什么' }];
  await say(
    reply({ text: '本季度漏斗\n接触 6 单 · ¥820,000\n只含本群可看的', card, footer: '只含本群可看的', buttons }),
  );
  expect(shown()).toEqual(['本季度漏斗\n只含本群可看的\n接触 6 单 · ¥820,000\n[为什么]']);
});

test('signs that WeCom refuses or makes something of are shown as they can be', async () => {
  await open();
  await say(reply('a\u0007b \ud83d <a href="https://evil.example">点我</a> <b>粗</b>'));
  expect(shown()).toEqual(['a b \u{fffd} ＜a href="https://evil.example">点我＜/a> <b>粗</b>']);
});

test('with markdown on, a card without buttons is one, unless its words would be markup', async () => {
  await open({ settings: { markdown: true } });
  const card = { title: '本季度漏斗', rows: [{ label: '接触', value: '6 单' }] };
  await say(reply({ text: '本季度漏斗\n接触 6 单', card }));
  await say(reply({ text: '漏斗 **x**', card: { title: '**x**', rows: [] } }));
  expect(world.wecom.shown.map(({ type, text }) => [type, text])).toEqual([
    ['markdown', '**本季度漏斗**\n> 接触 6 单'],
    ['text', '漏斗 **x**'],
  ]);
});

test('thirty messages a minute to one member at most, whatever is waiting', async () => {
  await open({ memberRate: { burst: 2, everyMs: 40 } });
  const began = performance.now();
  await say(reply(`${'长'.repeat(682)}`.repeat(4)));
  expect(performance.now() - began).toBeGreaterThan(60);
  expect(world.wecom.shown).toHaveLength(4);
});

test('a member who would wait too long is tried again later', async () => {
  await open({ memberRate: { burst: 1, everyMs: 60_000 } });
  await say(reply('一'));
  await expect(say(reply('二'))).rejects.toMatchObject({ name: 'ServiceError', retryAfterMs: expect.any(Number) });
});

test.each([
  ['one who is not linked', { to: { adapter: 'wecom-app', room: 'direct:nobody' } }, 'not_linked'],
  [
    'one whom the app does not reach',
    { to: { adapter: 'wecom-app', room: 'direct:ww1436e0e65a779aee:gone' } },
    '81013',
  ],
  ['all at once', { to: { adapter: 'wecom-app', room: 'direct:ww1436e0e65a779aee:@all' } }, 'not_linked'],
  ['several', { to: { adapter: 'wecom-app', room: 'direct:ww1436e0e65a779aee:lin|emma' } }, 'not_linked'],
  ['a room that is no group of the app', { to: { adapter: 'wecom-app', room: 'x' } }, 'no_such_room'],
])('%s: final, and the log says what to do', async (_, to, code) => {
  await open();
  await expect(say(reply('话', to))).rejects.toMatchObject({ name: 'WecomRefusal', code });
  expect(world.logged).toContainEqual(expect.objectContaining({ code, remedy: expect.any(String) }));
  expect(shown()).toEqual([]);
});

test.each([60020, 45009, 40001])('%d: put off, and the log says what to do without naming anybody', async (errcode) => {
  await open();
  world.wecom.failNext('message/send', errcode);
  await expect(say(reply('话'))).rejects.toMatchObject({ name: 'ServiceError' });
  expect(world.logged).toContainEqual({
    adapter: 'wecom-app',
    code: String(errcode),
    remedy: expect.stringMatching(/.{20}/),
  });
  expect(JSON.stringify(world.logged)).not.toMatch(/lin|话|token-/);
});

test('a group that the app made: words alone, and what is private goes to the one person', async () => {
  await open();
  const group = 'wecom-group:sales1';
  await createSales(world);
  await say(reply(receipt('腾云签了', '恭喜'), { to: { adapter: 'wecom-app', room: group } }));
  const alone = { adapter: 'wecom-app', room: group, onlyFor: 'lin' };
  await say(reply('旧值 80万', { to: alone, private: true }));
  expect(world.wecom.shown.map(({ to, text }) => [to, text])).toEqual([
    ['sales1', '腾云签了'],
    ['lin', '旧值 80万'],
  ]);
  expect(paths()).toContain('appchat/send');
});

async function createSales({ wecom }: WecomAppWorld): Promise<void> {
  const token = await (
    await fetch(
      `${wecom.apiUrl}/cgi-bin/gettoken?corpid=ww1436e0e65a779aee&corpsecret=secret-of-the-app-0123456789abcdef`,
    )
  ).json();
  const body = JSON.stringify({ chatid: 'sales1', name: '销售', owner: 'lin', userlist: ['lin', 'emma'] });
  const { access_token } = token as { access_token: string };
  await fetch(`${wecom.apiUrl}/cgi-bin/appchat/create?access_token=${access_token}`, { method: 'POST', body });
}

test('who somebody is, for the administrator who lets them join: WeCom tells a name and no verified e-mail', async () => {
  await open();
  expect(await world.adapter.who?.('ww1436e0e65a779aee:lin')).toEqual({ name: '林悦', email: null });
  for (const user of ['ww1436e0e65a779aee:gone', 'ww1436e0e65a779aee:@all', 'ww0000000000000000:lin', 'lin'])
    expect(await world.adapter.who?.(user)).toBeNull();
});

test('of two hundred messages with every third call failing none is lost, doubled or out of order', async () => {
  await open();
  const faults = ['lost', 'cut', 'broken', 45009, -1, 42001, 'lost'] as const;
  const rows = Array.from({ length: 200 }, (_, n) =>
    reply(n % 2 === 0 ? `第${n}条` : receipt(`第${n}条`, '撤销'), { id: `rule:fault-${n}/0` }),
  );
  let attempts = 0;
  for (const row of rows) {
    world.wecom.pass(2_100);
    for (let done = false; !done; attempts++) {
      if (attempts % 3 === 0) world.wecom.failNext('message/send', faults[(attempts / 3) % faults.length] ?? 'cut');
      done = await say(row).then(
        () => true,
        (error: Error) => {
          if (error.name !== 'ServiceError') throw error;
          return false;
        },
      );
    }
  }
  expect(attempts).toBeGreaterThan(250);
  expect(shown()).toEqual(rows.map((_, n) => (n % 2 === 0 ? `第${n}条` : `第${n}条\n[撤销]`)));
});
