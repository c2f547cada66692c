import { MongoError } from '../../mongo-error.ts';
import { PAUSE, type Stream } from '../../pause.ts';
import { compileProjection } from '../../projection/compile-projection.ts';
import { addPath, assign, type Tree } from '../../projection/tree.ts';
import { compileQuery } from '../../query/compile-query.ts';
import { typeName } from '../../values/types.ts';
import { type Doc, Int32, isDoc, type Value } from '../../values/value.ts';
import type { Expression, Scope } from '../scope.ts';
import { type StageContext, type StageFactory, type StageTable, stageScope } from '../stage.ts';

function* mapped(input: Stream<Doc>, apply: (doc: Doc) => Doc): Stream<Doc> {
  for (const doc of input) yield doc === PAUSE ? PAUSE : apply(doc);
}

function* filtered(input: Stream<Doc>, keep: (doc: Doc) => boolean): Stream<Doc> {
  for (const doc of input) if (doc === PAUSE || keep(doc)) yield doc;
}

const match: StageFactory = (spec, context) => {
  if (!isDoc(spec)) throw new MongoError(15959, 'the match filter must be an expression in an object');
  const query = compileQuery(spec, context);
  return { run: (input) => filtered(input, query.matches), reads: query.fields, closes: false };
};

const project: StageFactory = (spec, context) => {
  if (!isDoc(spec)) throw new MongoError(15969, '$project specification must be an object');
  if (spec.size === 0) throw new MongoError(51272, 'projection specification must have at least one field');
  const projection = compileProjection(spec, context);
  const closes = projection.kind === 'inclusion';
  return {
    run: (input) => mapped(input, (doc) => projection.apply(doc)),
    reads: closes ? projection.fields : new Set(),
    closes,
  };
};

const addFields: StageFactory = (spec, context, name) => {
  if (!isDoc(spec)) throw new MongoError(40272, `${name} specification stage must be an object, got ${typeName(spec)}`);
  if (spec.size === 0) throw new MongoError(40177, `${name} requires at least one field`);
  const { scope, reads } = stageScope(context);
  const tree: Tree<Expression> = new Map();
  addExpressions(tree, '', spec, scope);
  // A document below a dotted path keeps its other fields, so it is read as well.
  for (const [field, branch] of tree) if (branch.tree !== undefined) reads.add(field);
  const apply = (doc: Doc) => {
    const env = scope.enter(doc);
    return assign(doc, tree, (expression) => expression.evaluate(env));
  };
  return { run: (input) => mapped(input, apply), reads: reads.fields, closes: false };
};

function addExpressions(tree: Tree<Expression>, prefix: string, spec: Doc, scope: Scope): void {
  for (const [name, value] of spec) {
    if (name.startsWith('$'))
      throw new MongoError(16410, `FieldPath field names may not start with '$'. Path: ${prefix}${name}`);
    const nested = isDoc(value) && value.size > 0 && !value.keys().next().value?.startsWith('$');
    if (nested) addExpressions(tree, `${prefix}${name}.`, value, scope);
    else addPath(tree, prefix + name, scope.compile(value));
  }
}

const unset: StageFactory = (spec, context) => {
  const names = Array.isArray(spec) ? spec : [spec];
  if (names.length === 0 || !names.every((name) => typeof name === 'string' && name !== '')) {
    throw new MongoError(31002, '$unset specification must be a string or an array of strings');
  }
  const projection = compileProjection(new Map(names.map((name) => [String(name), Int32.of(0)])), context);
  return { run: (input) => mapped(input, (doc) => projection.apply(doc)), reads: new Set(), closes: false };
};

function replacing(operand: Value, context: StageContext): ReturnType<StageFactory> {
  const { scope, reads } = stageScope(context);
  const expression = scope.compile(operand);
  const apply = (doc: Doc) => {
    const root = expression.evaluate(scope.enter(doc));
    if (isDoc(root)) return root;
    throw new MongoError(
      40228,
      `'newRoot' expression must evaluate to an object, but resulting value was of type ${typeName(root)}`,
    );
  };
  return { run: (input) => mapped(input, apply), reads: reads.fields, closes: true };
}

const replaceRoot: StageFactory = (spec, context) => {
  const root = isDoc(spec) && spec.size === 1 ? spec.get('newRoot') : undefined;
  if (root === undefined) throw new MongoError(40231, 'no newRoot specified for the $replaceRoot stage');
  return replacing(root, context);
};

/** `$$KEEP`, `$$PRUNE` and `$$DESCEND` decide about each level of a document, arrays of documents included. */
const redact: StageFactory = (spec, context) => {
  const { scope } = stageScope(context);
  const expression = scope.compile(spec);
  const level = (doc: Doc, root: Doc): Doc | undefined => {
    const verdict = expression.evaluate(scope.enter(doc, root));
    if (verdict === 'KEEP') return doc;
    if (verdict === 'PRUNE') return undefined;
    if (verdict !== 'DESCEND') throw new MongoError(17053, '$redact must evaluate to $$KEEP, $$PRUNE or $$DESCEND');
    const result: Doc = new Map();
    for (const [name, value] of doc) {
      const kept = descend(value, root);
      if (kept !== undefined) result.set(name, kept);
    }
    return result;
  };
  const descend = (value: Value, root: Doc): Value | undefined => {
    if (isDoc(value)) return level(value, root);
    return Array.isArray(value) ? value.map((item) => descend(item, root)).filter((item) => item !== undefined) : value;
  };
  return {
    *run(input) {
      for (const doc of input) {
        const kept = doc === PAUSE ? PAUSE : level(doc, doc);
        if (kept !== undefined) yield kept;
      }
    },
    reads: undefined,
    closes: false,
  };
};

/** Stages that make at most one document of each. */
export const SHAPE_STAGES: StageTable = {
  $match: match,
  $project: project,
  $addFields: addFields,
  $set: addFields,
  $unset: unset,
  $replaceRoot: replaceRoot,
  $replaceWith: (spec, context) => replacing(spec, context),
  $redact: redact,
};
