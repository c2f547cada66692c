import { setTimeout as sleep } from 'node:timers/promises';
import type { Records } from '../../src/app/records.ts';
import { allKinds } from '../../src/app/records.ts';
import type { InboxRow } from '../../src/chat/inbox-row.ts';
import type { OutboxRow } from '../../src/chat/outbox-row.ts';
import type { Interaction } from '../../src/crm/interaction/interaction.ts';
import type { Task } from '../../src/crm/task/task.ts';
import { buttonKind } from '../../src/ledger/button.ts';
import type { ChangeSet, Stored } from '../../src/ledger/change-set.ts';
import { compareWithLedger } from '../../src/ledger/rebuild.ts';
import { withRecords } from './company.ts';
import type { Said } from './said.ts';

const SETTLE_MS = 60_000;

interface WebLine {
  person: string;
  id: string;
}

const messageId = ({ talker, line }: Said): string => `web:${talker.id}:${line.id}`;

/** Waits, beside the running server, until nothing is on its way any more; false when that takes too long. */
export async function settled(dataDir: string): Promise<boolean> {
  return withRecords(dataDir, async ({ db }) => {
    for (const until = performance.now() + SETTLE_MS; performance.now() < until; await sleep(200)) {
      const open =
        (await db.collection('inbox').countDocuments({ state: { $in: ['open', 'waiting'] } })) +
        (await db.collection('outbox').countDocuments({ state: 'open' })) +
        (await db.collection('ledger').countDocuments({ applied: null }));
      if (open === 0) return true;
    }
    return false;
  });
}

/** Holds the store against what was said: each message exactly one effect, each reply delivered once, records as the ledger tells. */
export async function checkStore({ db, ledgerStore }: Records, said: readonly Said[]) {
  const all = async <T extends object>(name: string) =>
    (await db.collection(name).find({}).toArray()) as unknown as T[];
  const sets: ChangeSet[] = [];
  for await (const set of ledgerStore.everySet()) sets.push(set);
  const inbox = await all<InboxRow>('inbox');
  const outbox = await all<OutboxRow>('outbox');
  const log = await all<WebLine>('web_log');
  const interactions = await all<Stored<Interaction>>('interactions');
  const tasks = await all<Stored<Task>>('tasks');
  const compared = await compareWithLedger(db, ledgerStore, [...allKinds, buttonKind]);

  const setOf = new Map(sets.map((set) => [set._id, set]));
  const known = new Set(said.map(messageId));
  const byMark = countBy(interactions, ({ note }) => /[A-Z]+\d+N\d+E/.exec(note)?.[0] ?? '');
  const tasksOf = countBy(tasks, ({ writers }) => writers.deleted ?? '');
  const handled = new Map(inbox.map((row) => [row._id, row.state]));
  const lines = countBy(log, ({ person, id }) => `${person} ${id}`);
  const replies = outbox.filter(({ to }) => to.adapter === 'web');
  const personOf = ({ to }: OutboxRow): string => to.onlyFor ?? to.room.replace('direct:', '');
  const sum = (count: (one: Said) => number) => said.reduce((total, one) => total + count(one), 0);
  const over = (count: number, expected: number) => Math.max(0, count - expected);

  const delivered = new Map<string, Set<string>>();
  for (const row of replies) delivered.set(personOf(row), (delivered.get(personOf(row)) ?? new Set()).add(row._id));

  return {
    delivered,
    figures: {
      'change sets, records': `${compared.sets}, ${compared.records}`,
      'interactions, tasks': `${interactions.length}, ${tasks.length}`,
      'replies delivered': replies.filter(({ state }) => state === 'done').length,
    },
    violations: {
      'acknowledged, not in the ledger': sum((one) => (setOf.has(messageId(one)) ? 0 : 1)),
      'acknowledged, not closed': sum((one) => (handled.get(messageId(one)) === 'done' ? 0 : 1)),
      'interactions lost': sum(({ line }) => over(line.interactions, byMark.get(line.mark) ?? 0)),
      'interactions doubled': sum(({ line }) => over(byMark.get(line.mark) ?? 0, line.interactions)),
      'tasks lost': sum((one) => over(one.line.tasks, tasksOf.get(messageId(one)) ?? 0)),
      'tasks doubled': sum((one) => over(tasksOf.get(messageId(one)) ?? 0, one.line.tasks)),
      'sets that nobody caused': sets.filter(({ _id, cause }) => cause.kind === 'message' && !known.has(_id)).length,
      'records unlike their ledger': compared.differences,
      'sets not applied': sets.filter(({ applied }) => applied === undefined).length,
      'messages without a reply': sum((one) => (setOf.get(messageId(one))?.messages.length === 0 ? 1 : 0)),
      'replies not delivered': replies.filter(
        (row) => row.state !== 'done' || !lines.has(`${personOf(row)} ${row._id}`),
      ).length,
      'answers that differ': sum(differing(setOf)),
      'own words missing on the page': sum((one) => (lines.has(`${one.talker.id} ${messageId(one)}`) ? 0 : 1)),
      'lines doubled on the page': [...lines.values()].reduce((total, count) => total + over(count, 1), 0),
    },
  };
}

/** Answers to one message that are not what its set says. */
const differing =
  (sets: ReadonlyMap<string, ChangeSet>) =>
  (one: Said): number => {
    const told = JSON.stringify(
      (sets.get(messageId(one))?.messages ?? []).map(({ id, message }) => [id, message.text]),
    );
    return one.answers.filter(
      ({ status, replies }) => status === 200 && JSON.stringify(replies.map(({ id, text }) => [id, text])) !== told,
    ).length;
  };

function countBy<T>(rows: readonly T[], key: (row: T) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(key(row), (counts.get(key(row)) ?? 0) + 1);
  return counts;
}
