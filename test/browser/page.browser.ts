import type { BrowserContext, Page } from 'playwright-core';
import { desk, openBrowser, phone, shot } from '../support/browser.ts';
import { salesBot, visitReminder } from '../support/sales-bot.ts';
import { demo as anyone, crew, open, world } from '../support/web-world.ts';

/** The chat page in a real browser, against the real web adapter with a fake bot behind it. */

let context: BrowserContext;
let close: () => Promise<void>;
let page: Page;
let problems: string[];

async function browse(viewport: { width: number; height: number }, colorScheme: 'light' | 'dark' = 'light') {
  ({ context, page, close } = await openBrowser(viewport, colorScheme));
  problems = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
}

afterEach(async () => {
  await close();
});

const demo: typeof anyone = {
  ...anyone,
  rooms: async () => [crew],
  moveClock: async (to: Date) => {
    world.now = to;
    setTimeout(() => void world.adapter.deliver(visitReminder(`rule:visit:${to.toISOString()}/0`), 'zh'), 200);
  },
};

const field = () => page.getByRole('textbox', { name: /写给|Write to/ });
/** Words among the messages. */
const said = (text: string) => page.locator('.messages').getByText(text).first();
const bubbles = () => page.locator('.message .bubble');
const says = async (text: string) => {
  await field().fill(text);
  await field().press('Enter');
};

async function enterDemo(name: string) {
  await open(salesBot, { demo });
  await page.goto(world.url);
  await page.getByRole('button', { name }).click();
  await field().waitFor();
}

/** Nothing sticks out at the side. */
const isWithin = () => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

test.each([
  ['phone', phone],
  ['desk', desk],
])('the main loop on a %s: note, undo in place, report, reminder', async (name, viewport) => {
  await browse(viewport);
  await open(salesBot, { demo });
  await page.goto(world.url);
  await page.getByText('你想是谁?').waitFor();
  await shot(page, `${name}-1-pick`);
  await page.getByRole('button', { name: '林悦' }).click();
  await page.getByText('直接说就行').waitFor();
  await shot(page, `${name}-2-empty`);

  await says('刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去');
  await said('下一步 12/2 周三 15:00 拜访').waitFor();
  await shot(page, `${name}-3-receipt`);
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await said('已撤销:腾云·电话。其他不变。').waitFor();
  expect(await said('下一步 12/2').count()).toBe(0);
  await page.getByRole('button', { name: '恢复' }).click();
  await said('下一步 12/2').waitFor();

  await says('本季度漏斗');
  await said('5 单 · ¥1,400,000 · 60%').waitFor();
  expect(await bubbles().count()).toBe(4);

  await page.getByRole('button', { name: /演示:/ }).click();
  await page.getByRole('button', { name: '明天 09:00' }).click();
  await page.getByRole('status').getByText('11月24日 周二 09:00').waitFor();
  await shot(page, `${name}-4-clock`);
  await page.getByRole('button', { name: '关上' }).click();
  await said('30 分钟后 · 腾云').waitFor();
  expect(await page.locator('.day').allTextContents()).toEqual(['昨天 · 11月23日 周一', '今天 · 11月24日 周二']);
  await shot(page, `${name}-5-reminder`);
  expect(await isWithin()).toBe(true);

  await page.reload();
  await said('30 分钟后 · 腾云').waitFor();
  expect(await bubbles().count()).toBe(5);
  await said('已更新').waitFor();
  expect(problems).toEqual([]);
});

test('a room: others’ words, whispers marked, unread counted, and the way back on a phone', async () => {
  await browse(phone, 'dark');
  await enterDemo('林悦');
  await page.getByRole('button', { name: '回到会话列表' }).click();
  await shot(page, 'phone-6-list-dark');
  await page.getByRole('button', { name: '一组' }).click();
  const amy = (text: string) =>
    fetch(new URL('/api/chat/messages', world.url), {
      method: 'POST',
      headers: { authorization: 'Bearer token-amy', 'content-type': 'application/json' },
      body: JSON.stringify({ text, conversation: 'crew' }),
    });
  await amy('morning all <b onclick=alert(1)>bold</b>');
  await said('morning all <b onclick=alert(1)>bold</b>').waitFor();
  expect(await said('哪位罗总?').count()).toBe(0);
  await says('跟罗总聊了,年后再看');
  await said('哪位罗总?').waitFor();
  expect(await page.getByText('仅你可见').count()).toBe(1);
  await shot(page, 'phone-7-room-dark');
  await page.getByRole('button', { name: '回到会话列表' }).click();
  await page.getByRole('button', { name: /^跟/ }).click();
  await page.getByText('直接说就行').waitFor();
  await amy('one more');
  await page.locator('.back .badge').getByText('2').waitFor();
  expect(await page.title()).toBe('(2) Genjin 跟进');
  expect(await isWithin()).toBe(true);
  expect(problems).toEqual([]);
});

test('what could not be sent is kept over a reload, and sent once when the server is back', async () => {
  await browse(desk);
  await enterDemo('Amy');
  world.bot.down = true;
  await says('Call with Priya at Alderbank');
  await page.getByText('Not sent yet, will try again').waitFor();
  await shot(page, 'desk-6-not-sent');
  await page.reload();
  await said('Call with Priya at Alderbank').waitFor();
  world.bot.down = false;
  await page.getByRole('button', { name: 'Try now' }).click();
  await said('✓ 已记').waitFor();
  expect(world.bot.events).toHaveLength(1);
  expect(await bubbles().count()).toBe(2);
});

