import { MongoError } from '../../mongo-error.ts';
import { PAUSE } from '../../pause.ts';
import { type Doc, isDoc, type Value } from '../../values/value.ts';
import { namespaceOf } from '../namespace.ts';
import { namedOperands } from '../operator.ts';
import {
  type MergeAction,
  type MergePlan,
  type StageContext,
  type StageFactory,
  type StageTable,
  stageScope,
} from '../stage.ts';

const out: StageFactory = (spec, context, name) => {
  if (isDoc(spec) && spec.has('timeseries'))
    throw new MongoError('CommandNotSupported', 'time-series collections are not supported');
  const into = namespaceOf(spec, name);
  return {
    *run(input) {
      if (context.replaceCollection === undefined)
        throw new MongoError('CommandNotSupported', '$out cannot write here');
      yield* context.replaceCollection(into, input);
    },
    reads: undefined,
    closes: false,
  };
};

const WHEN_MATCHED = new Set(['replace', 'keepExisting', 'merge', 'fail']);
const WHEN_NOT_MATCHED = new Set(['insert', 'discard', 'fail']);

const merge: StageFactory = (spec, context, name) => {
  const given =
    typeof spec === 'string'
      ? new Map([['into', spec]])
      : namedOperands(name, spec, ['into'], ['on', 'let', 'whenMatched', 'whenNotMatched']);
  const whenNotMatched = given.get('whenNotMatched') ?? 'insert';
  if (typeof whenNotMatched !== 'string' || !WHEN_NOT_MATCHED.has(whenNotMatched)) {
    throw new MongoError('BadValue', `Enumeration value for field '$merge.whenNotMatched' is not a valid value.`);
  }
  const plan: MergePlan = {
    into: namespaceOf(given.get('into') as Value, name),
    on: fieldsOf(given.get('on')),
    whenMatched: matchedAction(given.get('whenMatched') ?? 'merge', given.get('let'), context),
    whenNotMatched: whenNotMatched as MergeAction,
  };
  return {
    *run(input) {
      if (context.merge === undefined) throw new MongoError('CommandNotSupported', '$merge cannot write here');
      yield* context.merge(plan, input);
    },
    reads: undefined,
    closes: false,
  };
};

function fieldsOf(on: Value | undefined): string[] {
  const fields = on === undefined ? ['_id'] : Array.isArray(on) ? on : [on];
  if (fields.length === 0 || !fields.every((field) => typeof field === 'string')) {
    throw new MongoError(51186, "$merge 'on' field must be a string or a non-empty array of strings");
  }
  return fields.map(String);
}

const ALLOWED = new Set(['$addFields', '$set', '$project', '$unset', '$replaceRoot', '$replaceWith']);

function matchedAction(action: Value, bindings: Value | undefined, context: StageContext): MergeAction {
  if (!Array.isArray(action)) {
    if (bindings !== undefined)
      throw new MongoError(51199, "Cannot use 'let' variables with 'whenMatched' other than a pipeline");
    if (typeof action === 'string' && WHEN_MATCHED.has(action)) return action as MergeAction;
    throw new MongoError('BadValue', "Enumeration value for field '$merge.whenMatched' is not a valid value.");
  }
  for (const stage of action) {
    const stageName = (isDoc(stage) ? stage.keys().next().value : undefined) ?? '';
    if (!ALLOWED.has(stageName))
      throw new MongoError('InvalidOptions', `${stageName} is not allowed to be used within an update`);
  }
  const { scope } = stageScope(context);
  const lets = isDoc(bindings) ? bindings : new Map([['new', '$$ROOT']]);
  const compiled = [...lets].map(([variable, value]) => [variable, scope.compile(value)] as const);
  return (existing: Doc, fresh: Doc) => {
    const env = scope.enter(fresh);
    const variables = new Map(context.variables);
    for (const [variable, expression] of compiled) variables.set(variable, expression.evaluate(env) ?? null);
    for (const doc of context.compile(action, '$merge', { variables }).run([existing])) if (doc !== PAUSE) return doc;
    return existing;
  };
}

/** Stages that end a pipeline by writing a collection. */
export const OUTPUT_STAGES: StageTable = { $out: out, $merge: merge };
