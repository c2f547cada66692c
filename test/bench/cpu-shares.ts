import type { Profiler } from 'node:inspector';

/** Who spends CPU, by where a function's file lies; the first that fits. */
const GROUPS: [string, RegExp][] = [
  ['Bolt and express', /node_modules\/(?:@slack\/bolt|express|router|body-parser|raw-body|tsscmp)\//],
  ["Slack's HTTP client", /node_modules\/(?:@slack\/|axios|follow-redirects|form-data|retry|p-queue|undici)/],
  ['driver and BSON', /node_modules\/(?:mongodb|bson|mongoose|mquery|kareem|agenda|@agendajs)\/|\/src\/infra\/mongo\//],
  ['Slack: decode, encode, deliver', /\/adapters\/slack\//],
  ['understanding', /\/src\/understanding\//],
  ['capability and records', /\/src\/(?:capabilities|crm|access|calendar|rules)\//],
  ['ledger, seals', /\/src\/ledger\//],
  ['inbox, dispatch, outbox', /\/src\/chat\//],
  ['the rest of ours', /\/(?:src|adapters)\//],
  ['other packages', /node_modules\//],
];
const NODE = 'node: sockets, timers, tasks';
const GC = 'garbage collector';

/**
 * Who takes which share of a profile's time at work (0 to 1), the largest first. What node itself does counts for whoever
 * called it. Shares alone: on a busy machine a profile's times hold the waits for a core too.
 */
export function cpuShares({
  nodes,
  samples = [],
  timeDeltas = [],
}: Profiler.Profile): [group: string, share: number][] {
  const self = new Map<number, number>();
  for (const [at, id] of samples.entries()) self.set(id, (self.get(id) ?? 0) + (timeDeltas[at] ?? 0));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const shares = new Map<string, number>();
  const visit = (node: Profiler.ProfileNode, caller: string): void => {
    const { functionName, url } = node.callFrame;
    const own = GROUPS.find(([, files]) => files.test(url))?.[0] ?? caller;
    const group = functionName === '(garbage collector)' ? GC : own;
    const idle = functionName === '(idle)' || functionName === '(program)';
    if (!idle) shares.set(group, (shares.get(group) ?? 0) + (self.get(node.id) ?? 0));
    for (const child of node.children ?? []) {
      const below = byId.get(child);
      if (below !== undefined) visit(below, own);
    }
  };
  const [root] = nodes;
  if (root !== undefined) visit(root, NODE);
  const sum = [...shares.values()].reduce((all, us) => all + us, 0);
  return [...shares]
    .filter(([, us]) => us > 0)
    .map(([group, us]): [string, number] => [group, us / sum])
    .sort(([, left], [, right]) => right - left);
}
