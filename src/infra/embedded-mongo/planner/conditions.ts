import type { QueryNode } from '../query/node.ts';

/** A condition that every matching document meets, on the full path of a field. */
export interface Condition {
  readonly path: string;
  readonly node: QueryNode;
  /** The `$elemMatch` it comes from, if any: conditions of one hold for the same array element. */
  readonly element: QueryNode | undefined;
}

/** What a filter demands, as far as an index can help; `complete` when the conditions are the whole filter. */
export interface Conditions {
  readonly conditions: readonly Condition[];
  readonly branches: readonly (readonly QueryNode[])[];
  readonly complete: boolean;
}

const SIMPLE = new Set(['eq', 'gt', 'gte', 'lt', 'lte', 'in', 'regex', 'exists']);

/** Takes a filter apart along its conjunctions. `branches` are its disjunctions, each of which must hold too. */
export function conditionsOf(root: QueryNode): Conditions {
  const conditions: Condition[] = [];
  const branches: (readonly QueryNode[])[] = [];
  const complete = collect(root, '', undefined, conditions, branches);
  return { conditions, branches, complete };
}

function collect(
  node: QueryNode,
  base: string,
  element: QueryNode | undefined,
  conditions: Condition[],
  branches: (readonly QueryNode[])[],
): boolean {
  switch (node.kind) {
    case 'always':
      return true;
    case 'and':
      return node.nodes.map((inner) => collect(inner, base, element, conditions, branches)).every(Boolean);
    case 'or':
      // Inside $elemMatch the paths of a branch are relative; such branches are left to the filter.
      if (base === '') branches.push(node.nodes);
      return false;
    case 'elemMatch':
      collect(node.node, join(base, node.path), node, conditions, branches);
      return false;
    case 'expr':
      for (const implied of node.implied) collect(implied, base, element, conditions, branches);
      return false;
    default:
      if (!SIMPLE.has(node.kind) || !('path' in node) || node.path === undefined) return false;
      conditions.push({ path: join(base, node.path), node, element });
      return true;
  }
}

const join = (base: string, path: string): string => (base === '' ? path : path === '' ? base : `${base}.${path}`);
