import { MongoError } from '../mongo-error.ts';
import type { CompiledQuery } from '../query/compile-query.ts';
import type { QueryNode } from '../query/node.ts';
import type { Doc, Value } from '../values/value.ts';
import { DocumentEditor } from './document-editor.ts';

/** The document that an upsert starts from: what the query says by equality ("Upsert with Operator Expressions"). */
export function seedFrom(query: CompiledQuery): Doc {
  const editor = new DocumentEditor(new Map());
  const seen = new Set<string>();
  for (const [path, value] of equalitiesOf(query.root)) {
    if (seen.has(path)) {
      throw new MongoError('NotSingleValueField', `cannot infer query fields to set, path '${path}' is matched twice`);
    }
    seen.add(path);
    checkOverlap(path, seen);
    editor.set(path.split('.'), value);
  }
  return editor.doc;
}

function checkOverlap(path: string, seen: ReadonlySet<string>): void {
  for (const other of seen) {
    if (path.startsWith(`${other}.`) || other.startsWith(`${path}.`)) {
      throw new MongoError(
        'NotSingleValueField',
        `cannot infer query fields to set, both paths '${other}' and '${path}' are matched`,
      );
    }
  }
}

export function equalitiesOf(node: QueryNode): (readonly [string, Value])[] {
  switch (node.kind) {
    case 'eq':
      return [[node.path, node.value]];
    case 'in':
      return node.values.length === 1 && !node.patterns ? [[node.path, node.values[0] as Value]] : [];
    case 'and':
      return node.nodes.flatMap(equalitiesOf);
    case 'or':
      return node.nodes.length === 1 ? node.nodes.flatMap(equalitiesOf) : [];
    default:
      return [];
  }
}
