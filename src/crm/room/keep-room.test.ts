import { fillTeam } from '../../../test/support/sales-team.ts';
import { World } from '../../../test/support/world.ts';
import { personKind } from '../person/person.ts';
import { keepRoom } from './keep-room.ts';
import { roomKind } from './room.ts';

let world: World;
beforeAll(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
  await world.records.ledger.record({ id: 'admin:link', kind: 'admin', by: 'system' }, async (draft) => {
    for (const id of ['lin', 'chen']) {
      const person = await draft.read(personKind, id);
      if (person === null) throw new Error(`${id} is in the team`);
      draft.change(personKind, person, { identities: [...person.identities, { adapter: 'slack', user: `T1:U${id}` }] });
    }
  });
});
afterAll(() => world.close());

const keep = (users: string[], open = false) =>
  keepRoom(world.records, { adapter: 'slack', room: 'C1', name: 'deals', users, open });
const kept = async () => (await world.kept(roomKind)).find(({ room }) => room === 'C1');

test('its members are the people behind the users; somebody unknown makes it a room with outsiders', async () => {
  await keep(['T1:Ulin', 'T1:Uchen']);
  expect(await kept()).toMatchObject({
    adapter: 'slack',
    name: 'deals',
    members: ['chen', 'lin'],
    outsiders: false,
    v: 1,
  });
  await keep(['T1:Uchen', 'T1:Ulin']);
  expect(await kept()).toMatchObject({ v: 1 });
  await keep(['T1:Ulin', 'T1:Uchen', 'T1:Ustranger']);
  expect(await kept()).toMatchObject({ members: ['chen', 'lin'], outsiders: true, v: 2 });
  await keep([], true);
  expect(await kept()).toMatchObject({ members: [], outsiders: true, v: 3 });
  await keep(['T1:Ulin', 'T1:Uchen']);
  expect(await kept()).toMatchObject({ members: ['chen', 'lin'], outsiders: false, v: 4 });
});
