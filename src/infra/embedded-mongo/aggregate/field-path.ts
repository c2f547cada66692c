import { MongoError } from '../mongo-error.ts';
import type { Maybe } from '../values/value.ts';
import { expression } from './operator.ts';
import type { Env, Expression, Scope } from './scope.ts';

/** `$a.b` in an expression: through arrays it gathers what the elements hold (positions are not looked up). */
export function readPath(value: Maybe, parts: readonly string[], from: number): Maybe {
  let current = value;
  for (let at = from; at < parts.length; at += 1) {
    if (current instanceof Map) {
      current = current.get(parts[at] as string);
    } else if (Array.isArray(current)) {
      return current
        .map((item) => (item instanceof Map || Array.isArray(item) ? readPath(item, parts, at) : undefined))
        .filter((item) => item !== undefined);
    } else return undefined;
  }
  return current;
}

/** Compiles `$field.path` or `$$variable.path`. */
export function compilePath(text: string, scope: Scope): Expression {
  if (!text.startsWith('$$')) return fieldPath(text.slice(1), scope);
  const [name = '', ...parts] = text.slice(2).split('.');
  checkParts(parts, text);
  const slot = scope.slotOf(name);
  if (slot !== undefined) return along(false, parts, (env) => env.slots[slot]);
  if (scope.variables.has(name)) return along(true, parts, () => scope.variables.get(name));
  return systemVariable(name, parts, scope);
}

function fieldPath(path: string, scope: Scope): Expression {
  const parts = path.split('.');
  checkParts(parts, `$${path}`);
  scope.reads.add(path);
  if (parts.length === 1) return { constant: false, evaluate: (env) => env.doc.get(path) };
  return { constant: false, evaluate: (env) => readPath(env.doc, parts, 0) };
}

function systemVariable(name: string, parts: readonly string[], scope: Scope): Expression {
  switch (name) {
    case 'ROOT':
    case 'CURRENT':
      if (parts[0] === undefined) scope.reads.addAll();
      else scope.reads.add(parts[0]);
      return along(false, parts, name === 'ROOT' ? (env) => env.root : (env) => env.doc);
    case 'REMOVE':
      return { constant: false, evaluate: () => undefined };
    case 'DESCEND':
    case 'PRUNE':
    case 'KEEP':
      return { constant: true, evaluate: () => name };
    default:
      throw new MongoError(17276, `Use of undefined variable: ${name}`);
  }
}

function along(constant: boolean, parts: readonly string[], base: (env: Env) => Maybe): Expression {
  if (parts.length === 0) return expression(constant, base);
  return expression(constant, (env) => readPath(base(env), parts, 0));
}

function checkParts(parts: readonly string[], text: string): void {
  for (const part of parts) {
    if (part === '') throw new MongoError(15998, 'FieldPath field names may not be empty strings.');
    if (part.startsWith('$'))
      throw new MongoError(16410, `FieldPath field names may not start with '$'. Path: ${text}`);
    if (part.includes('\0')) throw new MongoError(16411, 'FieldPath field names may not contain null bytes.');
  }
}
