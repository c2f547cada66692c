import { createLedger } from '../../ledger/create-ledger.ts';
import { MemoryStore } from '../../ledger/testing/memory-store.ts';
import type { Speaker } from '../capability.ts';
import type { IncomingEvent, Reply } from '../chat-adapter.ts';
import { conversationKind, questionKind } from '../conversation.ts';
import { createDispatch } from '../dispatch.ts';
import type { InboxRow } from '../inbox-row.ts';
import { noJoining } from './no-joining.ts';
import { createToyCapability, noteKind, type ToyViewer, toyReader } from './toy-capability.ts';

export const people: Record<string, Speaker> = {
  lin: { id: 'lin', name: 'Lin', locale: 'en', zone: 'Asia/Shanghai' },
  wei: { id: 'wei', name: '魏', locale: 'zh', zone: 'Asia/Shanghai' },
};

/** Dispatch over a real ledger in memory, spoken to event by event; nothing queues and nothing is delivered. */
export function createToyTalk(faults?: { failures: number }) {
  const store = new MemoryStore();
  const clock = { at: new Date('2026-11-23T02:00:00Z'), now: () => clock.at };
  const ledger = createLedger({ store, kinds: [conversationKind, questionKind, noteKind], clock, markDelayMs: 0 });
  const earlier = new Map<string, string>();
  const dispatch = createDispatch<ToyViewer>({
    ledger,
    capabilities: [createToyCapability(faults)],
    reader: toyReader,
    resolvePerson: async (_, user) => people[user] ?? null,
    viewerFor: async (speaker, room) => ({ person: speaker.id, room }),
    guide: async () => ({ id: 'ada', name: 'Ada', locale: 'en', zone: 'UTC', adapter: 'web' }),
    allowPush: async (_draft, _person, at) => ({ notBefore: at, recheck: { check: 'none', facts: {} } }),
    strangers: { cardAhead: async () => null },
    houseLocale: () => 'en',
    joining: noJoining,
    who: async () => null,
    earlierText: async ({ event }) => ('message' in event ? (earlier.get(event.message) ?? null) : null),
    clock,
  });
  let count = 0;

  type Told = IncomingEvent extends infer E
    ? E extends IncomingEvent
      ? Omit<E, keyof Common> & Partial<Common>
      : never
    : never;
  type Common = Pick<IncomingEvent, 'key' | 'adapter' | 'room' | 'user' | 'sentAt'>;

  function rowOf(user: string, told: Told): InboxRow {
    const key = `e${++count}`;
    const event = { key, adapter: 'web', room: `direct:${user}`, user, sentAt: clock.at, ...told } as IncomingEvent;
    const conversation = `${event.adapter}/${event.room}/${user}`;
    return { _id: event.key, conversation, event, state: 'open', owner: 'me', attempts: 1, order: clock.at, n: count };
  }

  return {
    clock,
    ledger,
    store,
    dispatch,
    rowOf,
    handle: dispatch.handle,
    async does(user: string, told: Told): Promise<Reply[]> {
      return (await dispatch.handle(rowOf(user, told))).replies;
    },
    async says(user: string, text: string, more: { room?: string; message?: string; replyTo?: string } = {}) {
      const message = more.message ?? `web:${user}:m${++count}`;
      earlier.set(message, text);
      return this.does(user, { kind: 'message', text, ...more, message });
    },
    presses(user: string, replies: Reply[], label: string, room?: string) {
      const button = replies.flatMap((reply) => reply.message.buttons ?? []).find((one) => one.label === label);
      if (button === undefined) throw new Error(`no button ${label}`);
      return this.does(user, { kind: 'action', action: button.id, ...(room === undefined ? {} : { room }) });
    },
    notes: () => [...store.collection('notes').values()].map(({ text }) => text),
    sets: () => store.sets().length,
  };
}

export const texts = (replies: Reply[]): string[] => replies.map(({ message }) => message.text);
