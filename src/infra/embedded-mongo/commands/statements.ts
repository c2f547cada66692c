import type { Call } from '../call.ts';
import { writeError } from '../error-reply.ts';
import { MongoError } from '../mongo-error.ts';
import { Finished, PAUSE, type Work } from '../pause.ts';
import type { Transaction } from '../storage/documents.ts';
import type { Doc, Value } from '../values/value.ts';
import { flag, requiredDocs } from './arguments.ts';

const MAX_STATEMENTS = 100_000;

export function checkBatch(size: number): void {
  if (size < 1 || size > MAX_STATEMENTS)
    throw new MongoError(
      'InvalidLength',
      `Write batch sizes must be between 1 and ${MAX_STATEMENTS}. Got ${size} operations.`,
    );
}

/** The statements of an update or delete command, their field names checked. */
export function readStatements(call: Call, field: string, known: ReadonlySet<string>): readonly Doc[] {
  const statements = requiredDocs(call.command, call.name, field);
  checkBatch(statements.length);
  for (const statement of statements)
    for (const name of statement.keys())
      if (!known.has(name))
        throw new MongoError('UnknownField', `BSON field '${call.name}.${field}.${name}' is an unknown field.`);
  return statements;
}

export interface Outcomes<T> {
  readonly done: readonly { readonly index: number; readonly outcome: T }[];
  /** Entries of `writeErrors`. */
  readonly errors: readonly Value[];
}

/** Runs statements one after the other in the next commit; with `ordered` the first that fails is the last. */
export function runStatements<S, T>(
  call: Call,
  statements: readonly S[],
  run: (transaction: Transaction, statement: S) => Work<T>,
): Promise<Outcomes<T>> {
  const ordered = flag(call.command, 'ordered', true);
  const { catalog, commits } = call.engine;
  return commits.submit(function* (writer): Work<Outcomes<T>> {
    const done: { index: number; outcome: T }[] = [];
    const errors: Value[] = [];
    const transaction = { writer, catalog };
    for (let index = 0; index < statements.length; index += 1) {
      try {
        const work = run(transaction, statements[index] as S);
        // To delegate to what is done already costs more than a short document's entries.
        done.push({ index, outcome: work instanceof Finished ? work.value : yield* work });
      } catch (error) {
        if (!(error instanceof MongoError)) throw error;
        errors.push(writeError(index, error));
        if (ordered) break;
      }
      if (call.pauseDue()) yield PAUSE;
    }
    return { done, errors };
  });
}

export function writeReply(counts: readonly (readonly [string, Value])[], errors: readonly Value[]): Doc {
  return new Map<string, Value>([
    ...counts,
    ...(errors.length > 0 ? [['writeErrors', [...errors]] as [string, Value]] : []),
  ]);
}
