import { type Context, createContext, Script } from 'node:vm';
import { MongoError } from '../mongo-error.ts';

/** Steps of backtracking that take about a hundredth of a second; more are made under a watch. */
const CHEAP_STEPS = 2_000_000;
const WATCH_MS = 100;

/** A regular expression of which every run ends in time; one that backtracks beyond its time throws 51156, as MongoDB's. */
export class GuardedRegex {
  readonly #regex: RegExp;
  readonly #global: RegExp;
  readonly #choices: Choices;

  constructor(regex: RegExp) {
    this.#regex = regex;
    this.#global = new RegExp(regex.source, `${regex.flags}g`);
    this.#choices = choicesOf(regex.source);
  }

  test(text: string): boolean {
    if (this.#isCheap(text)) return this.#regex.test(text);
    return watched(this.#regex, text, TEST) === true;
  }

  exec(text: string): RegExpExecArray | null {
    if (this.#isCheap(text)) return this.#regex.exec(text);
    return watched(this.#regex, text, EXEC) as RegExpExecArray | null;
  }

  /** All matches, one behind the other. */
  all(text: string): readonly RegExpExecArray[] {
    if (this.#isCheap(text)) return [...text.matchAll(this.#global)];
    return watched(this.#global, text, ALL) as RegExpExecArray[];
  }

  /** Each repetition may end anywhere in the text, and a match may begin anywhere. */
  #isCheap({ length }: string): boolean {
    const { endless, optional, nested } = this.#choices;
    const steps = nested ? 2 ** length : (length + 1) ** (endless + 1) * 2 ** optional;
    return steps < CHEAP_STEPS;
  }
}

const TEST = new Script('regex.test(text)');
const EXEC = new Script('regex.exec(text)');
const ALL = new Script('[...text.matchAll(regex)]');

let context: Context | undefined;

function watched(regex: RegExp, text: string, script: Script): unknown {
  context ??= createContext({});
  try {
    return script.runInContext(Object.assign(context, { regex, text }), { timeout: WATCH_MS });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new MongoError(51156, 'Error occurred while executing the regular expression: match limit exceeded');
  } finally {
    Object.assign(context, { regex: undefined, text: '' });
  }
}

/** Where a matcher that backtracks has a choice. */
interface Choices {
  /** Repetitions of any number of times. */
  endless: number;
  /** Parts that may be left out. */
  optional: number;
  /** A choice inside a repetition, or a reference back: more ways than any power of the length. */
  nested: boolean;
}

const TOKENS =
  /\\k<|\\[1-9]|\\u\{[^}]*\}|\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<\w+>))?|\)|[*+?]\??|\{\d+(?:,\d*)?\}\??|\|/gsu;

function choicesOf(source: string): Choices {
  const choices: Choices = { endless: 0, optional: 0, nested: false };
  /** For each open group whether there is a choice in it. */
  const groups = [false];
  let closed = false;
  for (const [token] of source.matchAll(TOKENS)) {
    const repeats = /^[*+{]/.test(token);
    if (token.startsWith('(')) groups.push(false);
    else if (/^\\(k|[1-9])/.test(token)) choices.nested = true;
    else if (repeats || token.startsWith('?')) {
      if (closed && repeats) choices.nested = true;
      else if (token.startsWith('?')) choices.optional++;
      else if (!/^\{\d+\}/.test(token)) choices.endless++;
      groups[groups.length - 1] = true;
    } else if (token === '|') groups[groups.length - 1] = true;
    closed = false;
    if (token !== ')') continue;
    closed = groups.pop() ?? false;
    if (closed) groups[groups.length - 1] = true;
  }
  return choices;
}
