import type { Thing } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
});
afterEach(() => world.close());

let count = 0;
const sends = (thing: Partial<Thing>) =>
  world.accept((key) => ({
    key,
    adapter: 'web',
    room: directRoom('lin'),
    user: 'lin',
    sentAt: world.clock.now(),
    kind: 'thing',
    message: `web:thing:${++count}`,
    what: 'file',
    name: '报价.pdf',
    blob: 'b1',
    ...thing,
  }));

const files = async () => (await world.kept(interactionKind)).map((one) => one.files?.map(({ name }) => name) ?? []);

test('a file joins the record of the last ten minutes, and undo takes it out again', async () => {
  const lin = world.person('lin');
  await lin.says('今天跟腾云的王总通了电话');
  const [said] = await sends({});
  expect(said?.message.text).toBe('✓ 已附 · 腾云\n报价.pdf');
  await sends({ name: '图.png', what: 'image', blob: 'b2' });
  expect(await files()).toEqual([['报价.pdf', '图.png']]);
  await lin.says('撤销');
  expect(await files()).toEqual([['报价.pdf']]);
});

test('without such a record it asks among the last customers, and the answer keeps it', async () => {
  await world.person('lin').says('今天跟腾云的王总通了电话');
  await world.until('2026-11-23T10:11:00+08:00');
  const [asked] = await sends({});
  expect(asked?.message.text).toBe('「报价.pdf」是哪个客户的?');
  await world.person('lin').presses(asked, '腾云');
  expect((await files()).flat()).toEqual(['报价.pdf']);
  expect(await files()).toHaveLength(2);
});

test.each([
  [{ what: 'audio' as const }, '语音我听不了'],
  [{ what: 'location' as const }, '位置记不了'],
  [{ what: 'contact' as const }, '名片读不了'],
  [{ what: 'sticker' as const }, '表情'],
  [{ blob: null }, '没取到「报价.pdf」'],
  [{ blob: null, tooLarge: true }, '超过 10 MB'],
])('%j has its answer, and nothing is kept', async (thing, words) => {
  const [said] = await sends(thing);
  expect(said?.message.text).toContain(words);
  expect(await world.kept(interactionKind)).toEqual([]);
});
