import { memoryWebLog } from '../../test/support/memory-web-log.ts';
import { createWebLog, type LogEntry, type NewEntry } from './web-log.ts';

const at = new Date('2026-11-23T02:00:00Z');
const line = (person: string, id: string): NewEntry => ({
  person,
  id,
  at,
  item: { reply: { id, conversation: 'direct', private: false, text: id } },
});

const quiet = { written() {}, lost() {} };
const gapless = (lines: LogEntry[]) => lines.map(({ seq }) => seq).join() === lines.map((_, n) => n + 1).join();

test('two processes number one log without gap or double, whatever they repeat', async () => {
  const store = memoryWebLog();
  await Promise.all([1, 2, 3].map((n) => store.insert([{ ...line('lin', `old${n}`), seq: n }])));
  const logs = [createWebLog(store, quiet), createWebLog(store, quiet)];
  const writes: Promise<void>[] = [];
  let seed = 7;
  const random = (below: number) => {
    seed = (Math.imul(seed, 48271) >>> 0) % 2147483647;
    return Math.floor((seed / 2147483647) * below);
  };
  for (let n = 0; n < 400; n++) {
    const person = ['lin', 'amy', 'bo'][random(3)] ?? 'lin';
    const log = logs[random(2)];
    // What nobody waits for is said once; replies come again and again.
    if (random(4) === 0) log?.appendSoon([line(person, `said${n}`)]);
    else if (log) writes.push(log.append([line(person, `r${random(60)}`), line('amy', `g${random(60)}`)]));
    if (random(5) === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await Promise.all([...writes, ...logs.map((log) => log.flush())]);
  for (const person of ['lin', 'amy', 'bo']) {
    const lines = store.lines(person);
    expect(gapless(lines)).toBe(true);
    expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
    expect(lines.filter(({ id }) => id.startsWith('r')).length).toBeGreaterThan(20);
  }
});

test('many people’s lines go in few commands, and a person’s words together with the answer', async () => {
  const store = memoryWebLog();
  const log = createWebLog(store, { ...quiet, soonMs: 10_000 });
  await Promise.all(Array.from({ length: 2_000 }, (_, n) => log.append([line(`p${n}`, 'r')])));
  expect(store.commands).toEqual({ insert: 3 });
  log.appendSoon([line('p1', 'said')]);
  await log.append([line('p1', 'answer')]);
  expect(store.lines('p1').map(({ id }) => id)).toEqual(['r', 'said', 'answer']);
  expect(store.commands).toEqual({ insert: 4 });
});

test('a store that is away: who waits is told, and the next try works', async () => {
  const store = memoryWebLog();
  let lost = 0;
  const log = createWebLog(store, {
    written() {},
    lost: (count) => {
      lost += count;
    },
  });
  store.down = true;
  log.appendSoon([line('lin', 'said')]);
  await expect(log.append([line('lin', 'r')])).rejects.toMatchObject({ name: 'ServiceError' });
  expect(lost).toBe(1);
  store.down = false;
  await log.append([line('lin', 'r')]);
  expect(store.lines('lin').map(({ seq, id }) => [seq, id])).toEqual([[1, 'r']]);
});

test('what nobody waits for is written by itself after a moment', async () => {
  const store = memoryWebLog();
  const log = createWebLog(store, { ...quiet, soonMs: 5 });
  log.appendSoon([line('lin', 'said')]);
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(store.lines('lin')).toHaveLength(1);
});
