import type { Records } from '../../src/app/records.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';
import { GOVERNED, LONG, MANAGED, SAID, UNITS } from './long-talk.ts';

/**
 * One long day in which everything that can be long is: names of forty characters, sums of twelve digits, twenty open
 * deals, five steps. What the bot says to it is held to the law by the world, which does not close in peace otherwise;
 * ordinary values are held to it by every other conversation.
 */
const START = '2026-11-23T10:00:00+08:00';

async function fill(records: Records, locale: Locale): Promise<void> {
  const { firm, person, step } = LONG[locale];
  const rep = locale === 'zh' ? 'lin' : 'emma';
  const customers = Array.from({ length: 20 }, (_, n) => ({
    name: firm(n),
    alias: firm(n),
    owner: n === 19 ? 'zhang' : rep,
    contacts: [
      { name: person(n < 2 ? 0 : 1), alias: n < 2 ? (locale === 'zh' ? '罗总' : 'Dana') : `${person(1)}${n}` },
    ],
    deal: { units: UNITS, stage: 'needs' as const, touchedAt: `2026-11-${n < 10 ? '10' : '18'}T10:00:00+08:00` },
  }));
  await fillTeam(records, customers);
  const cause = { id: 'import:long', kind: 'import', by: 'system' } as const;
  await records.ledger.record(cause, async (draft) => {
    for (const [n, id] of ['li', 'chen', 'lin', 'zhang', 'emma'].entries()) {
      const known = await draft.read(personKind, id);
      if (known !== null) draft.change(personKind, known, { name: person(n), aliases: [id], locale });
    }
    for (let n = 0; n < 5; n++)
      draft.create(taskKind, `step-${n}`, {
        title: step,
        owner: rep,
        by: rep,
        zone: 'Asia/Shanghai',
        createdAt: new Date('2026-11-18T10:00:00+08:00'),
        account: `customer-${n}`,
        deal: null,
        day: n === 0 ? '2026-11-20' : '2026-11-23',
        time: n === 4 ? '15:00' : null,
        dueAt: n === 4 ? new Date('2026-11-23T15:00:00+08:00') : null,
        doneAt: null,
      });
  });
}

test.each(['zh', 'en'] as const)(
  'the longest values, in %s',
  async (locale) => {
    const world = await World.open(START, (records) => fill(records, locale));
    const { firm, person, step } = LONG[locale];
    const rep = world.person(locale === 'zh' ? 'lin' : 'emma');
    for (const words of SAID[locale](firm, person, step)) await rep.says(words);
    await world.accept((key) => ({
      ...{ key, adapter: 'web', room: directRoom(rep.id), user: rep.id, sentAt: world.clock.now() },
      ...{ kind: 'thing', what: 'file', message: 'web:thing:1', name: `${step}.pdf`, blob: 'b1' },
    }));
    await world.person('nobody-has-ever-seen-this-user').says(step);
    for (const words of MANAGED[locale](firm)) await world.person('chen').says(words);
    for (const words of GOVERNED[locale].slice(0, -1)) await world.person('li').says(words);
    const pushed = await world.until('2026-11-24T18:30:00+08:00');
    await pressAll(world, pushed);
    await world.person('li').says(GOVERNED[locale].at(-1) ?? '');
    await world.until('2026-11-25T09:05:00+08:00');
    expect(world.delivered().length).toBeGreaterThan(60);
    await world.close();
  },
  120_000,
);

/** Asks why, and for all of it. */
async function pressAll(world: World, pushed: readonly Reply[]): Promise<void> {
  for (const reply of pushed)
    for (const { label } of reply.message.buttons ?? [])
      if (/^(?:为什么|Why\?|全部|Show all)$/u.test(label))
        await world.person(reply.to.room.replace('direct:', '')).presses(reply, label);
}
