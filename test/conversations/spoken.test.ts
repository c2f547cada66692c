import { directRoom } from '../../src/chat/message.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const alderbank = {
  name: 'Alderbank Robotics Ltd',
  alias: 'Alderbank',
  owner: 'emma',
  contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
};
let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun, alderbank]));
});
afterEach(() => world.close());

async function tells(person: string, text: string, spoken?: true): Promise<string[]> {
  const said = await world.accept((key) => ({
    key,
    adapter: 'web',
    room: directRoom(person),
    user: person,
    sentAt: world.clock.now(),
    kind: 'message',
    message: key,
    text,
    ...(spoken ? { spoken } : {}),
  }));
  return said.map(({ message }) => message.text);
}

test.each([
  [true as const, '上海腾云科技有限公司 · 王建国'],
  [undefined, '腾云'],
])('spoken (%s) is said back as %s: in full, and whom it was heard of', async (spoken, whom) => {
  const words = '呃今天跟腾云的王总通了电话,那个,八十五万他同意了';
  expect(await tells('lin', words, spoken)).toEqual([
    `✓ 已记 · ${whom} · 电话 · 今天\n新商机 · 金额 85万 · 阶段 商务谈判`,
  ]);
});

test('in English too', async () => {
  const [said] = await tells('emma', 'um, called Priya at Alderbank, she wants a demo', true);
  expect(said?.split('\n')[0]).toBe('✓ Logged · Alderbank Robotics Ltd · Priya Nair · Call · today');
  const [typed] = await tells('emma', 'called Priya at Alderbank, she wants a quote');
  expect(typed?.split('\n')[0]).toBe('✓ Logged · Alderbank · Call · today');
});
