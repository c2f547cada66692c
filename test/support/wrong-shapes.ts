const WRONG: readonly unknown[] = [undefined, null, 7, true, '', [], {}, ['x'], { $gt: '' }, 'x'.repeat(3_000)];

/** A genuine payload with one part of it left out, or of another kind: every part, in every way. */
export function wrongShapes(payload: object): Record<string, unknown>[] {
  const made: Record<string, unknown>[] = [];
  const walk = (node: unknown, path: readonly string[]): void => {
    if (path.length > 0) for (const wrong of WRONG) made.push(withPart(payload, path, wrong));
    if (typeof node === 'object' && node !== null)
      for (const [key, child] of Object.entries(node)) walk(child, [...path, key]);
  };
  walk(payload, []);
  return made;
}

function withPart(payload: object, path: readonly string[], part: unknown): Record<string, unknown> {
  const copy = structuredClone(payload) as Record<string, unknown>;
  let node = copy;
  for (const key of path.slice(0, -1)) node = node[key] as Record<string, unknown>;
  const last = path.at(-1) ?? '';
  if (part === undefined) delete node[last];
  else node[last] = part;
  return copy;
}
