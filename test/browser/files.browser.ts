import type { Page } from 'playwright-core';
import { desk, openBrowser, phone, shot } from '../support/browser.ts';
import { demo, open, world } from '../support/web-world.ts';

/** Files on the page: by the button and dropped onto where one writes. */

let close: () => Promise<void>;
let page: Page;

afterEach(async () => {
  await close();
});

test.each([
  ['phone', phone],
  ['desk', desk],
])('%s: a file goes to the bot, chosen or dropped', async (name, viewport) => {
  ({ page, close } = await openBrowser(viewport, 'light'));
  await open(undefined, { demo });
  await page.goto(world.url);
  await page.getByRole('button', { name: '林悦' }).click();
  await page.getByRole('button', { name: '发文件' }).waitFor();
  await page
    .locator('#attach-files')
    .setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from('客户,电话') });
  await page.locator('.messages').getByText('客户.csv').waitFor();
  // In words: what runs in the page knows names that Node does not.
  await page.evaluate(`{
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['a,b'], 'leads.csv'));
    const drop = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
    document.querySelector('.composer').dispatchEvent(drop);
  }`);
  await page.locator('.messages').getByText('leads.csv').waitFor();
  expect(world.bot.events.map((event) => 'blob' in event && event.blob)).toEqual([
    'blob:客户.csv:13',
    'blob:leads.csv:3',
  ]);
  await shot(page, `${name}-files`);
});
