import { openBrowser, phone, shot } from '../support/browser.ts';
import { demo, open, world } from '../support/web-world.ts';

test('the page of a record, in its reader’s language', async () => {
  const { page, close } = await openBrowser(phone, 'light');
  try {
    await open(undefined, { demo });
    await page.goto(world.url);
    await page.getByRole('button', { name: 'Amy' }).click();
    await page.getByRole('textbox', { name: 'Write to' }).waitFor();
    world.bot.now = () => ({ text: '腾云', card: { title: '腾云', rows: [{ label: 'Owner', value: '林悦' }] } });
    await page.goto(new URL('/r/customer-0', world.url).href);
    await page.locator('.bubble').getByText('林悦').waitFor();
    await page.getByRole('link', { name: 'Open the chat' }).waitFor();
    expect(await page.title()).toBe('腾云 · Genjin 跟进');
    expect(await page.evaluate("getComputedStyle(document.querySelector('main')).paddingLeft")).toBe('20px');
    await shot(page, 'phone-11-record');
  } finally {
    await close();
  }
});
