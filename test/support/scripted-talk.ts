import type { IncomingEvent, Reply, Thing } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { recordLines } from './record-lines.ts';
import { fillTeam } from './sales-team.ts';
import { TALK_CUSTOMERS } from './talk-customers.ts';
import { World } from './world.ts';

/**
 * A talk as a page of dialogue: what people do and what the bot then says, and at its end what is on record. A line is
 *
 * - `lin: words` types; `lin@sales: words` in a group; `a ∥ b` sends both without waiting; `⏎` begins a new line;
 * - `lin^2: words` replies to the person's own second message, `lin^<: words` to the bot's last words to them;
 * - `lin~2: words` rewrites the person's second message, `lin×2` deletes it;
 * - `lin[撤销]` presses the newest button of that label; `lin+image 合同.jpg` sends a thing;
 * - `at 2026-11-23 16:00` lets time pass there (Shanghai);
 * - `< words [a][b]`: the bot's next message, its lines joined by ` / `, with its buttons where they are named;
 *   `<@sales words` in the group, `<zhang words` to somebody else, `<-` when it says nothing; `…` is any text;
 * - `= record` one of all the records that are new or changed when the talk is over; `=` alone: none.
 */
export interface ScriptedTalk {
  title: string;
  talk: string;
  settings?: Parameters<typeof fillTeam>[2];
}

const START = '2026-11-23T10:00:00+08:00';

/** Plays talks, each over a store of its own, Monday 2026-11-23 10:00 in Shanghai. */
export function playTalks(talks: readonly ScriptedTalk[]): void {
  test.each(talks)(
    '$title',
    async ({ talk, settings }) => {
      const world = await World.open(START, (records) => fillTeam(records, TALK_CUSTOMERS, settings));
      try {
        const before = await recordLines(world);
        const lines = talk.split('\n').map((line) => line.trim());
        const script = lines.filter((line) => line !== '');
        await new Stage(world).play(script.filter((line) => !line.startsWith('=')));
        const kept = script.filter((line) => line.startsWith('=')).map((line) => line.slice(1).trim());
        const now = await recordLines(world);
        expectAll(
          changed(before, now),
          kept.filter((line) => line !== ''),
        );
      } finally {
        await world.close();
      }
    },
    30_000,
  );
}

/** What is new or reads otherwise, and what has gone. */
function changed(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const fresh = [...now].filter(([id, line]) => before.get(id) !== line).map(([, line]) => line);
  return [...fresh, ...[...before].filter(([id]) => !now.has(id)).map(([, line]) => `gone ${line}`)];
}

class Stage {
  readonly #world: World;
  readonly #messages = new Map<string, string[]>();
  readonly #heard: Reply[] = [];
  #things = 0;

  constructor(world: World) {
    this.#world = world;
  }

  async play(lines: readonly string[]): Promise<void> {
    for (let at = 0; at < lines.length; ) {
      const act = lines[at] ?? '';
      const from = ++at;
      while (lines[at]?.startsWith('<')) at++;
      const replies = await this.#does(act);
      this.#heard.push(...replies);
      const expected = lines.slice(from, at);
      if (expected.length === 0) continue;
      const speaker = /^[a-z]+/.exec(act)?.[0] ?? '';
      expectAll(
        replies.map((reply) => shown(reply, speaker)),
        expected.filter((line) => line !== '<-'),
        act,
      );
    }
  }

  async #does(act: string): Promise<Reply[]> {
    const [, time] = /^at (.+)$/.exec(act) ?? [];
    if (time !== undefined) {
      const pushed = await this.#world.until(`${time.replace(' ', 'T')}:00+08:00`);
      return pushed.filter(({ id }) => !this.#heard.some((heard) => heard.id === id));
    }
    const parts = /^(\w+?)(?:@(\w+))?(?:([~^×+[])([^:\]]*))?(?:\]|:\s*(.*))?$/su.exec(act);
    if (parts === null) throw new Error(`no line of a talk: ${act}`);
    const [, person = '', room, sign, what = '', words = ''] = parts;
    const talker = this.#world.person(person);
    const own = this.#messages.get(person) ?? [];
    this.#messages.set(person, own);
    const named = () => own[Number(what) - 1] ?? '';
    if (sign === '[') return talker.presses(this.#newest(person, what), what);
    if (sign === '×') return talker.deletes(named());
    if (sign === '~') return talker.edits(named(), lineBreaks(words));
    if (sign === '+') return this.#sends(person, what);
    const replyTo = sign !== '^' ? undefined : what === '<' ? this.#lastTo(person) : named();
    return this.#says(person, words.split('∥'), room, replyTo, own);
  }

  async #says(person: string, burst: string[], room: string | undefined, replyTo: string | undefined, own: string[]) {
    const said = burst.map((words) => {
      const message = `web:${person}:m${own.length + 1}`;
      own.push(message);
      return this.#world.person(person).says(lineBreaks(words.trim()), {
        message,
        ...(room === undefined ? {} : { room }),
        ...(replyTo === undefined ? {} : { replyTo }),
      });
    });
    return (await Promise.all(said)).flat();
  }

  #sends(person: string, told: string): Promise<Reply[]> {
    const [what = '', name = ''] = told.split(' ');
    this.#things += 1;
    const event = { what: what as Thing['what'], name, blob: 'b1', message: `web:thing:${this.#things}` };
    return this.#world.accept(
      (key): IncomingEvent => ({
        ...event,
        key,
        kind: 'thing',
        adapter: 'web',
        room: directRoom(person),
        user: person,
        sentAt: this.#world.clock.now(),
      }),
    );
  }

  #newest(person: string, label: string): Reply | undefined {
    const to = (reply: Reply) => reply.to.onlyFor === person || reply.to.room === directRoom(person);
    return this.#heard.findLast((reply) => to(reply) && reply.message.buttons?.some((one) => one.label === label));
  }

  #lastTo(person: string): string {
    return this.#heard.findLast(({ to }) => to.room === directRoom(person))?.id ?? '';
  }
}

const lineBreaks = (words: string): string => words.replaceAll('⏎', '\n');

/** A reply as a line of a talk. */
function shown({ to, message }: Reply, speaker: string): string {
  const group = to.onlyFor === undefined && !to.room.startsWith('direct:');
  const person = to.onlyFor ?? to.room.replace('direct:', '');
  const where = group ? `@${to.room}` : person === speaker ? '' : person;
  const text = message.text.split('\n').join(' / ');
  const labels = (message.buttons ?? []).map(({ label }) => `[${label}]`).join('');
  return `<${where} ${text}${labels === '' ? '' : ` ${labels}`}`;
}

/** Every line is one of the expected ones, and each of these is there once. */
function expectAll(found: readonly string[], expected: readonly string[], after = ''): void {
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
  const literal = pattern.split('…').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  const buttons = pattern.startsWith('<') && !pattern.includes('[') ? String.raw`(?: (?:\[[^\]]*\])+)?` : '';
  return new RegExp(`^${literal.join('.*')}${buttons}$`, 'su').test(line);
}
