import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Page } from 'playwright-core';
import { desk, openBrowser, phone, shot } from '../support/browser.ts';

/** The built demo as a newcomer meets it: the real process, the real page, at desk and phone width. */

let demo: ChildProcess;
let url: string;
let page: Page;
let close: () => Promise<void>;

beforeEach(async () => {
  demo = spawn(process.execPath, ['dist/scripts/demo.js', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (demo.stdout === null) throw new Error('the demo prints');
  const [line] = await once(createInterface(demo.stdout), 'line');
  ({ url } = JSON.parse(line));
});

afterEach(async () => {
  await close();
  demo.kill('SIGTERM');
  await once(demo, 'exit');
});

async function visit(viewport: { width: number; height: number }, name: string) {
  ({ page, close } = await openBrowser(viewport));
  await page.goto(url);
  await page.getByRole('button', { name }).click();
}

const field = () => page.getByRole('textbox', { name: /写给|Write to/ });
const messages = () => page.locator('.messages');
const says = async (text: string) => {
  await field().fill(text);
  await field().press('Enter');
};
const hears = (text: string | RegExp) => messages().getByText(text).last().waitFor();

test.each([
  ['desk', desk],
  ['phone', phone],
])(
  'a first quarter of an hour at %s width: log, answer, undo, ask, and a reminder comes by itself',
  async (name, viewport) => {
    await visit(viewport, '林悦');
    await says('今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访');
    await hears(/✓ 已记 · 腾云 · 电话 · 今天/);
    await shot(page, `${name}-logged`);

    await says('跟罗总聊了聊,他挺满意');
    await hears('哪位罗总?');
    await messages()
      .getByRole('button', { name: /罗海生/ })
      .click();
    await hears(/✓ 已记 · 海拓物流/);

    await says('撤销');
    await hears(/已撤销/);
    await says('本季度漏斗');
    await hears(/商务谈判/);
    await messages().locator('progress.share').nth(1).waitFor();
    await shot(page, `${name}-asked`);

    const clock = (await (await fetch(`${url}/demo`)).json()) as { now: string };
    const soon = new Date(Date.parse(clock.now) + 8 * 86_400_000);
    await fetch(`${url}/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: soon.toISOString() }),
    });
    await hears(/该跟进|待办/);
    await shot(page, `${name}-reminded`);
    const wider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    expect(wider).toBe(false);
  },
);
