/** One system call that counts for the order of a write. */
export interface Step {
  readonly kind: 'request' | 'data' | 'sync' | 'head' | 'reply';
  readonly call: string;
}

/**
 * Reads a trace of strace (`-y`) from the read that brought a request with `marker` to the answer on the same socket.
 * Writes to the data file are `head` where its descriptor was opened with O_DSYNC, as LMDB opens the one it writes its
 * meta pages by, else `data`.
 */
export function orderOf(trace: string, marker: string, file: string): Step[] {
  const lines = trace.split('\n');
  const synchronous = new Set(
    lines.flatMap((line) => {
      const opened = /openat\(.*"([^"]+)", .*O_DSYNC.*\) = (\d+)/.exec(line);
      return opened?.[1] === file ? [opened[2] ?? ''] : [];
    }),
  );
  const start = lines.findIndex((line) => /(read|readv|recvmsg|recvfrom)\(/.test(line) && line.includes(marker));
  const socket = /\((\d+)</.exec(lines[start] ?? '')?.[1];
  if (start < 0 || socket === undefined) throw new Error(`the trace has no request with ${marker}`);
  const steps: Step[] = [{ kind: 'request', call: 'read' }];
  for (const line of lines.slice(start + 1)) {
    const [, call = '', descriptor = ''] = /(\w+)\((\d+)</.exec(line) ?? [];
    const writes = /^(pwrite64|pwritev|writev|write|sendmsg)$/.test(call);
    if (descriptor === socket && writes) return [...steps, { kind: 'reply', call: `reply by ${call}` }];
    if (!line.includes(`<${file}>`)) continue;
    if (/^(fdatasync|fsync|msync)$/.test(call)) steps.push({ kind: 'sync', call });
    else if (writes) {
      const kind = synchronous.has(descriptor) ? 'head' : 'data';
      steps.push({ kind, call: kind === 'head' ? `${call} (O_DSYNC)` : call });
    }
  }
  throw new Error('the trace ends before the reply');
}
