import type { Reply } from '../../src/chat/chat-adapter.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

const deal = { units: 88_000, stage: 'needs' as const, touchedAt: '2026-11-20T10:00:00+08:00' };
const customers = [
  { ...tengyun, contacts: [...tengyun.contacts, { name: '周敏' }], deal },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin' },
  { name: 'Alderbank Holdings plc', alias: 'Alderbank', owner: 'emma', deal: { ...deal, currency: 'USD' } },
  { name: '深圳市腾恒计算机有限公司', alias: '企鹅', owner: 'lin' },
];

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

const lines = ([reply]: Reply[]) => reply?.message.text.split('\n');
const labels = ([reply]: Reply[]) => reply?.message.buttons?.map(({ label }) => label);
const dealNow = async () => (await world.kept(dealKind))[0];

describe('an amount larger than any deal has', () => {
  test.each(['腾云报价999999999999亿', '腾云报价123456789012345万'])('%s: left out, the rest kept', async (said) => {
    const reply = await world.person('lin').says(said);
    expect(lines(reply)).toEqual(['✓ 已记 · 腾云', '阶段 需求分析→方案报价', '金额太大,没记。']);
    expect(await dealNow()).toMatchObject({ amount: 8_800_000, stage: 'proposal' });
  });

  test('where nothing else was told, the note is kept', async () => {
    const reply = await world.person('lin').says('海拓物流预算999999999999亿');
    expect(lines(reply)).toEqual(expect.arrayContaining(['金额太大,没记。']));
    expect(await world.kept(interactionKind)).toHaveLength(1);
    expect(await world.kept(dealKind)).toHaveLength(2);
  });

  test('as a correction it leaves what stands', async () => {
    const lin = world.person('lin');
    await lin.says('拜访了腾云,预算10万');
    expect(lines(await lin.says('金额改成999999999999亿'))).toContain('金额太大,没记。');
    expect((await dealNow())?.amount).toBe(10_000_000);
    expect(lines(await lin.says('金额改成12万'))).not.toContain('金额太大,没记。');
  });

  test('in English', async () => {
    const reply = await world.person('emma').says('Alderbank quoted at 999999999999 million');
    expect(lines(reply)).toContain('That amount is too large; not kept.');
  });
});

describe('what a receipt says of before', () => {
  test('a colleague’s value in between is where the change came from', async () => {
    const [chen, lin] = [world.person('chen'), world.person('lin')];
    await chen.says('腾云金额改成50万');
    await lin.says('腾云金额改成55万');
    expect(lines(await chen.says('改成60万'))).toContain('金额 55万→60万');
  });

  test('nobody in between: from the first to the last', async () => {
    const lin = world.person('lin');
    await lin.says('腾云金额改成50万');
    expect(lines(await lin.says('改成60万'))).toContain('金额 8.8万→60万');
  });

  test('a fact told three times is one line, and the same again adds none', async () => {
    const lin = world.person('lin');
    await lin.says('腾云王总生日8月15');
    await lin.says('他生日8月16');
    const third = await lin.says('他生日8月17');
    expect(lines(third)).toEqual(['✓ 已改 · 腾云', '王建国 生日 8月15日(公历)→8月17日(公历)']);
    expect(lines(await lin.says('他生日8月17'))).toEqual(lines(third));
    await lin.presses(third[0], '是农历');
    expect((await world.kept(contactKind))[0]?.birthday).toMatchObject({ calendar: 'lunar', month: 8, day: 17 });
  });
});

describe('the manager writes on a rep’s customer', () => {
  const toLin = (replies: Reply[]) => replies.filter(({ to }) => to.room === 'direct:lin').map((r) => r.message.text);

  test('the owner is told once a record, after two minutes', async () => {
    const chen = world.person('chen');
    await chen.says('拜访了腾云,金额改成50万');
    await chen.says('改成60万');
    expect(toLin([...world.delivered()])).toEqual([]);
    const told = toLin(await world.until('2026-11-23T12:00:00+08:00'));
    expect(told).toEqual(['有新记录 · 腾云\n陈敏记了一笔:\n拜访了腾云,金额改成50万']);
  });

  test('taken back at once, nobody hears of it; nor does one hear of one’s own', async () => {
    const chen = world.person('chen');
    await chen.says('腾云金额改成50万');
    await chen.says('撤销');
    await world.person('lin').says('拜访了腾云');
    expect(toLin(await world.until('2026-11-23T12:00:00+08:00'))).toEqual([]);
  });
});

describe('what somebody else built on', () => {
  test('only the conflicting field: no rest to take back', async () => {
    const [chen, lin] = [world.person('chen'), world.person('lin')];
    const mine = await lin.says('腾云金额改成85万');
    await chen.says('腾云金额改成90万');
    const conflict = await lin.presses(mine[0], '撤销');
    expect(lines(conflict)).toEqual(['撤不了整条:金额后来被陈敏改成90万。']);
    expect(labels(conflict)).toEqual(['都留着']);
  });

  test('the rest is the step: the button names it', async () => {
    const [chen, lin] = [world.person('chen'), world.person('lin')];
    const mine = await lin.says('腾云金额改成85万,下周三去拜访');
    await chen.says('腾云金额改成90万');
    const conflict = await lin.presses(mine[0], '撤销');
    expect(labels(conflict)).toEqual(['撤下一步', '都留着']);
    await lin.presses(conflict[0], '撤下一步');
    expect(await world.kept(taskKind)).toEqual([]);
    expect((await dealNow())?.amount).toBe(90_000_000);
  });

  test('once they take it back, the same button takes back mine', async () => {
    const [chen, lin] = [world.person('chen'), world.person('lin')];
    const mine = await lin.says('腾云金额改成85万');
    await chen.says('腾云金额改成90万');
    await lin.presses(mine[0], '撤销');
    await chen.says('撤销');
    expect((await dealNow())?.amount).toBe(85_000_000);
    await lin.presses(mine[0], '撤销');
    expect((await dealNow())?.amount).toBe(8_800_000);
  });
});

test('the customer by the words that were used, where they are of its name; after a nickname by its whole name', async () => {
  const lin = world.person('lin');
  expect(lines(await lin.says('拜访了海拓'))?.[0]).toMatch(/^✓ 已记 · 海拓 · 拜访/);
  expect(lines(await lin.says('拜访了腾云科技'))?.[0]).toMatch(/^✓ 已记 · 腾云科技 · 拜访/);
  expect(lines(await lin.says('拜访了企鹅'))?.[0]).toMatch(/^✓ 已记 · 深圳市腾恒计算机有限公司 · 拜访/);
  expect(lines(await world.person('emma').says('met alderbank today'))?.[0]).toMatch(/^✓ Logged · Alderbank · /);
});

describe('steps', () => {
  test('one without a customer is asked about and filed', async () => {
    const lin = world.person('lin');
    await lin.says('拜访了海拓物流');
    await lin.says('拜访了腾云');
    world.clock.pass(45 * 60_000);
    const [, question] = await lin.says('12月底前报价');
    expect(question?.message.text).toBe('哪个客户?');
    expect(question?.message.buttons?.map(({ label }) => label)).toEqual(['腾云', '海拓物流', '先放着']);
    await lin.presses(question, '腾云');
    expect((await world.kept(taskKind))[0]).toMatchObject({ account: 'customer-0', day: '2026-12-31' });
  });

  test('the customer by its short name, whoever was named', async () => {
    const lin = world.person('lin');
    expect(lines(await lin.says('周五给周敏打电话'))?.[0]).toBe('✓ 已记 · 腾云');
  });
});
