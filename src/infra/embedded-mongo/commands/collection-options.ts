import { MongoError } from '../mongo-error.ts';
import { compileQuery } from '../query/compile-query.ts';
import type { Collection } from '../storage/collection.ts';
import { type Doc, isDoc, type Value } from '../values/value.ts';
import { optionalDoc } from './arguments.ts';

/** Kinds of collections that are not kept here; each changes what a collection means, so none is ignored. */
const REFUSED = [
  'capped',
  'timeseries',
  'viewOn',
  'pipeline',
  'clusteredIndex',
  'changeStreamPreAndPostImages',
  'encryptedFields',
  'storageEngine',
  'indexOptionDefaults',
  'expireAfterSeconds',
];
const KEPT = ['validator', 'validationLevel', 'validationAction'];

/** The options of a `create` command, checked. */
export function collectionOptions(command: Doc): Doc {
  for (const option of REFUSED) {
    const value = command.get(option);
    if (value !== undefined && value !== false)
      throw new MongoError('CommandNotSupported', `create: '${option}' is not supported`);
  }
  const collation = command.get('collation');
  if (isDoc(collation) && collation.get('locale') !== 'simple')
    throw new MongoError('CommandNotSupported', 'create: a default collation is not supported');
  checkValidation(command);
  return new Map(
    KEPT.flatMap((field): [string, Value][] => (command.has(field) ? [[field, command.get(field) as Value]] : [])),
  );
}

export function checkValidation(command: Doc): void {
  const validator = optionalDoc(command, 'validator');
  if (validator) compileQuery(validator);
  oneOf(command, 'validationLevel', ['off', 'strict', 'moderate']);
  oneOf(command, 'validationAction', ['error', 'warn']);
}

function oneOf(command: Doc, field: string, allowed: readonly string[]): void {
  const value = command.get(field);
  if (value !== undefined && (typeof value !== 'string' || !allowed.includes(value)))
    throw new MongoError('BadValue', `Enumeration value '${String(value)}' for field '${field}' is not a valid value.`);
}

type Validate = (doc: Doc, before: Doc | undefined) => void;

const compiled = new WeakMap<Doc, Validate>();
const pass: Validate = () => undefined;

/** The check that a collection's validator puts on every written document; it throws DocumentValidationFailure. */
export function validatorOf(collection: Collection, bypass: boolean): Validate {
  const { options } = collection;
  if (bypass || options.size === 0) return pass;
  let validate = compiled.get(options);
  if (!validate) {
    validate = compileValidator(options);
    compiled.set(options, validate);
  }
  return validate;
}

function compileValidator(options: Doc): Validate {
  const validator = options.get('validator');
  const level = options.get('validationLevel') ?? 'strict';
  if (!isDoc(validator) || level === 'off' || options.get('validationAction') === 'warn') return pass;
  const query = compileQuery(validator);
  return (doc, before) => {
    if (query.matches(doc)) return;
    // "moderate" lets documents be changed that were not valid before.
    if (level === 'moderate' && before && !query.matches(before)) return;
    const errInfo: Doc = new Map<string, Value>([
      ['failingDocumentId', doc.get('_id') ?? null],
      ['details', new Map<string, Value>([['operatorName', [...validator.keys()][0] ?? '']])],
    ]);
    throw new MongoError('DocumentValidationFailure', 'Document failed validation', { errInfo });
  };
}
