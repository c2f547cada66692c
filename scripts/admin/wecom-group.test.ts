import { personKind } from '../../src/crm/person/person.ts';
import { roomKind } from '../../src/crm/room/room.ts';
import { CORP, type FakeWecom, openFakeWecom } from '../../test/support/fake-wecom-app.ts';
import { fillTeam } from '../../test/support/sales-team.ts';
import { settingsFor } from '../../test/support/wecom-app-world.ts';
import { World } from '../../test/support/world.ts';
import { wecomGroup } from './wecom-group.ts';

let world: World;
let wecom: FakeWecom;
const LINKED = { lin: 'lin', chen: 'emma' };
const lin = { id: 'lin', name: '林悦' };
const chen = { id: 'chen', name: '陈敏' };

beforeAll(async () => {
  wecom = await openFakeWecom();
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, []));
  await world.records.ledger.record({ id: 'admin:link', kind: 'admin', by: 'system' }, async (draft) => {
    for (const [id, user] of Object.entries(LINKED)) {
      const person = await draft.read(personKind, id);
      if (person !== null)
        draft.change(personKind, person, { identities: [{ adapter: 'wecom-app', user: `${CORP}:${user}` }] });
    }
  });
});
afterAll(async () => {
  await world.close();
  await wecom.close();
});

const group = (asked: Partial<Parameters<typeof wecomGroup>[2]> = {}, settings = settingsFor(wecom.apiUrl)) =>
  wecomGroup(world.records, settings, { name: '销售群', members: [lin, chen], alerts: 'wins', ...asked }, 'zh');
const kept = async () => (await world.kept(roomKind)).filter(({ adapter }) => adapter === 'wecom-app');

test('it is made once with these members, and gets these alerts', async () => {
  expect(await group()).toBe('群「销售群」建好了,会收到:wins。第一条消息到了,群才会出现。');
  expect(wecom.groups.get('chat1')).toEqual({ name: '销售群', userlist: ['lin', 'emma'] });
  expect(await kept()).toMatchObject([
    { adapter: 'wecom-app', room: 'wecom-group:chat1', members: ['chen', 'lin'], outsiders: false, alerts: ['wins'] },
  ]);
  expect(await group({ alerts: 'none' })).toBe('群「销售群」会收到:不发提醒');
  expect(wecom.groups.size).toBe(1);
  expect(await kept()).toMatchObject([{ alerts: [] }]);
});

test.each([
  [{ alerts: 'weather' }, /stale-deals/],
  [{ members: [lin, lin] }, /至少两位/],
  [{ members: [lin, { id: 'zhang', name: '张伟' }] }, /张伟 还没关联/],
  [{ name: '长'.repeat(51) }, /最多 50/],
])('%j is refused in words', async (asked, words) => {
  await expect(group({ name: '另一个群', ...asked })).rejects.toThrow(words);
  expect(wecom.groups.size).toBe(1);
});

test('where WeCom refuses, it says what to click', async () => {
  wecom.failNext('appchat/create', 60011);
  await expect(group({ name: '另一个群' })).rejects.toThrow(/60011.*可见范围/);
  await expect(wecomGroup(world.records, null, { name: 'x', members: [], alerts: 'wins' }, 'zh')).rejects.toThrow(
    /配置/,
  );
});
