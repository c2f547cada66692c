import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { webConfig } from '../../adapters/web/web-config.ts';
import { startServer } from '../../src/infra/embedded-mongo/server.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { FIRST_ADMIN, prepareTeam } from '../../src/main/first-start.ts';
import { type Serving, serve } from '../../src/main/serve.ts';
import { signInLink } from '../../src/main/sign-in-link.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { openBrowser, phone, shot } from '../support/browser.ts';

/** The first day of an empty company, on two phones: the admin's and that of the first rep who joins. */

const MOST_TAPS = 12;
const MOST_TYPED = 60;

let serving: Serving;
let closers: (() => Promise<unknown>)[];
let taps: number;
let typed: number;

beforeEach(async () => {
  [taps, typed, closers] = [0, 0, []];
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-first-'));
  const store = await startServer({ dataDir, now: () => new Date() });
  const connection = await connectMongo(store.uri);
  const { db } = connection;
  if (db === undefined) throw new Error('the connection is open');
  serving = await serve({
    store: { connection, db, uri: store.uri, kind: 'embedded', close: () => connection.close() },
    clock: machineClock,
    logger: silentLogger,
    web: webConfig.parse({ WEB_PORT: 0 }),
    prepare: (records) => prepareTeam(records, { locale: 'zh', zone: 'Asia/Shanghai', currency: 'CNY' }),
  });
  closers.push(
    () => serving.stop(),
    () => store.stop(),
    async () => rmSync(dataDir, { recursive: true, force: true }),
  );
});

afterEach(async () => {
  for (const close of closers) await close();
});

const tap = async (what: Locator) => {
  taps += 1;
  await what.click();
};
/** What is typed counts by its characters, and reaching the field as a tap. */
const types = async (field: Locator, text: string, counts = true) => {
  await tap(field);
  if (counts) typed += [...text].length;
  await field.pressSequentially(text);
};
async function opens(link: string): Promise<Page> {
  const { page, close } = await openBrowser(phone);
  closers.unshift(close);
  taps += 1;
  await page.goto(link);
  return page;
}

const isWithin = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

test('from the admin’s link to the first note of a rep who joined: few taps, few characters', async () => {
  const admin = await opens(signInLink(serving.url.href, await serving.records.signIns.newLink(FIRST_ADMIN)));
  await admin.getByRole('dialog').getByText('有哪些组').waitFor();
  await shot(admin, 'phone-first-1-setup');
  await types(admin.getByRole('textbox', { name: '组的名字' }), '一组 二组');
  await tap(admin.getByRole('button', { name: '建', exact: true }));
  await tap(admin.getByRole('button', { name: '一组', exact: true }));
  const field = admin.getByRole('textbox', { name: '加入链接' });
  await field.waitFor();
  await shot(admin, 'phone-first-2-link');
  expect(await isWithin(admin)).toBe(true);

  const rep = await opens(await field.inputValue());
  await shot(rep, 'phone-first-3-join');
  await types(rep.getByRole('textbox', { name: /你叫什么/ }), '小李');
  await tap(rep.getByRole('button', { name: '加入', exact: true }));
  await types(rep.getByRole('textbox', { name: /写给/ }), '今天跟腾云科技的王总通了电话,报价80万', false);
  await tap(rep.getByRole('button', { name: '发送' }));
  await rep
    .locator('.messages')
    .getByText(/✓ 已记 · 腾云科技/)
    .waitFor();
  await shot(rep, 'phone-first-4-logged');
  expect(await isWithin(rep)).toBe(true);

  expect(taps).toBeLessThanOrEqual(MOST_TAPS);
  expect(typed).toBeLessThanOrEqual(MOST_TYPED);
  const people = await serving.records.stores.people.active();
  expect(people.map(({ name, role }) => [name, role]).sort()).toEqual([
    ['小李', 'rep'],
    ['管理员', 'admin'],
  ]);
});

test('people with roles and teams, a manager, and all of it in the talk to be undone', async () => {
  const admin = await opens(signInLink(serving.url.href, await serving.records.signIns.newLink(FIRST_ADMIN)));
  const dialog = admin.getByRole('dialog');
  await types(dialog.getByRole('textbox', { name: '组的名字' }), '一组');
  await tap(dialog.getByRole('button', { name: '建', exact: true }));
  await dialog.getByRole('combobox', { name: '谁管一组' }).waitFor();
  await types(dialog.getByRole('textbox', { name: '姓名' }), 'Kim Lee');
  await dialog.getByRole('combobox', { name: '角色' }).selectOption('manager');
  await dialog.getByRole('combobox', { name: '组', exact: true }).selectOption('一组');
  await tap(dialog.getByRole('button', { name: '加', exact: true }));
  await dialog.getByText('一组 · 主管').waitFor();
  await dialog.getByRole('combobox', { name: '谁管一组' }).selectOption('Kim Lee');
  await dialog.getByText('✓ Kim Lee · 管一组').waitFor();
  await shot(admin, 'phone-first-5-people');
  await tap(dialog.getByRole('button', { name: '关上' }));
  await admin.locator('.messages').getByText('✓ Kim Lee · 管一组').waitFor();
  await admin.locator('.messages').getByRole('button', { name: '撤销' }).last().click();
  await admin
    .locator('.messages')
    .getByText(/已撤销:谁管一组/)
    .waitFor();
  expect((await serving.records.stores.groups.all()).map(({ manager }) => manager)).toEqual([null]);
});
