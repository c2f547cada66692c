import { MongoError } from '../mongo-error.ts';

/** One step of an update's path: a name or index, `$`, `$[]`, or `$[identifier]`. */
export type Step =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'matched' }
  | { readonly kind: 'all' }
  | { readonly kind: 'filtered'; readonly identifier: string };

export interface UpdatePath {
  readonly text: string;
  /** The text between the dots. */
  readonly parts: readonly string[];
  readonly steps: readonly Step[];
  /** The steps as names, when none of them is positional. */
  readonly names: readonly string[] | undefined;
}

export function parsePath(text: string): UpdatePath {
  if (text === '') throw new MongoError('EmptyFieldName', 'An empty update path is not valid.');
  const parts = text.split('.');
  const steps = parts.map((part) => parseStep(part, text));
  if (steps[0]?.kind !== 'name') {
    throw new MongoError(
      'BadValue',
      `Cannot have positional (i.e. '$') element in the first position in path '${text}'`,
    );
  }
  if (steps.filter((step) => step.kind === 'matched').length > 1) {
    throw new MongoError('BadValue', `Too many positional (i.e. '$') elements found in path '${text}'`);
  }
  const names = steps.map((step) => (step.kind === 'name' ? step.name : undefined));
  return { text, parts, steps, names: names.some((name) => name === undefined) ? undefined : (names as string[]) };
}

function parseStep(part: string, text: string): Step {
  if (part === '') {
    throw new MongoError(
      'EmptyFieldName',
      `The update path '${text}' contains an empty field name, which is not allowed.`,
    );
  }
  if (part === '$') return { kind: 'matched' };
  if (part === '$[]') return { kind: 'all' };
  const filtered = /^\$\[(.*)\]$/.exec(part)?.[1];
  if (filtered !== undefined) return { kind: 'filtered', identifier: filtered };
  if (part.startsWith('$')) {
    throw new MongoError(
      'DollarPrefixedFieldName',
      `The dollar ($) prefixed field '${part}' in '${text}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
    );
  }
  return { kind: 'name', name: part };
}

/** Two paths conflict when one is the other or leads through it. */
export function checkConflicts(paths: readonly string[]): void {
  const taken = new Set<string>();
  const through = new Set<string>();
  for (const path of paths) {
    const clash = taken.has(path) || through.has(path) ? path : prefixesOf(path).find((prefix) => taken.has(prefix));
    if (clash !== undefined) {
      throw new MongoError(
        'ConflictingUpdateOperators',
        `Updating the path '${path}' would create a conflict at '${clash}'`,
      );
    }
    taken.add(path);
    for (const prefix of prefixesOf(path)) through.add(prefix);
  }
}

function prefixesOf(path: string): string[] {
  if (!path.includes('.')) return [];
  const parts = path.split('.');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('.'));
}

/** The order in which fields are updated and new ones appear: by name, numeric names by value. */
export function comparePaths({ parts: a }: UpdatePath, { parts: b }: UpdatePath): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compareNames(a[index] as string, b[index] as string);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function compareNames(left: string, right: string): number {
  if (left === right) return 0;
  if (startsWithDigit(left) && startsWithDigit(right) && /^\d+$/.test(left) && /^\d+$/.test(right))
    return Number(left) - Number(right);
  return left < right ? -1 : Number(left > right);
}

/** Most names do not, and a pattern costs more than all else about a comparison. */
const startsWithDigit = (name: string): boolean => name <= ':' && name >= '0';