test('a lost connection says so, and what came meanwhile is there afterwards', async () => {
  await browse(desk);
  await enterDemo('林悦');
  await context.setOffline(true);
  await says('慢慢来');
  await world.adapter.deliver(visitReminder('rule:visit:1/0'), 'zh');
  await said('还没发出,会自动再试').waitFor();
  await page.getByText('连接断了').waitFor();
  await shot(page, 'desk-9-offline');
  await context.setOffline(false);
  await said('30 分钟后 · 腾云').waitFor();
  await said('✓ 已记').waitFor();
  expect(world.bot.events).toHaveLength(1);
});

test('keys: Enter of an input method sends nothing, Shift+Enter breaks the line, a draft stays, ArrowUp edits', async () => {
  await browse(desk);
  await enterDemo('林悦');
  await field().fill('腾云');
  await field().dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await field().dispatchEvent('keydown', { key: 'Enter', keyCode: 229 });
  expect(await bubbles().count()).toBe(0);
  await field().press('Shift+Enter');
  await field().pressSequentially('第二行');
  expect(await field().inputValue()).toBe('腾云\n第二行');
  await page.getByRole('button', { name: '一组' }).click();
  expect(await field().inputValue()).toBe('');
  await page.reload();
  await field().waitFor();
  expect(await field().inputValue()).toBe('腾云\n第二行');
  await field().press('Enter');
  await said('✓ 已记').waitFor();
  await field().press('ArrowUp');
  await page.getByText('修改这条消息').waitFor();
  await field().fill('腾云 85万');
  await field().press('Enter');
  await page.locator('.message.mine').getByText('已修改').waitFor();
  expect(world.bot.events.at(-1)).toMatchObject({ kind: 'edit', text: '腾云 85万' });
  await page.locator('.message.mine').hover();
  await page.getByRole('button', { name: '删除' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await said('这条消息已删除').waitFor();
  expect(world.bot.events.at(-1)).toMatchObject({ kind: 'delete' });
  await page.locator('.message.bot').hover();
  await page.locator('.message.bot').getByRole('button', { name: '回复' }).click();
  await says('85万');
  await page.locator('.mine .quote').waitFor();
  await shot(page, 'desk-7-reply');
  expect(world.bot.events.at(-1)).toMatchObject({ kind: 'message', replyTo: `${world.bot.events[0]?.key ?? ''}/0` });
  expect(problems).toEqual([]);
});

test('a one-time link signs in, leaves no code behind, and does not take over without asking', async () => {
  await browse(phone);
  await open(salesBot);
  await page.goto(world.url);
  await page.getByText('请用你的链接进入').waitFor();
  await shot(page, 'phone-8-sign-in');
  await page.goto(`${world.url}#code=once`);
  await page.getByText('直接说就行').waitFor();
  expect(page.url()).toBe(world.url);
  world.codes.add('again');
  await page.goto(`${world.url}#code=again`);
  await page.getByText('换一个人进入?').waitFor();
  await shot(page, 'phone-9-switch');
  await page.getByRole('button', { name: '继续用林悦' }).click();
  await page.getByText('直接说就行').waitFor();
  expect(world.codes.has('again')).toBe(true);
});

test('a long talk: the end is in view, older messages come on the way up, new ones do not pull the reader down', async () => {
  await browse(desk, 'dark');
  await open(salesBot, { demo });
  for (let n = 1; n <= 230; n++) {
    const reply = { id: `rule:${n}/0`, to: { adapter: 'web', room: 'direct:lin' }, private: false };
    await world.adapter.deliver({ ...reply, message: { text: `第 ${n} 条` } }, 'zh');
  }
  await page.goto(world.url);
  await page.getByRole('button', { name: '林悦' }).click();
  await said('第 230 条').waitFor();
  expect(await said('第 230 条').isVisible()).toBe(true);
  expect(await bubbles().count()).toBe(100);
  await page.locator('.scroller').evaluate((scroller) => {
    scroller.scrollTop = 0;
  });
  await said('第 31 条').waitFor();
  const lines = async () => (await bubbles().allTextContents()).map((text) => Number(text.replace(/\D/g, '')));
  const loaded = await lines();
  expect(loaded).toEqual(Array.from({ length: loaded.length }, (_, n) => 231 - loaded.length + n));
  await world.adapter.deliver(visitReminder('rule:visit:late/0'), 'zh');
  await page.getByRole('button', { name: '有新消息' }).waitFor();
  await shot(page, 'desk-8-long-dark');
  await page.getByRole('button', { name: '有新消息' }).click();
  await page.getByRole('button', { name: '有新消息' }).waitFor({ state: 'hidden' });
  expect(await said('30 分钟后 · 腾云').isVisible()).toBe(true);
});

test('what is refused says why, and can be written anew', async () => {
  await browse(phone);
  await enterDemo('Amy');
  await says('a'.repeat(300_000));
  await page.getByText('This is too long: at most 256 KB. Nothing was recorded.').waitFor();
  await shot(page, 'phone-10-refused');
  await page.getByRole('button', { name: 'Rewrite' }).click();
  expect((await field().inputValue()).length).toBe(300_000);
  expect(await bubbles().count()).toBe(0);
  expect(await isWithin()).toBe(true);
});
