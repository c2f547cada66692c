import { MongoError } from '../mongo-error.ts';
import type { Stream, Work } from '../pause.ts';
import type { QueryOptions } from '../query/context.ts';
import { FieldReads } from '../query/reads.ts';
import type { Doc, Value } from '../values/value.ts';
import { createScope } from './expression.ts';
import type { Scope } from './scope.ts';

/** A collection as a stage names it; without `db` it is that of the pipeline's own database. */
export interface Namespace {
  readonly db?: string;
  readonly collection: string;
}

export type MergeAction =
  | 'replace'
  | 'keepExisting'
  | 'merge'
  | 'fail'
  | 'insert'
  | 'discard'
  | ((existing: Doc, fresh: Doc) => Doc);

export interface MergePlan {
  readonly into: Namespace;
  /** The fields that say whether two documents are the same one; a unique index must cover them (51183). */
  readonly on: readonly string[];
  readonly whenMatched: MergeAction;
  readonly whenNotMatched: MergeAction;
}

export interface FindOptions {
  /** What the filter's `$expr` may name; the pipeline's own when absent. */
  readonly variables?: ReadonlyMap<string, Value> | undefined;
  /** The top-level fields that will be read besides those of the filter; undefined: all. */
  readonly fields?: ReadonlySet<string> | undefined;
}

/** What a pipeline may ask of the server around it. */
export interface PipelineContext extends QueryOptions {
  /** The documents of another collection that match, by index where one serves; none when there is no collection. */
  readonly find?: (namespace: Namespace, filter: Doc, options?: FindOptions) => Stream<Doc>;
  /** `$out`: the collection's documents become these. */
  readonly replaceCollection?: (namespace: Namespace, docs: Stream<Doc>) => Work<void>;
  readonly merge?: (plan: MergePlan, docs: Stream<Doc>) => Work<void>;
  /** Called often in long work; true when a pause is due; throws when the command's time is over. */
  readonly tick?: () => boolean;
}

export interface Stage {
  run(input: Stream<Doc>): Stream<Doc>;
  /** The top-level fields that the stage reads; undefined: all. */
  readonly reads: ReadonlySet<string> | undefined;
  /** True when what it hands on holds only what it read, so that stages behind it need nothing more of the source. */
  readonly closes: boolean;
}

export interface StageContext extends PipelineContext {
  readonly tick: () => boolean;
  /** Compiles a pipeline within this one. */
  compile(stages: Value, place: string, overrides?: Partial<PipelineContext>): SubPipeline;
}

export interface SubPipeline {
  readonly stages: readonly Value[];
  readonly fields: ReadonlySet<string> | undefined;
  run(input: Stream<Doc>): Stream<Doc>;
}

export type StageFactory = (spec: Value, context: StageContext, name: string) => Stage;
export type StageTable = Readonly<Record<string, StageFactory>>;

/** A scope for a stage's expressions, and what they read. */
export function stageScope(context: QueryOptions): { readonly scope: Scope; readonly reads: FieldReads } {
  const reads = new FieldReads();
  return { scope: createScope({ collation: context.collation, variables: context.variables, reads }), reads };
}

export function failed(message: string): MongoError {
  return new MongoError('FailedToParse', message);
}
