import { BSONRegExp } from 'bson';
import { MongoError } from '../../mongo-error.ts';
import { PAUSE, type Stream } from '../../pause.ts';
import { typeName } from '../../values/types.ts';
import { type Doc, isDoc, type Maybe, type Value } from '../../values/value.ts';
import { fetchFrom } from '../fetch.ts';
import { namespaceOf } from '../namespace.ts';
import type { Scope } from '../scope.ts';
import { failed, type StageContext, type StageFactory, type StageTable, stageScope } from '../stage.ts';
import { withPath } from '../with-path.ts';
import { graphLookup } from './graph-lookup.ts';

const OPTIONS = new Set(['from', 'localField', 'foreignField', 'as', 'let', 'pipeline']);

const lookup: StageFactory = (spec, context) => {
  if (!isDoc(spec)) throw failed(`the $lookup stage specification must be an object, but found ${typeName(spec)}`);
  for (const name of spec.keys()) if (!OPTIONS.has(name)) throw failed(`unknown argument to $lookup: ${name}`);
  const as = stringOption(spec, 'as');
  if (as === undefined) throw failed("must specify 'as' field for a $lookup");
  const localField = stringOption(spec, 'localField');
  const foreignField = stringOption(spec, 'foreignField');
  if ((localField === undefined) !== (foreignField === undefined)) {
    throw failed("$lookup requires both or neither of 'localField' and 'foreignField' to be specified");
  }
  if (localField === undefined && !spec.has('pipeline')) {
    throw failed("$lookup requires either 'pipeline' or both 'localField' and 'foreignField' to be specified");
  }
  if (!spec.has('from')) throw failed("must specify 'from' field for a $lookup");
  const from = namespaceOf(spec.get('from') as Value, '$lookup');
  const { scope, reads } = stageScope(context);
  const letVariables = compileLet(spec.get('let'), scope);
  const joined = (doc: Doc): Stream<Doc> => {
    const env = scope.enter(doc);
    const variables = new Map(context.variables);
    for (const [name, expression] of letVariables) {
      const value = expression.evaluate(env);
      if (value !== undefined) variables.set(name, value);
      else variables.set(name, null);
    }
    const own = { ...context, variables };
    const equal =
      localField === undefined ? [] : [equality(foreignField as string, localValue(doc, localField.split('.')))];
    return fetchFrom(own, from, equal, (spec.get('pipeline') as Value[] | undefined) ?? []);
  };
  checkPipeline(
    spec.get('pipeline'),
    context,
    letVariables.map(([name]) => name),
  );
  if (localField !== undefined) reads.add(localField);
  if (as.includes('.')) reads.add(as);
  const path = as.split('.');
  return {
    *run(input) {
      for (const doc of input) {
        if (doc === PAUSE) {
          yield PAUSE;
          continue;
        }
        const found: Value[] = [];
        for (const other of joined(doc)) {
          if (other === PAUSE) yield PAUSE;
          else found.push(other);
        }
        yield withPath(doc, path, found);
        if (context.tick()) yield PAUSE;
      }
    },
    reads: reads.fields,
    closes: false,
  };
};

/** Refuses a wrong inner pipeline when the stage is compiled, not at its first document. */
function checkPipeline(pipeline: Value | undefined, context: StageContext, names: readonly string[]): void {
  if (pipeline === undefined) return;
  const variables = new Map(context.variables);
  for (const name of names) variables.set(name, null);
  context.compile(pipeline, '$lookup', { variables });
}

function compileLet(spec: Value | undefined, scope: Scope) {
  if (spec === undefined) return [];
  if (!isDoc(spec)) throw failed('$lookup argument must be of type object: let');
  return [...spec].map(([name, value]) => {
    if (!/^[a-z\u0080-\uffff]\w*$/.test(name)) throw failed(`'${name}' is no valid variable name`);
    return [name, scope.compile(value)] as const;
  });
}

function stringOption(spec: Doc, name: string): string | undefined {
  const value = spec.get(name);
  if (value !== undefined && typeof value !== 'string')
    throw failed(`$lookup argument '${name}' must be a string, is type ${typeName(value)}`);
  if (value === '' || value?.startsWith('$'))
    throw new MongoError(16410, `FieldPath '${value}' is not valid for ${name}`);
  return value;
}

/** The values that a local path reaches: elements of arrays count one by one, a missing field as null. */
function localValue(value: Maybe, parts: readonly string[]): Value[] {
  const found: Value[] = [];
  collect(value, parts, 0, found);
  return found.length === 0 ? [null] : found;
}

function collect(value: Maybe, parts: readonly string[], at: number, found: Value[]): void {
  if (at === parts.length) {
    if (Array.isArray(value)) found.push(...value);
    else found.push(value ?? null);
  } else if (Array.isArray(value)) {
    for (const item of value) collect(item, parts, at, found);
  } else collect(isDoc(value) ? value.get(parts[at] as string) : undefined, parts, at + 1, found);
}

/** A regex among the local values must be equal, not match. */
function equality(path: string, values: readonly Value[]): Doc {
  const [only] = values;
  if (values.some((value) => value instanceof BSONRegExp)) {
    const alternatives = values.map((value): Doc => new Map([[path, new Map([['$eq', value]])]]));
    return new Map([['$or', alternatives]]);
  }
  if (values.length === 1 && only !== undefined) return new Map([[path, new Map([['$eq', only]])]]);
  return new Map([[path, new Map([['$in', values.slice()]])]]);
}

export const LOOKUP_STAGES: StageTable = { $lookup: lookup, $graphLookup: graphLookup };
