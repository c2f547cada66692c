import type { Records } from '../../src/app/records.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { untilSettled } from './settled.ts';
import { World } from './world.ts';

/** The whole bot over a platform that is a list in memory and can do all that any platform can. */
export async function openMemoryTalk(
  start: string,
  _people: readonly string[],
  fill: (records: Records) => Promise<void>,
) {
  const world = await World.open(start, fill);
  const said = new Map<string, string>();
  let count = 0;

  async function says(name: string, text: string, rest: { room?: string; replyTo?: string } = {}): Promise<string> {
    count += 1;
    const message = `web:${name}:m${count}`;
    said.set(message, text);
    await shown(world.person(name).says(text, { message, ...rest }));
    return message;
  }

  function edits(name: string, message: string, text: string): Promise<void> {
    said.set(message, text);
    return shown(world.person(name).edits(message, text));
  }

  /** Until all that is said because of it is on the list. */
  async function shown(said: Promise<Reply[]>): Promise<void> {
    await said;
    await untilSettled(world.records);
  }

  return {
    says,
    edits,
    /** A platform tells of it as of an edit, with the same words. */
    unfurls: (name: string, message: string) => edits(name, message, said.get(message) ?? ''),
    deletes: (name: string, message: string) => shown(world.person(name).deletes(message)),
    under: (name: string, message: string, text: string) => says(name, text, { replyTo: message }),
    group: {
      known: true,
      says: async (name: string, text: string): Promise<void> =>
        void (await says(name, `@跟进 ${text}`, { room: 'sales' })),
      shown: async () => inPlace(world.delivered().filter(({ to }) => to.room === 'sales' && to.onlyFor === undefined)),
    },
    async presses(name: string, label: string): Promise<void> {
      const newest = world
        .shownTo(name)
        .findLast(({ message }) => message.buttons?.some((button) => button.label === label));
      await shown(world.person(name).presses(newest, label));
    },
    /** Nothing ends in memory: the time passes alone. */
    restarts: async (minutes: number): Promise<void> => world.clock.pass(minutes * 60_000),
    until: async (at: string): Promise<void> => void (await world.until(at)),
    /** In the direct talk, before and after they became one of the team. */
    async shownTo(name: string): Promise<string[]> {
      const joined = await world.records.stores.people.byIdentity('web', name);
      const names = [name, ...(joined === null ? [] : [joined._id])];
      const rooms = names.map(directRoom);
      return inPlace(world.delivered().filter(({ to }) => rooms.includes(to.room) || names.includes(to.onlyFor ?? '')));
    },
    kept: world.kept.bind(world),
    close: () => world.close(),
  };
}

/** What a reader sees who is shown corrections in the place of what they correct. */
function inPlace(replies: readonly Reply[]): string[] {
  const lines: { id: string; text: string }[] = [];
  for (const { id, replaces, message } of replies) {
    const earlier = lines.find((line) => line.id === replaces);
    if (earlier === undefined) lines.push({ id, text: message.text });
    else Object.assign(earlier, { id, text: message.text });
  }
  return lines.map(({ text }) => text);
}
