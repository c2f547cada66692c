import { cpuShares } from './cpu-shares.ts';

const node = (id: number, url: string, children: number[] = [], functionName = 'f') => ({
  id,
  callFrame: { functionName, scriptId: '', url, lineNumber: 0, columnNumber: 0 },
  children,
});

test('each group gets its own time and that of what node does for it; idle time is nobody’s', () => {
  const nodes = [
    node(1, '', [2, 5, 6, 7], '(root)'),
    node(2, 'file:///g/dist/src/chat/inbox.js', [3]),
    node(3, 'file:///g/node_modules/mongodb/lib/x.js', [4]),
    node(4, 'node:net'),
    node(5, '', [], '(garbage collector)'),
    node(6, '', [], '(idle)'),
    node(7, 'node:internal/timers'),
  ];
  const samples = [2, 3, 4, 5, 6, 7];
  expect(cpuShares({ nodes, samples, timeDeltas: [25, 30, 20, 10, 900, 15], startTime: 0, endTime: 1_000 })).toEqual([
    ['driver and BSON', 0.5],
    ['inbox, dispatch, outbox', 0.25],
    ['node: sockets, timers, tasks', 0.15],
    ['garbage collector', 0.1],
  ]);
});
