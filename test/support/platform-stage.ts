import { setTimeout as sleep } from 'node:timers/promises';
import type { PlatformTalk } from './platform-talk.ts';
import { recordLines } from './record-lines.ts';
import { type Act, addressee, anyText, changed, expectAll, type Step } from './talk-lines.ts';

const WAIT_MS = 3_000;

/**
 * Plays steps of a talk over a platform. What the bot is to say stands in what is then newly shown there; what is kept is
 * exactly what is written.
 */
export async function playOver(talk: PlatformTalk, steps: readonly Step[]): Promise<void> {
  const readers = readersOf(steps);
  const before = await recordLines(talk);
  const messages = new Map<string, string>();
  let seen = await allShown(talk, readers);
  for (const { act, text: after, heard, kept } of steps) {
    const told = await does(talk, act, messages);
    const fresh = async () => (told === null ? newlyShown(seen, await allShown(talk, readers)) : { [SPEAKER]: told });
    for (const { text } of heard)
      if (text === '<-') expect({ after, shown: await fresh() }).toEqual({ after, shown: {} });
      else await shows(addressee(text).words, after, async () => (await fresh())[placeOf(text, act)] ?? '');
    // What nobody has asked about yet stays new.
    const now = await allShown(talk, readers);
    const looked = heard.map(({ text }) => placeOf(text, act));
    seen = { ...seen, ...Object.fromEntries(looked.map((place) => [place, now[place] ?? []])) };
    if (kept !== null) expectAll(changed(before, await recordLines(talk)), kept, after);
  }
}

/** Where things are shown: to a person, or to all in the group. */
const GROUP = '@';
const SPEAKER = '';

function placeOf(line: string, act: Act): string {
  const { group, person } = addressee(line);
  if (group) return GROUP;
  return person || ('person' in act ? act.person : SPEAKER);
}

/** Whoever acts or is told something. */
function readersOf(steps: readonly Step[]): string[] {
  const places = steps.flatMap(({ act, heard }) => [
    ...('person' in act ? [act.person] : []),
    ...heard.map(({ text }) => placeOf(text, act)),
  ]);
  return [...new Set(places)].filter((place) => place !== GROUP && place !== SPEAKER);
}

/** Does it; what it answers by itself, if anything. */
async function does(talk: PlatformTalk, act: Act, messages: Map<string, string>): Promise<string | null> {
  if (act.kind === 'until') await talk.until(act.at);
  else if (act.kind === 'restarts') await talk.restarts(act.minutes);
  else if (act.kind === 'doctor') return (await talk.doctor?.()) ?? '';
  else if (act.kind === 'presses') await talk.presses(act.person, act.label);
  else if (act.kind === 'says') await says(talk, act, messages);
  else if (act.kind === 'sends') throw new Error('a talk over every platform sends nothing but words');
  else {
    const message = messages.get(`${act.person} ${act.message}`) ?? '';
    if (act.kind === 'edits') await talk.edits?.(act.person, message, act.words);
    else await talk[act.kind]?.(act.person, message);
  }
  return null;
}

async function says(talk: PlatformTalk, act: Act & { kind: 'says' }, messages: Map<string, string>): Promise<void> {
  const { person, words, number, room, replyTo } = act;
  const text = words.join(' ');
  if (room !== undefined) return talk.group?.says(person, text);
  const original = messages.get(`${person} ${replyTo}`);
  const message = original === undefined ? await talk.says(person, text) : await talk.under?.(person, original, text);
  if (message !== undefined) messages.set(`${person} ${number}`, message);
}

type Shown = Record<string, readonly string[]>;

async function allShown(talk: PlatformTalk, readers: readonly string[]): Promise<Shown> {
  const shown: Shown = {};
  for (const reader of readers) shown[reader] = await talk.shownTo(reader);
  if (talk.group !== undefined) shown[GROUP] = await talk.group.shown();
  return shown;
}

/** What each reader sees that they did not see before, in one line. */
function newlyShown(before: Shown, now: Shown): Record<string, string> {
  const fresh = Object.entries(now).map(([reader, texts]) => {
    const old = [...(before[reader] ?? [])];
    const rest = texts.filter((text) => {
      const at = old.indexOf(text);
      if (at >= 0) old.splice(at, 1);
      return at < 0;
    });
    return [reader, flat(rest.join('\n'))] as const;
  });
  return Object.fromEntries(fresh.filter(([, text]) => text.trim() !== ''));
}

/** Something is handled a moment later: what was kept of a stranger, what is told of a time away. */
async function shows(words: string, after: string, shown: () => Promise<string>): Promise<void> {
  const wanted = containing(words);
  for (let waited = 0; waited < WAIT_MS && !wanted.asymmetricMatch(await shown()); waited += 20) await sleep(20);
  expect({ after, shown: await shown() }).toEqual({ after, shown: wanted });
}

/** Text in which these words stand, whatever the platform makes of lines and buttons. */
const containing = (words: string) =>
  expect.stringMatching(new RegExp(anyText(flat(words.replace(BUTTONS, ''))), 'su'));

const BUTTONS = / (?:\[[^\]]*\])+$/u;

/** Without what a platform does as it likes: where lines break, and what is drawn among the words. */
export const flat = (text: string): string => text.replace(/[▁-█]+|\s+(?:\/ )?/gu, '');
