import { createLanes } from './lanes.ts';
import type { OutboxRow } from './outbox-row.ts';

const row = (id: string, room: string, at = 0): OutboxRow => ({
  _id: id,
  set: id.split('/')[0] ?? '',
  to: { adapter: 'web', room },
  lane: `web/${room}`,
  message: { text: id },
  state: 'open',
  owner: 'me',
  due: new Date(0),
  at: new Date(at),
  attempts: 0,
});
const taken = (lanes: ReturnType<typeof createLanes>) => lanes.take()?.row._id;

test('one row of a lane at a time, lanes in turn', () => {
  const lanes = createLanes(() => {});
  for (const one of [row('a/1', 'r'), row('a/2', 'r'), row('b/1', 's')]) lanes.add(one, 0);
  expect([taken(lanes), taken(lanes), taken(lanes)]).toEqual(['a/1', 'b/1', undefined]);
  lanes.done(row('a/1', 'r'));
  expect(taken(lanes)).toBe('a/2');
});

test('a row that comes late takes its place by time, then by number within its set, never before the one at work', () => {
  const lanes = createLanes(() => {});
  lanes.add(row('b/1', 'r', 5), 0);
  expect(taken(lanes)).toBe('b/1');
  for (const one of [row('c/10', 'r', 9), row('c/2', 'r', 9), row('a/1', 'r', 1)]) lanes.add(one, 0);
  const order = [];
  for (let last = row('b/1', 'r'); ; ) {
    lanes.done(last);
    const head = lanes.take();
    if (head === null) break;
    last = head.row;
    order.push(last._id);
  }
  expect(order).toEqual(['a/1', 'c/2', 'c/10']);
});

test('a row is there once, and a resting lane comes back', async () => {
  const woken = new Promise<void>((resolve) => {
    const lanes = createLanes(() => {
      expect(taken(lanes)).toBe('a/1');
      resolve();
    });
    lanes.add(row('a/1', 'r'), 0);
    lanes.add(row('a/1', 'r'), 0);
    expect(lanes.size).toBe(1);
    const head = lanes.take();
    if (head !== null) lanes.rest(head.row, 5);
    expect(taken(lanes)).toBeUndefined();
  });
  await woken;
});
