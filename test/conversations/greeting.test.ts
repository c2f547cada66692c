import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
});
afterEach(() => world.close());

test('a greeting is answered once in a life, with help a tap away', async () => {
  const lin = world.person('lin');
  const [hello, ...more] = await lin.says('你好');
  expect(hello?.message.text).toBe('你好!说一句发生了什么,我来记。');
  expect(hello?.message.buttons?.map(({ label }) => label)).toEqual(['帮助']);
  expect(more).toEqual([]);
  world.clock.pass(3 * 86_400_000);
  expect(await lin.says('早上好')).toEqual([]);
  expect((await lin.presses(hello, '帮助'))[0]?.message.text).toMatch(/^直接说发生了什么/);
  expect((await world.person('emma').says('hello there')).map(({ message }) => message.text)).toEqual([
    'Hi! Just say what happened and I log it.',
  ]);
});

test('named in a group, the bot says once that it did not understand, to the writer alone', async () => {
  const named = (key: string, text: string) => ({
    key,
    adapter: 'web',
    room: 'sales',
    user: 'lin',
    sentAt: world.clock.now(),
    kind: 'message' as const,
    message: `web:lin:${key}`,
    text,
    addressed: true as const,
  });
  const [first] = await world.accept((key) => named(key, '晚上吃啥呢'));
  expect(first?.message.text).toMatch(/^没看出要记什么/);
  expect(first?.to.onlyFor).toBe('lin');
  const [again] = await world.accept((key) => named(key, '吃火锅吧'));
  expect(again?.message.text).toBe('没懂。');
});
