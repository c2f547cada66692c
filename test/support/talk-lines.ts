import type { Records } from '../../src/app/records.ts';
import type { Thing } from '../../src/chat/chat-adapter.ts';
import type { Customer, fillTeam } from './sales-team.ts';

/**
 * A talk as a page of dialogue: what people do and what the bot then says, and what is then on record. A line is
 *
 * - `lin: words` types; `lin@sales: words` in a group, to the bot by its name; `lin%sales: words` there to nobody by
 *   name; `a ∥ b` sends both without waiting; `⏎` begins a new line;
 * - `lin^2: words` replies to the person's own second message, `lin^<: words` to the bot's last words to them;
 * - `lin~2: words` rewrites the person's second message, `lin×2` deletes it, `lin*2`: the platform adds to it what it
 *   knows of a link;
 * - `lin[撤销]` presses the newest button of that label; `lin+image 合同.jpg` sends a thing;
 * - `at 2026-11-23 16:00` lets time pass there (Shanghai); `restart 39`: the process ends, and another one begins 39
 *   minutes later; `doctor` asks how the platform is;
 * - `< words [a][b]`: the bot's next message, its lines joined by ` / `, with its buttons where they are named;
 *   `<@sales words` in the group, `<zhang words` to somebody else, `<-` when it says nothing; `…` is any text;
 * - `= record` one of all the records that are new or changed since the talk began, where it stands; `=` alone: none. At
 *   the end of a talk the last ones still hold, none where there are none;
 * - `(need) line`: only where the platform has that.
 */
export interface ScriptedTalk {
  title: string;
  /** Monday 2026-11-23 10:00 in Shanghai where it is left out. */
  start?: string;
  customers?: readonly Customer[];
  settings?: Parameters<typeof fillTeam>[2];
  /** What else there is before anybody speaks. */
  fill?(records: Records): Promise<void>;
  talk: string;
}

export const START = '2026-11-23T10:00:00+08:00';

/** What not every platform has. Most lines tell by their signs what they need. */
export type Need =
  | 'colleagues'
  | 'strangers'
  | 'group'
  | 'known group'
  | 'threads'
  | 'edits'
  | 'deletes'
  | 'unfurls'
  | 'older buttons'
  | 'missed messages'
  | 'doctor';

export type Act =
  | {
      kind: 'says';
      person: string;
      words: string[];
      number: number;
      room?: string;
      named: boolean;
      replyTo?: number | 'last';
    }
  | { kind: 'edits'; person: string; message: number; words: string }
  | { kind: 'deletes' | 'unfurls'; person: string; message: number }
  | { kind: 'presses'; person: string; label: string }
  | { kind: 'sends'; person: string; what: Thing['what']; name: string }
  | { kind: 'until'; at: string }
  | { kind: 'restarts'; minutes: number }
  | { kind: 'doctor' };

/** A line, by what it needs and its words. */
export interface TalkLine {
  text: string;
  needs: Need[];
}

/** One thing that is done, what the bot then says, and what is then on record; null: not asked. */
export interface Step extends TalkLine {
  act: Act;
  heard: TalkLine[];
  kept: string[] | null;
}

/**
 * The steps of a talk where there is what they need, everywhere where `has` is left out; `first` is the one of its people
 * who is on every platform.
 */
export function stepsOf(talk: string, first: string, has?: readonly Need[]): Step[] {
  const isThere = ({ needs }: TalkLine) => has === undefined || needs.every((need) => has.includes(need));
  const steps = allSteps(talk, first).filter(isThere);
  const asked = steps.findLast(({ kept }) => kept !== null)?.kept ?? [];
  const last = steps.at(-1);
  return steps.map((step) => ({
    ...step,
    heard: step.heard.filter(isThere),
    kept: step === last ? (step.kept ?? asked) : step.kept,
  }));
}

/** What a talk speaks of. */
export const needsOf = (talk: string, first: string): Need[] => [
  ...new Set(allSteps(talk, first).flatMap((step) => [step, ...step.heard].flatMap(({ needs }) => needs))),
];

function allSteps(talk: string, first: string): Step[] {
  const steps: Step[] = [];
  const said = new Map<string, number>();
  for (const line of talk.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    const [, need, text = ''] = /^(?:\(([a-z ]+)\) )?(.*)$/su.exec(line) ?? [];
    const needs = need === undefined ? [] : [need as Need];
    const step = steps.at(-1);
    if (step !== undefined && text.startsWith('<'))
      step.heard.push({ text, needs: [...needs, ...heardNeeds(text, first)] });
    else if (step !== undefined && text.startsWith('='))
      step.kept = [...(step.kept ?? []), text.slice(1).trim()].filter((one) => one !== '');
    else {
      const act = actOf(text, said);
      steps.push({ text, act, needs: [...needs, ...actNeeds(act, first)], heard: [], kept: null });
    }
  }
  return steps;
}

