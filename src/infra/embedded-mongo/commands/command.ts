import type { Call, Reply } from '../call.ts';

/** One command of the server. */
export interface Command {
  readonly names: readonly string[];
  /** The fields it understands besides its name and those that every command has; others are refused. */
  readonly fields: readonly string[];
  /** Takes any field, because it is refused anyway. */
  readonly anyField?: boolean;
  readonly adminOnly?: boolean;
  readonly run: (call: Call) => Reply | Promise<Reply>;
}
