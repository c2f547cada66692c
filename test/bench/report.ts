/** One figure; `pass` only where there is a promise to keep, which `target` names. */
export interface Line {
  what: string;
  figure: string;
  target?: string;
  pass?: boolean;
}

export type Tell = (line: Line) => void;

/** A figure that was promised to be at most so much. */
export const atMost = (what: string, value: number, limit: number, show: (value: number) => string): Line => ({
  what,
  figure: show(value),
  target: `at most ${show(limit)}`,
  pass: value <= limit,
});

export function lineText({ what, figure, target, pass }: Line): string {
  const verdict = pass === undefined ? '' : ` (${target}: ${pass ? 'pass' : 'FAIL'})`;
  return figure === '' ? what : `${what}: ${figure}${verdict}`;
}
