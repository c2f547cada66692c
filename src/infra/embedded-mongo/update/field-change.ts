import type { QueryOptions } from '../query/context.ts';
import type { Maybe, Value } from '../values/value.ts';
import type { DocumentEditor } from './document-editor.ts';

/** What one operator does to one field, worked out once per update. */
export interface FieldChange {
  /**
   * The field's new value from its present one (undefined: missing), or undefined to leave it as it is.
   * `path` is only for messages.
   */
  readonly change?: (current: Maybe, path: string) => Maybe;
  /** For those that do not set one value: `$unset`, `$rename`. */
  readonly edit?: (editor: DocumentEditor, path: readonly string[]) => void;
  /** Whether a missing field is made; otherwise the operator leaves documents without it alone. */
  readonly creates: boolean;
  /** Only when the update inserts. */
  readonly onInsert?: boolean;
  /** A second path that is written, for the check of conflicts. */
  readonly target?: string;
}

export interface ChangeOptions extends QueryOptions {
  readonly now: Date;
}

export type UpdateOperator = (value: Value, path: string, options: ChangeOptions) => FieldChange;
