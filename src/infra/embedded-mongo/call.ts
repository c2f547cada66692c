import type { Connection } from './client-connection.ts';
import type { Engine } from './engine.ts';
import { MongoError } from './mongo-error.ts';
import type { Doc } from './values/value.ts';

/** What a command answers: fields that `ok: 1` is added to, or a finished reply. */
export type Reply = Doc | Buffer;

/** One command on its way: what was asked, by whom, and until when. */
export class Call {
  readonly engine: Engine;
  connection: Connection;
  readonly name: string;
  readonly database: string;
  readonly command: Doc;
  /** The documents of an insert as the client encoded them. */
  readonly documents: readonly Buffer[];
  /** In `performance.now()` milliseconds, from maxTimeMS. */
  deadline: number | undefined;
  #timeLeft: number | undefined;

  constructor(engine: Engine, connection: Connection, parts: CallParts) {
    this.engine = engine;
    this.connection = connection;
    this.name = parts.name;
    this.database = parts.database;
    this.command = parts.command;
    this.documents = parts.documents;
  }

  /** Asked at every document of a long walk; true means: yield PAUSE. Throws when time is up or nobody waits any more. */
  pauseDue(): boolean {
    if (!this.engine.slices.over()) return false;
    this.checkTime();
    return true;
  }

  /** A cursor goes to sleep until its next getMore: the time in between does not count. */
  suspend(): void {
    this.#timeLeft = this.deadline === undefined ? undefined : this.deadline - performance.now();
  }

  /** It wakes up for a getMore, maybe over another connection. */
  resume(connection: Connection): void {
    this.connection = connection;
    this.deadline = this.#timeLeft === undefined ? undefined : performance.now() + this.#timeLeft;
  }

  checkTime(): void {
    if (this.deadline !== undefined && performance.now() > this.deadline)
      throw new MongoError('MaxTimeMSExpired', 'operation exceeded time limit');
    if (!this.connection.open) throw new MongoError('Interrupted', 'operation was interrupted: the client has gone');
  }
}

export interface CallParts {
  readonly name: string;
  readonly database: string;
  readonly command: Doc;
  readonly documents: readonly Buffer[];
}
