import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { until } from '../support/until.ts';
import { World } from '../support/world.ts';

const NOTE = '拜访了星桥科技,报价12万';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [tengyun]));
});
afterEach(() => world.close());

/** What the doctor says and the gap after a restart hang on the platform: the shared scripts play them there. */
test('a stranger’s note is kept, the admin taps 加入·销售, and it is logged and answered', async () => {
  world.knows('u-new', { name: '李雷', email: null });
  const [kept] = await world.person('u-new').says(NOTE);
  expect(kept?.message.text).toBe('你还没加入,已告诉管理员李娜。你刚才那句我留着,加入后就记。');
  expect(await world.kept(interactionKind)).toEqual([]);
  await until(() => world.shownTo('li').length > 0);
  await world.person('li').presses(world.shownTo('li').at(-1), '加入·销售');
  await until(async () => (await world.kept(interactionKind)).length > 0);
  const joined = (await world.kept(personKind)).find(({ name }) => name === '李雷');
  expect(await world.kept(interactionKind)).toEqual([expect.objectContaining({ by: joined?._id, note: NOTE })]);
  const answered = () => world.shownTo('u-new').concat(world.shownTo(joined?._id ?? ''));
  await until(() => answered().some(({ message }) => message.text.startsWith('✓ 已记 · 星桥科技 (新客户)')));
  expect(answered().map(({ message }) => message.text)).toContainEqual(expect.stringMatching(/^✓ 已记 · 星桥科技/));
});
