import { fillTeam } from '../../test/support/sales-team.ts';
import { World } from '../../test/support/world.ts';
import { companyFor } from './company-for.ts';

test('an admin sees teams, people and roles; a manager, a rep and who has left do not', async () => {
  const world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
  try {
    for (const text of ['建团队 一组', '把林悦放进一组', '让陈敏管一组', '停用张伟'])
      await world.person('li').says(text);
    const shown = await companyFor('li', world.records.stores);
    expect(shown?.teams).toEqual([{ name: '一组', manager: '陈敏' }]);
    expect(shown?.people).toContainEqual({ name: '林悦', role: 'rep', team: '一组' });
    expect(shown?.people.map(({ name }) => name)).not.toContain('张伟');
    for (const person of ['chen', 'lin', 'zhang', 'nobody'])
      expect(await companyFor(person, world.records.stores)).toBeNull();
  } finally {
    await world.close();
  }
});