function actOf(line: string, said: Map<string, number>): Act {
  const [, at] = /^at (.+)$/.exec(line) ?? [];
  if (at !== undefined) return { kind: 'until', at: `${at.replace(' ', 'T')}${at.length > 16 ? '' : ':00'}+08:00` };
  const [, minutes] = /^restart (\d+)$/.exec(line) ?? [];
  if (minutes !== undefined) return { kind: 'restarts', minutes: Number(minutes) };
  if (line === 'doctor') return { kind: 'doctor' };
  const parts = /^(\w+?)(?:([@%])(\w+))?(?:([~^×*+[])([^:\]]*))?(?:\]|:\s*(.*))?$/su.exec(line);
  if (parts === null) throw new Error(`no line of a talk: ${line}`);
  const [, person = '', call, room, sign, what = '', rest = ''] = parts;
  const words = rest.replaceAll('⏎', '\n');
  const message = Number(what);
  if (sign === '[') return { kind: 'presses', person, label: what };
  if (sign === '×') return { kind: 'deletes', person, message };
  if (sign === '*') return { kind: 'unfurls', person, message };
  if (sign === '~') return { kind: 'edits', person, message, words };
  if (sign === '+') {
    const [kind = '', name = ''] = what.split(' ');
    return { kind: 'sends', person, what: kind as Thing['what'], name };
  }
  const burst = words.split('∥').map((one) => one.trim());
  const number = (said.get(person) ?? 0) + 1;
  said.set(person, number + burst.length - 1);
  return {
    kind: 'says',
    person,
    words: burst,
    number,
    named: call === '@',
    ...(room === undefined ? {} : { room }),
    ...(sign === undefined ? {} : { replyTo: what === '<' ? 'last' : message }),
  };
}

const personNeeds = (person: string, first: string): Need[] =>
  person === first ? [] : [person === 'stranger' ? 'strangers' : 'colleagues'];

function actNeeds(act: Act, first: string): Need[] {
  if (act.kind === 'doctor') return ['doctor'];
  if (act.kind === 'until' || act.kind === 'restarts') return [];
  const own = personNeeds(act.person, first);
  if (act.kind === 'edits' || act.kind === 'deletes' || act.kind === 'unfurls') return [...own, act.kind];
  if (act.kind !== 'says') return own;
  return [
    ...own,
    ...(act.room === undefined ? [] : (['group'] as const)),
    ...(act.replyTo === undefined ? [] : (['threads'] as const)),
  ];
}

function heardNeeds(line: string, first: string): Need[] {
  const { group, person } = addressee(line);
  return group ? ['group'] : person === '' ? [] : personNeeds(person, first);
}

/** Whom a line of the bot is for; a person of no name is whoever has just acted. */
export function addressee(line: string): { group: boolean; person: string; words: string } {
  const [, sign, person = '', words = ''] = /^<(@?)(\w*) ?(.*)$/su.exec(line) ?? [];
  return { group: sign === '@', person: sign === '@' ? '' : person, words };
}

/** Every line is one of the expected ones, and each of these is there once. */
export function expectAll(found: readonly string[], expected: readonly string[], after = ''): void {
  const left = [...found];
  const missing = expected.filter((pattern) => {
    const at = left.findIndex((line) => matches(line, pattern));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect({ after, missing, left, found: left.length + missing.length === 0 ? [] : found }).toEqual({
    after,
    missing: [],
    left: [],
    found: [],
  });
}

/** A pattern without buttons fits a message with any. */
function matches(line: string, pattern: string): boolean {
  const buttons = pattern.startsWith('<') && !pattern.includes('[') ? String.raw`(?: (?:\[[^\]]*\])+)?` : '';
  return new RegExp(`^${anyText(pattern)}${buttons}$`, 'su').test(line);
}

/** The pattern of a line as the source of an expression. */
export const anyText = (pattern: string): string =>
  pattern
    .split('…')
    .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('.*');

/** What is new or reads otherwise, and what has gone. */
export function changed(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const fresh = [...now].filter(([id, line]) => before.get(id) !== line).map(([, line]) => line);
  return [...fresh, ...[...before].filter(([id]) => !now.has(id)).map(([, line]) => `gone ${line}`)];
}
