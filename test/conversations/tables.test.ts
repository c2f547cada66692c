import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const touchedAt = '2026-11-02T10:00:00+08:00';
const deal = { units: 500_000, stage: 'needs' as const, touchedAt };
const quiet = Array.from({ length: 6 }, (_, at) => ({
  name: `静客${at}有限公司`,
  alias: `静客${at}`,
  owner: 'lin',
  deal,
}));
const alderbank = {
  name: 'Alderbank Robotics Ltd',
  alias: 'Alderbank',
  owner: 'emma',
  contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
};

let world: World;
beforeEach(async () => {
  const customers = [{ ...tengyun, deal }, ...quiet, alderbank];
  world = await World.open('2026-11-25T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

test('the deals gone quiet are a table of what the words say, all of them on request', async () => {
  const [few] = await world.person('lin').says('哪些单子好久没跟了');
  expect(few?.message.table).toMatchObject({
    title: '7单好久没跟',
    head: ['客户', '工作日', '负责人', '金额'],
    rows: { length: 5 },
    figures: [1, 3],
  });
  const [all] = await world.person('lin').says('全部');
  expect(all?.message.table?.rows).toHaveLength(7);
  for (const cell of all?.message.table?.rows.flat() ?? []) expect(all?.message.text).toContain(cell);
});

test('so are birthdays, in English', async () => {
  const emma = world.person('emma');
  await emma.says("Called Priya at Alderbank, Priya's birthday is December 3");
  const [shown] = await emma.says('birthdays in December');
  expect(shown?.message.table).toMatchObject({
    head: ['Day', 'Person', 'Customer', 'Birthday'],
    rows: [['Thu Dec 3', 'Priya Nair', 'Alderbank', 'Dec 3 (solar)']],
  });
});
