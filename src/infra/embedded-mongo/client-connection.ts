import type { Doc } from './values/value.ts';

/** What commands may know of the connection they came by. */
export interface Connection {
  readonly id: number;
  open: boolean;
  /** What the client said of itself in its first hello. */
  client: Doc | undefined;
}
