import type { Reply } from '../../src/chat/chat-adapter.ts';
import { receipt, reply } from '../../test/support/wecom-app-replies.ts';
import { openWecomAppWorld, type WecomAppWorld } from '../../test/support/wecom-app-world.ts';

let world: WecomAppWorld;
afterEach(() => world.stop());

const say = (one: Reply) => world.adapter.deliver(one, 'zh');
const shown = () => world.wecom.shown.map(({ text }) => text);
const open = async (options: Parameters<typeof openWecomAppWorld>[1] = {}) => {
  world = await openWecomAppWorld(() => [], options);
};

test('a receipt is one card: result, what changed, buttons', async () => {
  await open();
  await say(reply(receipt('✓ 已记 · 腾云 · 电话 · 今天\n金额 80万→85万\n下一步 12/2 周三 15:00 拜访', '撤销', '修改')));
  expect(shown()).toEqual(['✓ 已记 · 腾云 · 电话 · 今天\n金额 80万→85万\n下一步 12/2 周三 15:00 拜访\n[撤销]\n[修改]']);
});

test('a first line that is longer than a title goes on beneath it', async () => {
  await open();
  await say(reply(receipt('✓ 已记 · 海拓物流 (新客户) · 拜访 · 今天\n金额 80万', '撤销')));
  expect(shown()).toEqual(['✓ 已记 · 海拓物流 (新客户) · 拜访 ·\n今天\n金额 80万\n[撤销]']);
});

test('what a card would not show whole is said before it', async () => {
  await open();
  const long = `${'很长的第一行'.repeat(6)}\n第二行`;
  await say(reply(receipt(long, '撤销')));
  expect(shown()).toEqual([long, `${'很长的第一行'.repeat(6).slice(0, 25)}…\n[撤销]`]);
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

test('choices that a button cannot show whole are numbered and written out', async () => {
  await open();
  await say(reply(receipt('哪位罗总?', '宁波海拓物流有限公司 罗海生', '海拓供应链管理有限公司 罗启铭', '都不是')));
  expect(shown()).toEqual([
    '哪位罗总?\n1 宁波海拓物流有限公司 罗海生\n2 海拓供应链管理有限公司 罗启铭\n3 都不是\n[1 宁波海拓物流有…]\n[2 海拓供应链管理…]\n[3 都不是]',
  ]);
});

test('more buttons than a card has are on several, each said once', async () => {
  await open();
  const labels = Array.from({ length: 8 }, (_, n) => `选项${n}`);
  await say(reply(receipt('选哪个?', ...labels)));
  const all = shown().join('\n');
  for (const label of labels) expect(all.split(`[${label}]`)).toHaveLength(2);
  expect(world.wecom.shown.map(({ type }) => type)).toEqual(['text', 'template_card', 'template_card']);
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

test('a chart is a line of blocks on the card', async () => {
  await open();
  const card = { title: '漏斗 · 本季度', rows: [{ label: '方案报价', value: '3' }] };
  const chart = { of: '各阶段商机数', bars: [1, 3].map((value) => ({ label: '方案报价', value })) };
  const one = receipt('漏斗 · 本季度\n方案报价 3', '口径');
  await say(reply({ ...one, card, chart }));
  expect(shown()).toEqual([expect.stringContaining('▃█')]);
});
