import { MongoError } from '../mongo-error.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import { OPERATORS } from './expressions/all.ts';
import { compilePath } from './field-path.ts';
import { expression } from './operator.ts';
import { type Expression, Scope, type ScopeOptions } from './scope.ts';

/** A scope to compile expressions in: `scope.compile(value)`, then `evaluate(scope.enter(doc))`. */
export function createScope(options: ScopeOptions): Scope {
  return new Scope(options, compileExpression);
}

/** "Expressions" in the manual: paths and variables, operators, literals, and documents and arrays of them. */
function compileExpression(value: Value, scope: Scope): Expression {
  if (typeof value === 'string') return value.startsWith('$') ? compilePath(value, scope) : literal(value);
  if (Array.isArray(value)) return compileArray(value, scope);
  return isDoc(value) ? compileDoc(value, scope) : literal(value);
}

function literal(value: Value): Expression {
  return { constant: true, evaluate: () => value };
}

function compileArray(items: readonly Value[], scope: Scope): Expression {
  const inner = items.map((item) => scope.compile(item));
  return expression(
    inner.every((item) => item.constant),
    (env) => inner.map((item) => item.evaluate(env) ?? null),
  );
}

function compileDoc(doc: Doc, scope: Scope): Expression {
  const [first] = doc.keys();
  if (first?.startsWith('$')) return compileOperator(first, doc, scope);
  const inner = [...doc].map(([name, value]) => {
    if (name.startsWith('$'))
      throw new MongoError(15983, 'an object representing an expression must have exactly one field');
    if (name.includes('.')) throw new MongoError(16405, 'dotted field names are only allowed at the top level');
    return [name, scope.compile(value)] as const;
  });
  return expression(
    inner.every(([, item]) => item.constant),
    (env) => {
      const result: Doc = new Map();
      for (const [name, item] of inner) {
        const part = item.evaluate(env);
        if (part !== undefined) result.set(name, part);
      }
      return result;
    },
  );
}

function compileOperator(name: string, doc: Doc, scope: Scope): Expression {
  if (doc.size !== 1) {
    throw new MongoError(
      15983,
      `an object representing an expression must have exactly one field: ${[...doc.keys()].join(', ')}`,
    );
  }
  const operator = OPERATORS.get(name);
  if (operator === undefined) throw new MongoError('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
  return operator(doc.get(name) as Value, scope, name);
}
