import { MongoError } from './mongo-error.ts';
import { type Doc, Int32, isDoc, type Value } from './values/value.ts';

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

  /** Throws if the armed fail point names this command. */
  check(command: string): void {
    if (this.#left <= 0 || !this.#commands.has(command)) return;
    this.#left--;
    const code = numberOf(this.#data.get('errorCode'));
    if (code === undefined) return;
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
