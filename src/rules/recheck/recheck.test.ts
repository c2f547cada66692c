import { accountKind } from '../../crm/account/account.ts';
import { dealKind } from '../../crm/deal/deal.ts';
import { personKind } from '../../crm/person/person.ts';
import { type Room, roomKind } from '../../crm/room/room.ts';
import { taskKind } from '../../crm/task/task.ts';
import { startStore, startWorld, type Told, type World } from '../testing/world.ts';

let store: Awaited<ReturnType<typeof startStore>>;
let world: World;
beforeAll(async () => {
  store = await startStore();
});
afterAll(() => store.stop());
beforeEach(async () => {
  world = await startWorld(store);
  await world.person('lin');
  await world.person('zhao');
  await world.account('腾云科技', 'lin');
  await world.deal('d1', 'lin', '腾云科技');
  await world.runAt('2026-11-23T08:00');
});
afterEach(() => world.stop());

const lookAgain = ({ message, to }: Told) => {
  const { check, facts } = message.recheck ?? { check: '', facts: {} };
  const person = to.startsWith('direct:') ? to.slice('direct:'.length) : null;
  const handler = world.rules.recheckHandlers[check];
  if (handler === undefined) throw new Error(`no check ${check}`);
  return handler(facts, person);
};
const only = (told: Told[]): Told => {
  const [first] = told;
  if (first === undefined || told.length !== 1) throw new Error(`${told.length} messages`);
  return first;
};

describe('a brief', () => {
  let told: Told;
  beforeEach(async () => {
    await world.task('t1', 'lin', '腾云科技', '2026-11-25', '15:00');
    told = only(await world.runAt('2026-11-25T14:30'));
  });
  test('nothing changed: as it is, whenever it leaves', async () => {
    world.setClock('2026-11-25T18:00');
    expect(await lookAgain(told)).toBe('send');
  });
  test.each([
    ['done', { doneAt: new Date() }],
    ['moved', { day: '2026-11-26', dueAt: new Date('2026-11-26T07:00:00Z') }],
    ['given away', { owner: 'zhao' }],
  ])('%s: dropped', async (_, patch) => {
    await world.change(taskKind, 't1', patch);
    expect(await lookAgain(told)).toBe('drop');
  });
  test('another title: in the new words, with the same buttons', async () => {
    await world.change(taskKind, 't1', { title: '签合同' });
    const again = await lookAgain(told);
    expect(again).toEqual({ text: '15:00 · 腾云科技\n签合同', buttons: told.message.message.buttons });
  });
  test('the customer went to a colleague: told without it', async () => {
    await world.change(accountKind, '腾云科技', { owner: 'zhao' });
    expect(await lookAgain(told)).toEqual(expect.objectContaining({ text: '15:00 · 下一步\n事项t1' }));
  });
  test('the recipient left: dropped', async () => {
    await world.change(personKind, 'lin', { active: false });
    await world.runAt('2026-11-25T14:31');
    expect(await lookAgain(told)).toBe('drop');
  });
});

describe('a morning’s list', () => {
  test('the deal was touched: dropped', async () => {
    const told = only(await world.runAt('2026-11-25T09:00'));
    expect(await lookAgain(told)).toBe('send');
    await world.change(dealKind, 'd1', { touchedAt: world.at('2026-11-25T09:00') });
    expect(await lookAgain(told)).toBe('drop');
  });
  test('one of two was touched: the other one remains', async () => {
    await world.account('海拓物流', 'lin');
    await world.deal('d2', 'lin', '海拓物流');
    const told = only(await world.runAt('2026-11-25T09:00'));
    expect(told.text).toContain('等2项');
    await world.change(dealKind, 'd1', { touchedAt: world.at('2026-11-25T09:00') });
    expect(await lookAgain(told)).toEqual(
      expect.objectContaining({ text: '久未跟进 · 海拓物流\n最后 11/20 周五,已3个工作日' }),
    );
  });
});

