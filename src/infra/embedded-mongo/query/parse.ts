import { BSONRegExp } from 'bson';
import { MongoError } from '../mongo-error.ts';
import { compareValues } from '../values/compare.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import type { QueryContext } from './context.ts';
import { exprNode } from './expr.ts';
import type { Siblings } from './field-operator.ts';
import { FIELD_OPERATORS } from './field-operators.ts';
import { jsonSchemaNode } from './json-schema.ts';
import type { QueryNode } from './node.ts';
import { ALWAYS, andNode, compareNode, NEVER, norNode, orNode, regexNode } from './node-builders.ts';

const MAX_DEPTH = 100;

/** Parses a filter; every refusal carries MongoDB's code. */
export function parseFilter(filter: Doc, context: QueryContext, depth = 0): QueryNode {
  if (depth > MAX_DEPTH) throw bad('exceeded maximum query tree depth');
  const nodes: QueryNode[] = [];
  for (const [name, value] of filter) {
    if (!name.startsWith('$')) nodes.push(parseField(name, value, context, depth));
    else if (name !== '$comment') nodes.push(parseTopLevel(name, value, context, depth));
  }
  return andNode(nodes);
}

function bad(message: string): MongoError {
  return new MongoError('BadValue', message);
}

function parseTopLevel(name: string, value: Value, context: QueryContext, depth: number): QueryNode {
  switch (name) {
    case '$and':
      return andNode(parseList(name, value, context, depth));
    case '$or':
      return orNode(parseList(name, value, context, depth));
    case '$nor':
      return norNode(parseList(name, value, context, depth));
    case '$expr':
      return exprNode(value, context);
    case '$jsonSchema':
      return jsonSchemaNode(value, context);
    case '$alwaysTrue':
    case '$alwaysFalse':
      if (!compareIsOne(value)) throw new MongoError('FailedToParse', `${name} must be an integer value of 1`);
      return name === '$alwaysTrue' ? ALWAYS : NEVER;
    case '$where':
      throw bad('$where is not supported');
    case '$text':
      throw new MongoError('IndexNotFound', 'text index required for $text query');
    default:
      throw bad(
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function compareIsOne(value: Value): boolean {
  return compareValues(value, 1) === 0;
}

function parseList(name: string, value: Value, context: QueryContext, depth: number): QueryNode[] {
  if (!Array.isArray(value)) throw bad(`${name} argument must be an array`);
  if (value.length === 0) throw bad('$and/$or/$nor must be a nonempty array');
  return value.map((item) => {
    if (!isDoc(item)) throw bad('$or/$and/$nor entries need to be full objects');
    return parseFilter(item, context, depth + 1);
  });
}

function parseField(path: string, value: Value, context: QueryContext, depth: number): QueryNode {
  if (value instanceof BSONRegExp) return regexNode(context, path, value);
  if (isDoc(value) && isOperatorDoc(value)) return parseOperators(path, value, context, depth);
  return compareNode(context, path, 'eq', value);
}

/** `{ $gt: 1 }` is operators; so is any document whose first name has a dollar, unless it is a DBRef. */
function isOperatorDoc(value: Doc): boolean {
  const first = value.keys().next().value;
  return first?.startsWith('$') === true && !['$ref', '$id', '$db'].includes(first);
}

/** The operators of one field, joined by and. An empty path stands for the value itself (`$elemMatch`). */
function parseOperators(path: string, operators: Doc, context: QueryContext, depth: number): QueryNode {
  const siblings: Siblings = { operators, depth, parseFilter, parseOperators, isOperatorDoc };
  const nodes: QueryNode[] = [];
  for (const [name, value] of operators) {
    const parse = FIELD_OPERATORS.get(name);
    if (parse === undefined) throw bad(`unknown operator: ${name}`);
    const node = parse(context, path, value, siblings);
    if (node !== undefined) nodes.push(node);
  }
  return andNode(nodes);
}
