import { MongoError } from './mongo-error.ts';
import { type Doc, Int32, isDoc, type Value } from './values/value.ts';

/** The fail point cuts the connection instead of answering. */
export class ConnectionLost extends Error {}

/** MongoDB's `failCommand` fail point: makes the next commands of given names fail as told. For tests only. */
export class FailPoint {
  #commands: ReadonlySet<string> = new Set();
  #left = 0;
  #data: Doc = new Map();

  configure(mode: Value | undefined, data: Doc): void {
    this.#left = timesOf(mode);
    this.#data = data;
    const names = data.get('failCommands');
    this.#commands = new Set(Array.isArray(names) ? names.map(String) : []);
  }

  /** Throws if the armed fail point names this command; returns the write concern error to add to its reply, if any. */
  check(command: string): Doc | undefined {
    if (this.#left <= 0 || !this.#commands.has(command)) return undefined;
    this.#left--;
    if (this.#data.get('closeConnection') === true) throw new ConnectionLost();
    const code = numberOf(this.#data.get('errorCode'));
    const concern = this.#data.get('writeConcernError');
    if (code === undefined) return isDoc(concern) ? concern : undefined;
    const labels = this.#data.get('errorLabels');
    throw new MongoError(
      code,
      `Failing command via 'failCommand' failpoint`,
      labels === undefined ? undefined : { errorLabels: labels },
    );
  }
}

function timesOf(mode: Value | undefined): number {
  if (mode === 'alwaysOn') return Number.POSITIVE_INFINITY;
  return isDoc(mode) ? (numberOf(mode.get('times')) ?? 0) : 0;
}

function numberOf(value: Value | undefined): number | undefined {
  if (value instanceof Int32) return value.value;
  return typeof value === 'number' || typeof value === 'bigint' ? Number(value) : undefined;
}
