import { fillCompany } from '../../scripts/demo/fill-company.ts';
import { World } from '../support/world.ts';

let world: World;
beforeAll(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records, clock) => fillCompany(records, clock.now()));
});
afterAll(() => world?.close());

test('talk', async () => {
  const lin = world.person('lin');
  const show = (r: unknown) => process.stdout.write(`${JSON.stringify(r, null, 1)}\n`);
  show(await lin.says('今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访'));
  show(await lin.says('不是80万是85万'));
  show(await lin.says('是周四'));
  show(await lin.says('撤销'));
  show(await lin.says('腾云怎么样了'));
  show(await world.person('chen').says('本季度漏斗'));
  show(await world.person('chen').says('哪些单子好久没跟了'));
  show(await world.until('2026-11-24T09:00:00+08:00'));
  show(await lin.says('为什么'));
});
