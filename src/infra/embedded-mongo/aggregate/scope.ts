import { MongoError } from '../mongo-error.ts';
import type { FieldReads } from '../query/reads.ts';
import type { CompareStrings } from '../values/compare.ts';
import type { Doc, Maybe, Value } from '../values/value.ts';

/** A compiled aggregation expression; `undefined` is a missing value. */
export interface Expression {
  /** True when no document is read, so that one evaluation serves all. */
  readonly constant: boolean;
  evaluate(env: Env): Maybe;
}

/** What an expression sees while it is evaluated; one object per scope, entered again for every document. */
export interface Env {
  doc: Doc;
  root: Doc;
  readonly slots: Maybe[];
}

export interface ScopeOptions {
  readonly collation?: CompareStrings | undefined;
  /** Values of `let` and of the system variables (NOW), by name without dollars. */
  readonly variables?: ReadonlyMap<string, Value> | undefined;
  readonly reads: FieldReads;
}

/** The names that expressions may use: what the command gave, and what `$let`, `$map` … bind on the way down. */
export class Scope {
  readonly collation: CompareStrings | undefined;
  readonly reads: FieldReads;
  readonly variables: ReadonlyMap<string, Value>;
  private readonly bound: ReadonlyMap<string, number>;
  private readonly env: Env;
  private readonly compiler: (value: Value, scope: Scope) => Expression;

  constructor(
    options: ScopeOptions,
    compiler: (value: Value, scope: Scope) => Expression,
    bound: ReadonlyMap<string, number> = new Map(),
    env: Env = { doc: new Map(), root: new Map(), slots: [] },
  ) {
    this.collation = options.collation;
    this.reads = options.reads;
    this.variables = options.variables ?? new Map();
    this.compiler = compiler;
    this.bound = bound;
    this.env = env;
  }

  compile(value: Value): Expression {
    return this.compiler(value, this);
  }

  /** Makes a document the current one. */
  enter(doc: Doc, root: Doc = doc): Env {
    this.env.doc = doc;
    this.env.root = root;
    return this.env;
  }

  /** A scope in which `names` are bound too; the slots say where in the environment their values go. */
  bind(names: readonly string[]): { readonly scope: Scope; readonly slots: readonly number[] } {
    const bound = new Map(this.bound);
    const slots = names.map((name) => {
      checkVariableName(name);
      const slot = this.env.slots.push(undefined) - 1;
      bound.set(name, slot);
      return slot;
    });
    return { scope: new Scope(this, this.compiler, bound, this.env), slots };
  }

  slotOf(name: string): number | undefined {
    return this.bound.get(name);
  }
}

/** Names of one's own begin with a small letter or a character beyond ASCII; CURRENT alone may be bound anew. */
export function checkVariableName(name: string): void {
  if (name === '') throw new MongoError('FailedToParse', 'empty variable names are not allowed');
  if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(name)) {
    throw new MongoError(
      'FailedToParse',
      `'${name}' starts with or contains an invalid character for a user variable name`,
    );
  }
}
