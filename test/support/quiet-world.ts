import { fillTeam, tengyun } from './sales-team.ts';
import { World } from './world.ts';

/** A team on a Monday with one stale deal, for what comes unasked: each test's world, what is said in it, what is pushed. */

const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt: '2026-11-20T15:00:00+08:00' } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'zhang' },
  { name: 'Alderbank Holdings plc', alias: 'Alderbank', owner: 'emma' },
];

/** The world of the running test. */
export let world: World;
beforeEach(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records) => fillTeam(records, customers));
});
afterEach(() => world.close());

/** The first answer to somebody's words. */
export const said = async (person: string, words: string) => (await world.person(person).says(words))[0]?.message;

export const lines = async (person: string, words: string) => (await said(person, words))?.text.split('\n');

/** What rules have sent to a person when the clock stands at `until`. */
export const pushedTo = async (person: string, until: string) =>
  (await world.until(until))
    .filter(({ to, id }) => to.room === `direct:${person}` && id.startsWith('rule:'))
    .map(({ message }) => message.text);

/** The first line of each. */
export const heads = (texts: string[]) => texts.map((text) => text.split('\n')[0]);
