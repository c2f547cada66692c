import { fillTeam } from '../support/sales-team.ts';
import { playTalks } from '../support/scripted-talk.ts';
import { World } from '../support/world.ts';
import { script8 } from './scripts/script-8.ts';

playTalks([script8]);

const at = '2026-11-20T10:00:00+08:00';
const customers = [
  { name: '腾云科技', alias: '腾云', owner: 'lin', deal: { units: 500_000, stage: 'needs' as const, touchedAt: at } },
  {
    name: '海拓物流',
    alias: '海拓',
    owner: 'zhang',
    deal: { units: 300_000, stage: 'proposal' as const, touchedAt: at },
  },
  {
    name: '芯澜半导体',
    alias: '芯澜',
    owner: 'chen',
    deal: { units: 10_000, currency: 'USD', stage: 'won' as const, touchedAt: at },
  },
];

describe('beside the script', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
  });
  afterEach(() => world.close());

  test('the manager sees the team, one line for each currency', async () => {
    const [report] = await world.person('chen').says('本季度漏斗');
    const lines = report?.message.text.split('\n') ?? [];
    expect(lines[0]).toBe('漏斗 · 本季度');
    expect(lines).toContain('需求分析 1 · 50万 · →67%');
    expect(lines).toContain('方案报价 1 · 30万 · →50%');
    expect(lines.filter((line) => line.startsWith('合计'))).toEqual(['合计 2单 · 80万', '合计 1单 · US$1万']);
    expect(lines.length).toBeLessThanOrEqual(8);
  });

  test('a rep sees their own alone', async () => {
    const [report] = await world.person('lin').says('本季度漏斗');
    expect(report?.message.text).toContain('合计 1单 · 50万');
    expect(report?.message.text).not.toContain('30万');
  });

  test('the basis says scope, time and definition', async () => {
    const chen = world.person('chen');
    const [report] = await chen.says('本季度漏斗');
    const [basis] = await chen.presses(report, '口径');
    expect(basis?.message.text).toMatch(/范围.*4人/);
    expect(basis?.message.text).toContain('截至');
    expect(basis?.message.text).toContain('转化');
  });

  test('in English for an English reader', async () => {
    const [report] = await world.person('emma').says('show the pipeline');
    expect(report?.message.text).toBe('No deals in that time.');
  });

  describe('the scope follows for ten minutes', () => {
    const head = async (person: string, question: string) =>
      (await world.person(person).says(question))[0]?.message.text.split('\n');

    test('to a colleague, and with the colleague to other days', async () => {
      await head('chen', '本季度漏斗');
      const zhang = await head('chen', '张伟呢');
      expect(zhang?.[0]).toBe('漏斗 · 本季度 · 张伟');
      expect(zhang?.at(-1)).toBe('合计 1单 · 30万');
      expect((await head('chen', '上个月呢'))?.[0]).toBe('这段时间没有商机。');
      expect((await head('chen', '本月呢'))?.[0]).toBe('漏斗 · 本月 · 张伟');
      expect((await head('chen', '口径'))?.[0]).toBe('范围:张伟和下属');
      expect(await head('chen', '全部')).toEqual(['海拓 · 方案报价 · 30万']);
      expect((await head('chen', '本季度漏斗'))?.[0]).toBe('漏斗 · 本季度');
    });

    test('never beyond what the asker may see, and no team is made up', async () => {
      await head('lin', '本季度漏斗');
      expect(await head('lin', '张伟呢')).toEqual(['这段时间没有商机。']);
      expect(await head('chen', '本季度漏斗')).toBeDefined();
      expect(await head('chen', '二组呢')).toEqual(['没有叫「二组」的团队。']);
    });

    test('after ten minutes it is forgotten; in English', async () => {
      await head('chen', '本季度漏斗');
      world.clock.pass(11 * 60_000);
      expect((await head('chen', '上个月呢'))?.[0]).not.toMatch(/^漏斗|这段时间/);
      expect((await head('emma', 'show the pipeline'))?.[0]).toBe('No deals in that time.');
    });
  });
});
