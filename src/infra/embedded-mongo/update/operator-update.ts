import { MongoError } from '../mongo-error.ts';
import { valuesIdentical } from '../values/compare.ts';
import { typeName } from '../values/types.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import { type ArrayFilters, compileArrayFilters } from './array-filters.ts';
import { ARRAY_OPERATORS } from './array-operators.ts';
import { describe } from './describe.ts';
import { childOf, DocumentEditor, isBlocked } from './document-editor.ts';
import type { ChangeOptions, FieldChange, UpdateOperator } from './field-change.ts';
import { SCALAR_OPERATORS } from './scalar-operators.ts';
import { checkConflicts, comparePaths, parsePath, type Step, type UpdatePath } from './update-path.ts';

interface Action {
  readonly path: UpdatePath;
  readonly change: FieldChange;
}

interface OperatorUpdate {
  readonly fields: ReadonlySet<string>;
  readonly needsPosition: boolean;
  apply(doc: Doc, position: number | undefined, inserting: boolean): { doc: Doc; modified: boolean };
}

/** Every update operator by name; what is not here is refused (9). */
export const UPDATE_OPERATORS: ReadonlyMap<string, UpdateOperator> = new Map([
  ...Object.entries(SCALAR_OPERATORS),
  ...Object.entries(ARRAY_OPERATORS),
]);

export function compileOperators(update: Doc, arrayFilters: readonly Value[], options: ChangeOptions): OperatorUpdate {
  const actions = [...update]
    .flatMap(([name, fields]) => actionsOf(name, fields, options))
    .sort((a, b) => comparePaths(a.path, b.path));
  checkConflicts(actions.flatMap(({ path, change }) => (change.target ? [path.text, change.target] : [path.text])));
  const filters = compileArrayFilters(arrayFilters, options);
  checkIdentifiers(actions, filters);
  return {
    fields: new Set(
      actions.flatMap(({ path, change }) => [path.text, ...(change.target ? [change.target] : [])].map(firstName)),
    ),
    needsPosition: actions.some(({ path }) => path.steps.some((step) => step.kind === 'matched')),
    apply: (doc, position, inserting) => {
      const editor = new DocumentEditor(doc);
      for (const { path, change } of actions) {
        if (change.onInsert && !inserting) continue;
        for (const names of resolve(editor.doc, path, position, filters)) perform(editor, names, change);
      }
      return { doc: editor.doc, modified: editor.modified };
    },
  };
}

function firstName(path: string): string {
  return path.split('.')[0] ?? path;
}

function actionsOf(name: string, fields: Value, options: ChangeOptions): Action[] {
  const operator = UPDATE_OPERATORS.get(name);
  if (operator === undefined) {
    throw new MongoError(
      'FailedToParse',
      `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`,
    );
  }
  if (!isDoc(fields)) {
    throw new MongoError(
      'FailedToParse',
      `Modifiers operate on fields but we found type ${typeName(fields)} instead. For example: {$mod: {<field>: ...}} not {${name}: ${describe(fields)}}`,
    );
  }
  return [...fields].map(([text, value]) => {
    const path = parsePath(text);
    return { path, change: operator(value, text, options) };
  });
}

function checkIdentifiers(actions: readonly Action[], filters: ArrayFilters): void {
  const used = new Set<string>();
  for (const { path } of actions) {
    for (const step of path.steps) {
      if (step.kind !== 'filtered') continue;
      if (!filters.has(step.identifier)) {
        throw new MongoError(
          'BadValue',
          `No array filter found for identifier '${step.identifier}' in path '${path.text}'`,
        );
      }
      used.add(step.identifier);
    }
  }
  for (const identifier of filters.keys()) {
    if (used.has(identifier)) continue;
    throw new MongoError('FailedToParse', `The array filter for identifier '${identifier}' was not used in the update`);
  }
}

/** The plain paths that a path with `$`, `$[]` and `$[id]` stands for in this document. */
function resolve(
  doc: Doc,
  path: UpdatePath,
  position: number | undefined,
  filters: ArrayFilters,
): (readonly string[])[] {
  if (path.names !== undefined) return [path.names];
  let heads: { readonly names: readonly string[]; readonly value: Value | undefined }[] = [{ names: [], value: doc }];
  for (const step of path.steps) {
    heads = heads.flatMap(({ names, value }) =>
      namesOf(step, value, names, position, filters).map((name) => ({
        names: [...names, name],
        value: childOf(value, name),
      })),
    );
  }
  return heads.map((head) => head.names);
}

function namesOf(
  step: Step,
  value: Value | undefined,
  names: readonly string[],
  position: number | undefined,
  filters: ArrayFilters,
): string[] {
  if (step.kind === 'name') return [step.name];
  if (step.kind === 'matched') {
    if (position === undefined) {
      throw new MongoError('BadValue', 'The positional operator did not find the match needed from the query.');
    }
    return [String(position)];
  }
  const path = names.join('.');
  if (value === undefined) {
    throw new MongoError('BadValue', `The path '${path}' must exist in the document in order to apply array updates.`);
  }
  if (!Array.isArray(value)) {
    throw new MongoError('BadValue', `Cannot apply array updates to non-array element ${path}: ${describe(value)}`);
  }
  const filter = step.kind === 'filtered' ? filters.get(step.identifier) : undefined;
  return value.flatMap((item, index) => (filter === undefined || filter(item) ? [String(index)] : []));
}

function perform(editor: DocumentEditor, names: readonly string[], { change, edit, creates }: FieldChange): void {
  if (edit !== undefined) {
    edit(editor, names);
    return;
  }
  const current = editor.get(names);
  if (current === undefined && !creates) return;
  // A path through a scalar is refused even when the operator would not change anything.
  if (current === undefined && isBlocked(editor.doc, names)) editor.set(names, null);
  const next = change?.(current, names.join('.'));
  if (next !== undefined && !valuesIdentical(next, current)) editor.set(names, next);
}
