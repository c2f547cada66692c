import { dealKind } from '../../src/crm/deal/deal.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { playTalks } from '../support/scripted-talk.ts';
import { World } from '../support/world.ts';
import { script4 } from './scripts/script-4.ts';

playTalks([script4]);

const touchedAt = '2026-11-20T10:00:00+08:00';
const needs = (units: number, currency = 'CNY') => ({ units, currency, stage: 'needs' as const, touchedAt });
const customers = [
  { ...tengyun, deal: needs(500_000) },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin', deal: needs(200_000) },
  { name: '晨耀新能源有限公司', alias: '晨耀', owner: 'lin', deal: needs(100_000) },
  { name: 'Alderbank Holdings plc', alias: 'Alderbank', owner: 'emma', deal: needs(40_000, 'USD') },
  { name: 'Tern Island Seafood', alias: 'Tern Island', owner: 'emma', deal: needs(20_000, 'USD') },
  { name: 'Northwind Traders', alias: 'Northwind', owner: 'emma', deal: needs(10_000, 'USD') },
];

describe('beside the script', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
  });
  afterEach(() => world.close());

  const deals = async (from: number) =>
    (await world.kept(dealKind))
      .slice(from, from + 3)
      .map(({ stage, pausedUntil, lostReason }) => [stage, pausedUntil, lostReason]);

  test('in English', async () => {
    const emma = world.person('emma');
    const [receipt] = await emma.says(
      '1 Alderbank proposal sent\n2 Tern Island on hold until March\n3 Northwind lost, no budget',
    );
    expect(receipt?.message.text.split('\n').map((line) => line.split(' / ')[1])).toEqual([
      'Stage Needs→Proposal',
      'Paused until Mon Mar 1, 2027',
      'Stage Needs→Lost · no budget',
    ]);
    const [undone] = await emma.says('undo 2');
    expect(undone?.message.text).toMatch(/^Undone: Tern Island · /);
    expect(await deals(3)).toEqual([
      ['proposal', null, null],
      ['needs', null, null],
      ['lost', null, 'no budget'],
    ]);
  });
});
