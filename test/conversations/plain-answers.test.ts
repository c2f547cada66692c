import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

let world: World;
beforeEach(async () => {
  const touchedAt = '2026-11-20T10:00:00+08:00';
  const customer = { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt } };
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, [customer]));
});
afterEach(() => world.close());

test.each([
  ['lin', '排行榜', /^业绩排行还做不了/],
  ['emma', 'show me the forecast', /^I can't forecast yet/],
])('%s: %s: understood, and said plainly that it cannot be done', async (who, text, answer) => {
  const replies = await world.person(who).says(text);
  expect(replies.map(({ message }) => message.text)).toEqual([expect.stringMatching(answer)]);
});

test('a complaint is kept as a note', async () => {
  const [receipt] = await world.person('lin').says('腾云的客户反馈系统登不上,很着急');
  expect(receipt?.message.text).toMatch(/^✓ 已记 · 腾云 · /);
  expect(await world.kept(interactionKind)).toEqual([
    expect.objectContaining({ note: '腾云的客户反馈系统登不上,很着急' }),
  ]);
});

test('a further change of the same record keeps what was said before it', async () => {
  const lin = world.person('lin');
  await lin.says('今天跟腾云王总见面,他同意60万');
  const [receipt] = await lin.says('腾云的单子丢了,对手便宜');
  expect(receipt?.message.text).toMatch(/金额 50万→60万[\s\S]*→输单/);
  expect(await world.kept(dealKind)).toEqual([expect.objectContaining({ stage: 'lost', amount: 60_000_000 })]);
});

test('the bot’s name before the words is no part of them', async () => {
  const [file] = await world.person('lin').says('@Genjin 腾云怎么样了');
  expect(file?.message.text).toMatch(/^腾云/);
});
