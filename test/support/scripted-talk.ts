import type { IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { recordLines } from './record-lines.ts';
import { fillTeam } from './sales-team.ts';
import { untilSettled } from './settled.ts';
import { TALK_CUSTOMERS } from './talk-customers.ts';
import { type Act, changed, expectAll, type ScriptedTalk, START, type Step, stepsOf } from './talk-lines.ts';
import { World } from './world.ts';

/** Plays talks (`talk-lines.ts`) in memory, each over a store of its own: the bot says and keeps exactly what is written. */
export function playTalks(talks: readonly ScriptedTalk[]): void {
  test.each(talks)(
    '$title',
    async ({ talk, start = START, customers = TALK_CUSTOMERS, settings, fill }) => {
      const world = await World.open(start, async (records) => {
        await fillTeam(records, customers, settings);
        await fill?.(records);
      });
      try {
        const before = await recordLines(world);
        const stage = new Stage(world);
        for (const step of stepsOf(talk, '')) {
          await stage.play(step);
          if (step.kept !== null) expectAll(changed(before, await recordLines(world)), step.kept, step.text);
        }
      } finally {
        await world.close();
      }
    },
    30_000,
  );
}

class Stage {
  readonly #world: World;
  readonly #messages = new Map<string, string>();
  readonly #heard: Reply[] = [];
  #things = 0;
  /** So much was delivered when time last passed. */
  #pushed = 0;

  constructor(world: World) {
    this.#world = world;
  }

  async play({ act, text, heard }: Step): Promise<void> {
    const replies = await this.#does(act);
    this.#heard.push(...replies);
    if (heard.length === 0) return;
    const speaker = 'person' in act ? act.person : '';
    expectAll(
      replies.map((reply) => shown(reply, speaker)),
      heard.map((line) => line.text).filter((line) => line !== '<-'),
      text,
    );
  }

  async #does(act: Act): Promise<Reply[]> {
    if (act.kind === 'until') {
      await this.#world.until(act.at);
      await untilSettled(this.#world.records);
      const pushed = this.#world.delivered().slice(this.#pushed);
      this.#pushed += pushed.length;
      return pushed.filter(({ id }) => !this.#heard.some((heard) => heard.id === id));
    }
    if (act.kind === 'restarts' || act.kind === 'doctor') throw new Error(`${act.kind}: of a platform`);
    const { person } = act;
    const talker = this.#world.person(person);
    if (act.kind === 'presses') return talker.presses(this.#newest(person, act.label), act.label);
    if (act.kind === 'sends') return this.#sends(act);
    if (act.kind === 'says') return this.#says(act);
    const message = nameOf(person, act.message);
    if (act.kind === 'deletes') return talker.deletes(message);
    const words = act.kind === 'edits' ? act.words : (this.#messages.get(message) ?? '');
    this.#messages.set(message, words);
    return talker.edits(message, words);
  }

  async #says({ person, words, number, room, named, replyTo }: Act & { kind: 'says' }): Promise<Reply[]> {
    const original =
      replyTo === 'last' ? this.#lastTo(person, room) : replyTo === undefined ? undefined : nameOf(person, replyTo);
    const said = words.map((text, index) => {
      const message = nameOf(person, number + index);
      this.#messages.set(message, text);
      return this.#world.person(person).says(named ? `@跟进 ${text}` : text, {
        message,
        ...(room === undefined ? {} : { room }),
        ...(original === undefined ? {} : { replyTo: original }),
      });
    });
    return (await Promise.all(said)).flat();
  }

  #sends({ person, what, name }: Act & { kind: 'sends' }): Promise<Reply[]> {
    this.#things += 1;
    const event = { what, name, blob: 'b1', message: `web:thing:${this.#things}` };
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

  #lastTo(person: string, room = directRoom(person)): string {
    return this.#heard.findLast(({ to }) => to.room === room && (to.onlyFor ?? person) === person)?.id ?? '';
  }
}

const nameOf = (person: string, message: number): string => `web:${person}:m${message}`;

/** A reply as a line of a talk. */
function shown({ to, message }: Reply, speaker: string): string {
  const group = to.onlyFor === undefined && !to.room.startsWith('direct:');
  const person = to.onlyFor ?? to.room.replace('direct:', '');
  const where = group ? `@${to.room}` : person === speaker ? '' : person;
  const text = message.text.split('\n').join(' / ');
  const labels = (message.buttons ?? []).map(({ label }) => `[${label}]`).join('');
  return `<${where} ${text}${labels === '' ? '' : ` ${labels}`}`;
}
