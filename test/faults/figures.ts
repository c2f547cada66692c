/** What one part of the run measured, and what must not have happened: every violation must be 0. */
export interface Part {
  name: string;
  figures: Record<string, number | string>;
  violations: Record<string, number>;
}

/** Prints a part as a small table; true when nothing was violated. */
export function printPart({ name, figures, violations }: Part): boolean {
  const rows = [...Object.entries(figures), ...Object.entries(violations)];
  const width = Math.max(...rows.map(([label]) => label.length));
  const lines = [
    name,
    ...Object.entries(figures).map(([label, value]) => `  ${label.padEnd(width)}  ${value}`),
    ...Object.entries(violations).map(
      ([label, value]) => `  ${label.padEnd(width)}  ${value}${value === 0 ? '' : '  VIOLATION'}`,
    ),
  ];
  process.stdout.write(`${lines.join('\n')}\n\n`);
  return Object.values(violations).every((value) => value === 0);
}
