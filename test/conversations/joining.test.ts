import { personalCode } from '../../scripts/admin/personal-code.ts';
import { directRoom } from '../../src/chat/message.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { addPerson } from '../../src/crm/person/add-person.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { until } from '../support/until.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', async (records) => {
    await fillTeam(records, [tengyun]);
    const fresh = { name: '何芳', role: 'rep' as const, manager: 'chen', email: 'He.Fang@acme.com' };
    await addPerson(records.ledger, 'import:he', 'he', fresh, await records.stores.team.settings());
  });
});
afterEach(() => world.close());

const NOTE = '今天跟腾云的王总通了电话';
const logged = async () => (await world.kept(interactionKind)).map(({ by, note }) => ({ by, note }));
const identities = async (name: string) =>
  (await world.kept(personKind)).find((person) => person.name === name)?.identities.map(({ user }) => user);

/** The card that the admin got of a stranger. */
async function card() {
  await until(() => world.shownTo('li').length > 0);
  return world.shownTo('li').at(-1);
}

test('a stranger’s note is kept; the admin taps 加入·销售, and it is logged and answered', async () => {
  world.knows('u-new', { name: '李雷', email: null });
  const [kept] = await world.person('u-new').says(NOTE);
  expect(kept?.message.text).toContain('已告诉管理员李娜');
  const knock = await card();
  expect(knock?.message.text).toContain('李雷');
  expect(knock?.message.buttons?.map(({ label }) => label)).toEqual(['加入·销售', '加入·主管', '拒绝']);
  const [said] = await world.person('li').presses(knock, '加入·销售');
  expect(said?.message.text).toBe('✓ 已加入 · 李雷 · 销售');
  await until(async () => (await logged()).length > 0);
  const joined = (await world.kept(personKind)).find(({ name }) => name === '李雷');
  expect(joined).toMatchObject({ role: 'rep', active: true });
  expect(await logged()).toEqual([{ by: joined?._id, note: NOTE }]);
  const [again] = await world.person('li').presses(knock, '加入·主管');
  expect(again?.message.text).toBe('已经是「李雷」了,没有再加。');
});

test('so is a picture that a stranger sends: it joins what they wrote', async () => {
  await world.person('u-new').says('拜访了星桥科技');
  const [kept] = await world.accept((key) => ({
    key,
    adapter: 'web',
    room: directRoom('u-new'),
    user: 'u-new',
    sentAt: world.clock.now(),
    kind: 'thing',
    message: 'web:picture',
    what: 'image',
    name: '名片.png',
    blob: 'b1',
  }));
  expect(kept?.message.text).toContain('我留着');
  await world.person('li').presses(await card(), '加入·销售');
  const files = async () => (await world.kept(interactionKind)).flatMap((one) => one.files ?? []);
  await until(async () => (await files()).length > 0);
  expect(await files()).toMatchObject([{ name: '名片.png' }]);
});

test('who comes in the night is on one card; 谁想加入 has each with their buttons', async () => {
  const names = ['李雷', '韩梅', '王芳', 'Ann'];
  names.forEach((name, at) => {
    world.knows(`u-${at}`, { name, email: null });
  });
  await world.until('2026-11-23T22:00:00+08:00');
  for (const [at] of names.entries())
    expect((await world.person(`u-${at}`).says(`${at} ${NOTE}`))[0]?.message.text).toContain('明天 09:00');
  expect((await world.person('lin').says('谁想加入'))[0]?.message.text).toBe('只有管理员能让人加入。');
  const told = await world.until('2026-11-27T18:00:00+08:00');
  const cards = told.filter(({ message }) => message.text.includes('想加入'));
  expect(cards.map(({ message }) => message.text)).toEqual(['4人想加入\n李雷、韩梅、王芳等']);
  expect(cards[0]?.message.buttons?.map(({ label }) => label)).toEqual(['全部']);
  const each = await world.person('li').presses(cards[0], '全部');
  expect(each.map(({ message }) => message.text.split('\n')[0])).toEqual(names.map((name) => `想加入 · ${name}`));
  await world.person('li').presses(each[0], '加入·销售');
  await world.person('li').presses(each[1], '拒绝');
  const left = await world.person('li').says('谁想加入');
  expect(left.map(({ message }) => message.text.split('\n')[0])).toEqual(['想加入 · 王芳', '想加入 · Ann']);
});

test('nobody but an admin lets people in, and who is refused is told', async () => {
  await world.person('u-new').says(NOTE);
  const knock = await card();
  expect((await world.person('lin').presses(knock, '加入·销售'))[0]?.message.text).toBe('这个按钮是给别人的。');
  await world.person('li').presses(knock, '拒绝');
  const told = () => world.shownTo('u-new').at(-1)?.message.text;
  await until(async () => told() === '管理员没有同意你加入,留着的话不会记。');
  expect(told()).toBe('管理员没有同意你加入,留着的话不会记。');
  expect(await logged()).toEqual([]);
});

test('a one-time code makes a stranger known, once, and only in a direct talk', async () => {
  const code = await personalCode(world.records, 'he');
  expect(code).toMatch(/^[A-Z2-9]{5}-[A-Z2-9]{5}$/);
  await world.person('u-he').says(NOTE);
  await world.person('u-he').says(code, { room: 'sales' });
  expect(await identities('何芳')).toEqual(['he']);
  await world.person('u-he').says('AAAAA-AAAAA');
  const [said] = await world.person('u-he').says(code.toLowerCase().replace('-', ''));
  expect(said?.message.text).toBe('已认出你,何芳。之前留着的话马上记。');
  expect(await identities('何芳')).toEqual(['u-he']);
  await until(async () => (await logged()).length > 0);
  expect(await logged()).toEqual([{ by: 'he', note: NOTE }]);
  await world.person('u-other').says(code);
  expect(await identities('何芳')).toEqual(['u-he']);
});

test('a verified e-mail of a colleague makes them known at once; a display name never does', async () => {
  world.knows('u-he', { name: '随便', email: 'he.fang@ACME.com' });
  world.knows('u-fake', { name: '何芳', email: null });
  await world.person('u-fake').says(NOTE);
  expect(await identities('何芳')).toEqual(['he']);
  const [said] = await world.person('u-he').says(NOTE);
  expect(said?.message.text).toContain('我留着');
  expect(said?.message.text).not.toContain('你还没加入');
  expect(await logged()).toEqual([{ by: 'he', note: NOTE }]);
});
