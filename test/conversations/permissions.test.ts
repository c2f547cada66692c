import { accounts, people, rooms } from '../../scripts/demo/company.ts';
import type { DemoAccount } from '../../scripts/demo/demo-account.ts';
import { fillCompany } from '../../scripts/demo/fill-company.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { isDirect } from '../../src/chat/message.ts';
import { World } from '../support/world.ts';

/**
 * Who may know of what, written a second time and from the company's plain list alone: a rep knows their own customers,
 * a manager those of their people too, an admin all; a group knows what all of its members know.
 */
function mayKnow(person: string, account: DemoAccount): boolean {
  const asker = people.find(({ id }) => id === person);
  if (asker?.role === 'admin' || account.owner === person) return true;
  return people.find(({ id }) => id === account.owner)?.manager === person;
}

const audienceOf = (reply: Reply): string[] => {
  if (reply.to.onlyFor !== undefined) return [reply.to.onlyFor];
  if (isDirect(reply.to.room)) return [reply.to.room.slice('direct:'.length)];
  return rooms.find(({ id }) => id === reply.to.room)?.members ?? [];
};

/** Everything that would give a customer away. */
const traces = ({ name, alias, contacts }: DemoAccount): string[] => [
  name,
  alias,
  ...contacts.map((contact) => contact.name),
];

const said = ({ message }: Reply): string => JSON.stringify([message.text, message.card]);

let world: World;
beforeAll(async () => {
  world = await World.open('2026-11-23T10:00:00+08:00', (records, clock) => fillCompany(records, clock.now()));
});
afterAll(() => world.close());

/** No reply tells any of its listeners of a customer that one of them may not know; the words that were asked excepted. */
function expectNoLeak(replies: readonly Reply[], asked: string): void {
  for (const reply of replies)
    for (const account of accounts) {
      if (audienceOf(reply).every((listener) => mayKnow(listener, account))) continue;
      for (const trace of traces(account)) if (!asked.includes(trace)) expect(said(reply)).not.toContain(trace);
    }
}

const asks = {
  zh: { funnel: '本季度漏斗', stale: '哪些单子好久没跟了' },
  en: { funnel: 'show the pipeline', stale: 'which deals have gone quiet?' },
};

for (const { id, locale = 'zh' } of people)
  for (const room of [undefined, ...rooms.filter(({ members }) => members.includes(id)).map((one) => one.id)]) {
    const where = room ?? 'direct';
    const options = room === undefined ? {} : { room };
    const named = room === undefined ? '' : '@Genjin ';

    test(`${id} in ${where}: the pipeline counts what its listeners may know`, async () => {
      const replies = await world.person(id).says(named + asks[locale].funnel, options);
      expectNoLeak(replies, asks[locale].funnel);
      // Where all may know as much as the asker, the room's answer is the whole one.
      const own = replies.find((reply) => audienceOf(reply).every((listener) => listener === id)) ?? replies[0];
      const known = accounts.filter(
        ({ deal, ...account }) => deal !== undefined && deal.stage !== 'lost' && mayKnow(id, { ...account, deal }),
      );
      const totals = own?.message.text.matchAll(locale === 'zh' ? /合计 (\d+)单/gu : /Total (\d+) deals?/gu) ?? [];
      expect([...totals].reduce((sum, [, count]) => sum + Number(count), 0)).toBe(known.length);
    });

    test(`${id} in ${where}: quiet deals and each customer's file`, async () => {
      const person = world.person(id);
      expectNoLeak(await person.says(named + asks[locale].stale, options), '');
      for (const account of accounts) {
        const question = locale === 'zh' ? `${account.alias}怎么样了` : `how is ${account.alias} doing?`;
        const replies = await person.says(named + question, options);
        expectNoLeak(replies, question);
        const file = replies.some((reply) => audienceOf(reply).includes(id) && reply.message.card !== undefined);
        expect([account.alias, file]).toEqual([account.alias, mayKnow(id, account)]);
      }
    });
  }

test('what is pushed over a week tells nobody of what is not theirs', async () => {
  const pushed = await world.until('2026-11-30T12:00:00+08:00');
  expect(pushed.length).toBeGreaterThan(3);
  expectNoLeak(pushed, '');
});
