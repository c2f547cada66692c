import { MongoError } from '../../mongo-error.ts';
import { PAUSE } from '../../pause.ts';
import { type Doc, isDoc, type Value } from '../../values/value.ts';
import { failed, type StageFactory } from '../stage.ts';
import { withPath } from '../with-path.ts';

const UNWIND_OPTIONS = new Set(['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays']);

/** `$unwind`: a document for each element of an array. */
export const unwind: StageFactory = (spec) => {
  const options: Doc = isDoc(spec) ? spec : new Map([['path', spec]]);
  for (const name of options.keys()) {
    if (!UNWIND_OPTIONS.has(name)) throw new MongoError(28811, `unrecognized option to $unwind stage: ${name}`);
  }
  const path = options.get('path');
  if (typeof path !== 'string') throw new MongoError(28808, 'expected a string as the path for $unwind stage');
  if (!/^\$[^$]/.test(path))
    throw new MongoError(28818, `path option to $unwind stage should be prefixed with a '$': ${path}`);
  const index = options.get('includeArrayIndex');
  if (index !== undefined && (typeof index !== 'string' || index === '' || index.startsWith('$'))) {
    throw new MongoError(28822, 'includeArrayIndex option to $unwind stage should be a field name without $');
  }
  const preserve = options.get('preserveNullAndEmptyArrays') ?? false;
  if (typeof preserve !== 'boolean')
    throw failed('expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage');
  const parts = path.slice(1).split('.');
  const plan: Unwind = { parts, indexParts: typeof index === 'string' ? index.split('.') : undefined, preserve };
  return {
    *run(input) {
      for (const doc of input) {
        if (doc === PAUSE) yield PAUSE;
        else yield* unwound(doc, plan);
      }
    },
    reads: new Set([parts[0] as string]),
    closes: false,
  };
};

interface Unwind {
  readonly parts: readonly string[];
  readonly indexParts: readonly string[] | undefined;
  readonly preserve: boolean;
}

function* unwound(doc: Doc, { parts, indexParts, preserve }: Unwind): Generator<Doc> {
  const value = parts.reduce<Value | undefined>(
    (current, part) => (isDoc(current) ? current.get(part) : undefined),
    doc,
  );
  const at = (result: Doc, index: Value) => (indexParts ? withPath(result, indexParts, index) : result);
  if (Array.isArray(value) && value.length > 0) {
    let index = 0;
    for (const item of value) {
      yield at(withPath(doc, parts, item), BigInt(index));
      index += 1;
    }
  } else if (Array.isArray(value) ? preserve : value === null || value === undefined) {
    if (preserve) yield at(Array.isArray(value) ? withPath(doc, parts, undefined) : doc, null);
  } else if (value !== undefined && !Array.isArray(value)) {
    yield at(doc, null);
  }
}
