import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taughtNameKind } from '../../src/crm/taught-name/taught-name.ts';
import { fillTeam } from '../support/sales-team.ts';
import { playTalks } from '../support/scripted-talk.ts';
import { World } from '../support/world.ts';
import { script3 } from './scripts/script-3.ts';

playTalks([script3]);

const touchedAt = '2026-11-20T10:00:00+08:00';
const needs = (units: number, currency = 'CNY') => ({ units, currency, stage: 'needs' as const, touchedAt });
const customers = [
  {
    name: '宁波海拓物流有限公司',
    alias: '海拓物流',
    owner: 'lin',
    contacts: [{ name: '罗海生', alias: '罗总' }],
    deal: needs(200_000),
  },
  {
    name: '海拓供应链管理有限公司',
    alias: '海拓供应链',
    owner: 'lin',
    contacts: [{ name: '罗启铭', alias: '罗总' }],
    deal: needs(300_000),
  },
  { name: '麦语教育科技有限公司', alias: '麦语', owner: 'lin', contacts: [{ name: '谢远', alias: '谢校长' }] },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Dana Cole', alias: 'Dana' }],
    deal: needs(40_000, 'USD'),
  },
  {
    name: 'Tern Island Seafood',
    alias: 'Tern Island',
    owner: 'emma',
    contacts: [{ name: 'Dana Lund', alias: 'Dana' }],
    deal: needs(10_000, 'USD'),
  },
];

describe('beside the script', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
  });
  afterEach(() => world.close());

  const paused = async () =>
    (await world.kept(dealKind)).flatMap(({ account, pausedUntil }) =>
      pausedUntil === null ? [] : [[account, pausedUntil]],
    );
  const texts = (replies: { message: { text: string } }[]) => replies.map(({ message }) => message.text);

  test('taken back, it is asked again; another person never had it', async () => {
    const lin = world.person('lin');
    await lin.says('跟罗总聊了,年后再看');
    await lin.says('2');
    expect(await world.kept(taughtNameKind)).toEqual([expect.objectContaining({ person: 'lin', alias: '罗总' })]);
    expect(texts(await world.person('chen').says('跟罗总通了电话'))).toContain('哪位罗总?');
    await lin.says('撤销');
    expect(await world.kept(taughtNameKind)).toEqual([]);
    expect(await paused()).toEqual([]);
    expect(texts(await lin.says('跟罗总通了电话'))).toContain('哪位罗总?');
  });

  test('a paused deal is not stale until its day', async () => {
    const lin = world.person('lin');
    await lin.says('跟海拓供应链的罗启铭聊了,年后再看');
    const pushed = await world.until('2026-12-11T10:00:00+08:00');
    const stale = pushed.filter(({ to, message }) => to.room === 'direct:lin' && message.text.includes('海拓'));
    expect(stale.length).toBeGreaterThan(0);
    expect(stale.every(({ message }) => !message.text.includes('海拓供应链'))).toBe(true);
  });

  test('a name taught by a statement is no note', async () => {
    const lin = world.person('lin');
    expect(texts(await lin.says('大M就是麦语'))).toEqual(['✓ 记住了 · 大M = 麦语教育科技有限公司']);
    expect(await world.kept(interactionKind)).toEqual([]);
    expect(texts(await lin.says('大M今天来电话了'))).toEqual(['✓ 已记 · 麦语教育科技有限公司 · 电话 · 今天']);
    expect(texts(await world.person('chen').says('大M今天来电话了')).join()).not.toContain('麦语');
    await lin.says('撤销');
    expect(texts(await lin.says('撤销'))).toEqual(['已撤销:麦语 · 叫法「大M」。\n其他不变。']);
    expect(await world.kept(taughtNameKind)).toEqual([]);
    for (const text of ['麦语也叫大M', '以后把麦语叫做大M吧', '\u300c大M\u300d指的是麦语\u3002', '大M是麦语的简称'])
      expect(texts(await lin.says(text))).toEqual(['✓ 记住了 · 大M = 麦语教育科技有限公司']);
    const emma = world.person('emma');
    for (const text of [
      'Big A means Alderbank',
      'when I say Big A I mean alderbank.',
      'Alderbank is also known as Big A',
    ])
      expect(texts(await emma.says(text))).toEqual(['✓ Learned · Big A = Alderbank Holdings plc']);
    expect((await world.kept(taughtNameKind)).map(({ person, alias }) => [person, alias])).toEqual([
      ['lin', '大M'],
      ['emma', 'Big A'],
    ]);
    for (const text of ['谢校长就是麦语的', '林悦就是麦语', '下一个就是麦语', '老M就是麦语\uff1f'])
      expect(texts(await lin.says(text)).join()).not.toMatch(/记住了/);
    for (const text of ['Dana means Alderbank', 'Our partner is Alderbank', 'Top priority is Alderbank'])
      expect(texts(await emma.says(text)).join()).not.toMatch(/Learned/);
    expect(await world.kept(taughtNameKind)).toHaveLength(2);
  });

  test('in English', async () => {
    const emma = world.person('emma');
    const [, question] = await emma.says('Talked to Dana, on hold until March');
    expect(question?.message.text).toBe('Which Dana?');
    const [filed] = await emma.says('2');
    expect(filed?.message.text).toBe('✓ Logged · Tern Island · Update · today\nPaused until Mon Mar 1, 2027');
    expect(await paused()).toEqual([['customer-4', '2027-03-01']]);
    expect(texts(await emma.says('Called Dana, all good'))).toEqual(['✓ Logged · Tern Island Seafood · Call · today']);
  });
});