describe('a room', () => {
  const alerts = ['stale-deals', 'wins'] as const;
  test('hears what every member may know: all that stands at first, then what is new', async () => {
    await world.person('li', { role: 'manager', name: '李娜' });
    await world.change(personKind, 'lin', { manager: 'li', name: '林芳' });
    await world.account('旧客户', 'lin');
    await world.deal('old', 'lin', '旧客户', { touchedAt: world.at('2026-10-12T10:00') });
    await world.room('r1', { members: ['li', 'lin'], alerts: [...alerts] });
    await world.room('r2', { members: ['li', 'lin', 'zhao'], alerts: [...alerts] });
    await world.room('r3', { members: ['li', 'lin'], outsiders: true, alerts: [...alerts] });
    const told = (await world.runAt('2026-11-25T09:00')).filter(({ to }) => !to.startsWith('direct:'));
    const alert = only(told);
    expect([alert.to, ...alert.text.split('\n')]).toEqual([
      'r1',
      '久未跟进 · 旧客户 等2项',
      '1 旧客户 · 林芳 · 最后 10/12 周一',
      '2 腾云科技 · 林芳 · 最后 11/20 周五',
    ]);
    expect(await lookAgain(alert)).toBe('send');
    await world.account('新客户', 'lin');
    await world.deal('new', 'lin', '新客户', { touchedAt: world.at('2026-11-23T10:00') });
    const room = async (day: string) => (await world.runAt(`${day}T09:00`)).filter(({ to }) => to === 'r1');
    expect((await room('2026-11-26')).map(({ text }) => text)).toEqual([
      '久未跟进 · 新客户\n1 新客户 · 林芳 · 最后 11/23 周一',
    ]);
    expect(await room('2026-11-27')).toEqual([]);
    const change = (alerts: Room['alerts']) => world.change(roomKind, 'r1', { alerts });
    await change([]);
    expect(await room('2026-11-30')).toEqual([]);
    await change(['stale-deals']);
    expect((await room('2026-12-01'))[0]?.text).toContain('等3项');
    await world.change({ kind: 'room', collection: 'rooms' } as never, 'r1', {
      members: ['li', 'lin', 'zhao'],
    } as never);
    expect(await lookAgain(alert)).toBe('drop');
  });

  test('hears of a win two minutes later, with the customer where all may know it, never an amount', async () => {
    await world.person('li', { role: 'manager' });
    await world.change(personKind, 'lin', { manager: 'li', name: '林芳' });
    await world.room('r1', { members: ['li', 'lin'], alerts: [...alerts] });
    await world.room('r2', { members: ['lin', 'zhao'], alerts: [...alerts] });
    await world.room('r3', { members: ['lin'], outsiders: true, alerts: [...alerts] });
    await world.runAt('2026-11-23T10:00');
    await world.change(dealKind, 'd1', { stage: 'won', closedAt: world.at('2026-11-23T10:05') });
    const told = await world.runAt('2026-11-23T10:05');
    expect(told.map(({ to, text, message }) => [to, text, message.notBefore])).toEqual([
      ['r1', '赢单 · 腾云科技\n林芳签下', world.at('2026-11-23T10:07')],
      ['r2', '赢单 · 林芳签下一单', world.at('2026-11-23T10:07')],
    ]);
    expect(told[0]?.set.triggeredBy).toMatch(/^test:/);
    expect(await world.runAt('2026-11-23T10:06')).toEqual([]);
    await world.change(dealKind, 'd1', { stage: 'proposal', closedAt: null });
    for (const message of told) expect(await lookAgain(message)).toBe('drop');
  });

  test('a win at night waits for the morning', async () => {
    await world.room('r1', { members: ['lin'], alerts: [...alerts] });
    await world.change(dealKind, 'd1', { stage: 'won', closedAt: world.at('2026-11-27T21:00') });
    const [told] = await world.runAt('2026-11-27T21:01');
    expect(told?.message.notBefore).toEqual(world.at('2026-11-30T09:00'));
  });
});
