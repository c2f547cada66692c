import type { CopyProgress } from './copy-store.ts';

const WIDTH = 24;

/** Shows how far a copy is: a bar that moves on a terminal, else a line a finished collection. */
export function progressBar(out: NodeJS.WriteStream): (progress: CopyProgress) => void {
  return ({ namespace, done, total }) => {
    const ended = done >= total;
    if (!out.isTTY) {
      if (ended) out.write(`${namespace} ${done}/${total}\n`);
      return;
    }
    const filled = total === 0 ? WIDTH : Math.min(WIDTH, Math.round((WIDTH * done) / total));
    out.write(
      `\r${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${done}/${total} ${namespace}\x1b[K${ended ? '\n' : ''}`,
    );
  };
}
