import { MongoError } from '../mongo-error.ts';
import type { Stream } from '../pause.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import type { Namespace, StageContext } from './stage.ts';

/**
 * The results of a pipeline over another collection. Its leading `$match` stages join the given conditions, so that
 * one query goes to the index; only the fields that the rest reads are asked for.
 */
export function fetchFrom(
  context: StageContext,
  namespace: Namespace,
  conditions: readonly Doc[],
  pipeline: readonly Value[],
): Stream<Doc> {
  if (context.find === undefined) throw new MongoError('CommandNotSupported', 'no other collection can be read here');
  const matches = leadingMatches(pipeline);
  const filters = [...conditions, ...matches];
  const filter: Doc = filters.length > 1 ? new Map([['$and', filters]]) : (filters[0] ?? new Map());
  const { variables } = context;
  if (matches.length === pipeline.length) return context.find(namespace, filter, { variables });
  const rest = context.compile(pipeline.slice(matches.length), '$lookup', { variables });
  return rest.run(context.find(namespace, filter, { variables, fields: rest.fields }));
}

function leadingMatches(pipeline: readonly Value[]): Doc[] {
  const matches: Doc[] = [];
  for (const stage of pipeline) {
    const match = isDoc(stage) ? stage.get('$match') : undefined;
    if (!isDoc(match)) break;
    matches.push(match);
  }
  return matches;
}
