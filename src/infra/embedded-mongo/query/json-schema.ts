import { MongoError } from '../mongo-error.ts';
import { isDoc, type Maybe, type Value } from '../values/value.ts';
import type { QueryContext } from './context.ts';
import { JSON_SCHEMA_KEYWORDS } from './json-schema-keywords.ts';
import type { QueryNode } from './node.ts';

type SchemaTest = (value: Maybe) => boolean;

/** `{ $jsonSchema: … }`: draft 4 as MongoDB knows it, with `bsonType` beside `type`. */
export function jsonSchemaNode(schema: Value, context: QueryContext): QueryNode {
  const test = compileSchema(schema);
  context.reads.addAll();
  return { kind: 'other', operator: '$jsonSchema', test: (doc) => test(doc) };
}

/** A schema is the conjunction of its keywords; a keyword says nothing about values of other types than its own. */
function compileSchema(schema: Value): SchemaTest {
  if (!isDoc(schema)) throw new MongoError('TypeMismatch', '$jsonSchema must be an object');
  const tests: SchemaTest[] = [];
  for (const [name, operand] of schema) {
    const keyword = JSON_SCHEMA_KEYWORDS.get(name);
    if (keyword === undefined) throw new MongoError('FailedToParse', `Unknown $jsonSchema keyword: ${name}`);
    const test = keyword({ operand, schema, name, compile: compileSchema });
    if (test !== undefined) tests.push(test);
  }
  return (value) => tests.every((test) => test(value));
}
