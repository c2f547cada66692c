/** Milliseconds that one call takes on average over `times`, one after the other. */
export async function each(times: number, call: (n: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  for (let n = 0; n < times; n++) await call(n);
  return (performance.now() - began) / times;
}

/**
 * The median of each of several calls that are made one after the other, over and over: what else goes on on the
 * machine, above all on its disk, meets all of them alike.
 */
export async function inTurns<K extends string>(
  times: number,
  calls: Readonly<Record<K, () => Promise<unknown>>>,
): Promise<Record<K, number>> {
  const names = Object.keys(calls) as K[];
  const taken = new Map(names.map((name) => [name, [] as number[]]));
  for (let n = 0; n < times; n++)
    for (const name of names) {
      const began = performance.now();
      await calls[name]();
      taken.get(name)?.push(performance.now() - began);
    }
  return Object.fromEntries(names.map((name) => [name, median(taken.get(name) ?? [])])) as Record<K, number>;
}

/** Milliseconds a call with `width` of them under way at a time. */
export async function together(times: number, width: number, call: (n: number) => Promise<unknown>): Promise<number> {
  const began = performance.now();
  let next = 0;
  const lane = async () => {
    while (next < times) await call(next++);
  };
  await Promise.all(Array.from({ length: width }, lane));
  return (performance.now() - began) / times;
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

/** One line of the report: a measured figure against its target. */
export interface Line {
  readonly name: string;
  readonly value: number;
  readonly target: number;
  readonly must: 'at most' | 'at least';
  readonly unit: string;
}

export const holds = ({ value, target, must }: Line): boolean =>
  must === 'at most' ? value <= target : value >= target;

export function printLine(line: Line): void {
  const { name, value, target, must, unit } = line;
  const sign = must === 'at most' ? '≤' : '≥';
  process.stdout.write(
    `${holds(line) ? 'pass' : 'FAIL'}  ${name.padEnd(58)} ${value.toFixed(2).padStart(8)} ${sign} ${target} ${unit}\n`,
  );
}
