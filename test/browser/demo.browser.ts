import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

/** The built demo as a newcomer meets it: the real process, the real page, at desk and phone width. */

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let demo: ChildProcess;
let url: string;
let profile: string;
let context: BrowserContext;
let page: Page;

beforeEach(async () => {
  demo = spawn(process.execPath, ['dist/scripts/demo.js', '--port', '0', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (demo.stdout === null) throw new Error('the demo prints');
  const [line] = await once(createInterface(demo.stdout), 'line');
  ({ url } = JSON.parse(line));
});

afterEach(async () => {
  await context.close();
  demo.kill('SIGTERM');
  await once(demo, 'exit');
  await rm(profile, { recursive: true, force: true });
});

async function visit(viewport: { width: number; height: number }, name: string) {
  profile = await mkdtemp(join(tmpdir(), 'genjin-demo-browser-'));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: flags,
    viewport,
    locale: 'zh-CN',
  });
  page = context.pages()[0] ?? (await context.newPage());
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

/** Keeps a picture where `SHOTS` says, for people to look at. */
async function shot(name: string) {
  if (process.env.SHOTS) await page.screenshot({ path: join(process.env.SHOTS, `${name}.png`) });
}

test.each([
  ['desk', { width: 1280, height: 800 }],
  ['phone', { width: 360, height: 740 }],
])(
  'a first quarter of an hour at %s width: log, answer, undo, ask, and a reminder comes by itself',
  async (name, viewport) => {
    await visit(viewport, '林悦');
    await says('今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访');
    await hears(/✓ 已记 · 腾云 · 电话 · 今天/);
    await shot(`${name}-logged`);

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
    await shot(`${name}-asked`);

    const clock = (await (await fetch(`${url}/demo`)).json()) as { now: string };
    const soon = new Date(Date.parse(clock.now) + 8 * 86_400_000);
    await fetch(`${url}/demo/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ now: soon.toISOString() }),
    });
    await hears(/该跟进|待办/);
    await shot(`${name}-reminded`);
    const wider = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
    expect(wider).toBe(false);
  },
);
