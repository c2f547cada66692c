import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { playTalks } from '../support/scripted-talk.ts';
import { World } from '../support/world.ts';
import { script7 } from './scripts/script-7.ts';

playTalks([script7]);

const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt: '2026-11-20T15:00:00+08:00' } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin' },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
  },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
  await world.person('lin').says('跟腾云王总通了电话,对80万报价有点犹豫,明天下午3点再去拜访');
});
afterEach(() => world.close());

const pushedTo = async (person: string, until: string) =>
  (await world.until(until)).filter(({ to, id }) => to.room === `direct:${person}` && id.startsWith('rule:'));
const steps = async () =>
  (await world.kept(taskKind)).map(({ title, day, doneAt }) => [title, day, doneAt !== null]).sort();
const notes = async () =>
  (await world.kept(interactionKind))
    .sort((left, right) => left.createdAt.getTime() - right.createdAt.getTime())
    .map(({ note, kind, account }) => [note, kind, account]);
const asked = async () => (await pushedTo('lin', '2026-11-24T16:01:00+08:00')).at(-1);

test('14:30 brief with the last note, 16:00 how was it; the free answer is the log, completes the step and takes a new one', async () => {
  const [brief, ...more] = await pushedTo('lin', '2026-11-24T15:59:00+08:00');
  expect(more).toEqual([]);
  expect(brief?.message.text.split('\n').slice(0, 2)).toEqual(['15:00 · 腾云', '再去拜访']);
  expect(brief?.message.text).toContain('对80万报价有点犹豫');
  const [question, ...others] = await pushedTo('lin', '2026-11-24T16:01:00+08:00');
  expect(others).toEqual([]);
  expect(question?.message.text).toBe('怎么样? · 腾云\n15:00 再去拜访');
  const [receipt] = await world.person('lin').says('还行,月底前报价');
  expect(receipt?.message.text.split('\n')).toEqual([
    '✓ 已记 · 腾云 · 拜访 · 今天',
    '完成 再去拜访',
    '下一步 11/30 周一 报价',
  ]);
  expect(await steps()).toEqual([
    ['再去拜访', '2026-11-24', true],
    ['报价', '2026-11-30', false],
  ]);
  expect((await notes()).at(-1)).toEqual(['还行,月底前报价', 'visit', 'customer-0']);
  await world.person('lin').says('撤销');
  expect(await steps()).toEqual([['再去拜访', '2026-11-24', false]]);
  expect(await pushedTo('lin', '2026-11-24T20:00:00+08:00')).toEqual([]);
});

test('words of no intent are the answer too', async () => {
  await asked();
  await world.person('lin').says('聊得挺好,气氛不错');
  expect((await notes()).at(-1)).toEqual(['聊得挺好,气氛不错', 'visit', 'customer-0']);
  expect((await steps())[0]?.[2]).toBe(true);
});

test('another customer’s name breaks it, and what follows is about that one', async () => {
  await asked();
  const lin = world.person('lin');
  await lin.says('跟海拓物流打了电话');
  await lin.says('他要合同模板');
  expect((await steps()).find(([title]) => title === '再去拜访')?.[2]).toBe(false);
  expect((await notes()).filter(([, , account]) => account === 'customer-0')).toHaveLength(1);
});

test('a question, a command and thanks are what they are', async () => {
  await asked();
  const lin = world.person('lin');
  expect((await lin.says('本季度漏斗'))[0]?.message.text).not.toContain('已记');
  expect((await lin.says('今天'))[0]?.message.text).toContain('今天 · 1件事');
  expect(await lin.says('好的')).toEqual([]);
  await lin.says('提醒我明天给李总打电话');
  expect((await steps()).some(([, , done]) => done)).toBe(false);
  await lin.says('还行');
  expect((await steps()).find(([title]) => title === '再去拜访')?.[2]).toBe(true);
});

test('it did not take place: the step moves', async () => {
  await asked();
  const [moved] = await world.person('lin').says('王总临时有事没见到,改到周五下午2点');
  expect(moved?.message.text).toContain('11/24 周二 15:00→11/27 周五 14:00');
  expect(await steps()).toEqual([['再去拜访', '2026-11-27', false]]);
});

test('who logs the visit before is not asked, and the log completes it', async () => {
  await world.until('2026-11-24T15:30:00+08:00');
  const [receipt] = await world.person('lin').says('刚拜访了腾云王总,同意85万');
  expect(receipt?.message.text).toContain('完成 再去拜访');
  expect(await pushedTo('lin', '2026-11-24T18:00:00+08:00')).toEqual([]);
  expect((await steps())[0]?.[2]).toBe(true);
});

test('别问我怎么样, and 少提醒: the brief alone', async () => {
  await world.person('lin').says('别问我怎么样');
  expect(await pushedTo('lin', '2026-11-24T18:00:00+08:00')).toHaveLength(1);
});

test('its button completes it, and why says an hour after', async () => {
  const question = await asked();
  const lin = world.person('lin');
  const [why] = await lin.presses(question, '为什么');
  expect(why?.message.text.split('\n')[0]).toBe('规则:下一步过了1小时还没记');
  expect(why?.message.buttons?.map(({ label }) => label)).toEqual(['少提醒']);
  await lin.presses(question, '完成');
  expect((await steps())[0]?.[2]).toBe(true);
});

test('in English', async () => {
  const emma = world.person('emma');
  await emma.says('call Priya at Alderbank today at 3pm');
  const question = (await pushedTo('emma', '2026-11-23T16:01:00+08:00')).at(-1);
  expect(question?.message.text.split('\n')[0]).toBe('Outcome? · Alderbank');
  const [receipt] = await emma.says('went well, quote by Friday');
  expect(receipt?.message.text.split('\n')).toEqual([
    '✓ Logged · Alderbank · Call · today',
    expect.stringMatching(/^Done: /),
    'Next: Quote, Fri Nov 27',
  ]);
});
