import { setTimeout as sleep } from 'node:timers/promises';
import type { ChatHost } from '../../src/chat/chat-adapter.ts';
import { createInOrder } from '../../src/chat/in-order.ts';
import type { Locale } from '../../src/chat/texts.ts';
import type { BlobStore } from '../../src/ports/blob-store.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { WecomClient } from './wecom-app-client.ts';
import type { ContactChange } from './wecom-app-contacts.ts';
import { decode, type WecomSelf } from './wecom-app-decode.ts';
import type { Heard } from './wecom-app-heard.ts';
import type { Taken } from './wecom-app-http.ts';
import { userOfIdentity } from './wecom-app-ids.ts';
import type { WecomSent } from './wecom-app-sent.ts';
import { wecomAppTexts } from './wecom-app-texts.ts';
import { createThings } from './wecom-app-things.ts';
import type { Fields } from './wecom-app-xml.ts';

/** Before the store is tried again, while WeCom still waits. */
const AGAIN_MS = 500;
/** Longer than this nobody waits to know the team's language. */
const LOCALE_MS = 200;
/** WeCom sends a message three times at most. */
const TRIES = 3;

export interface TakeParts {
  self: WecomSelf;
  sent: WecomSent;
  client: Pick<WecomClient, 'download'>;
  blobs: BlobStore;
  host(): ChatHost;
  /** Who a contact outside the company is; null where nobody says. */
  outsider(contact: string): Promise<ContactChange['outsider']>;
  /** A member's contact outside the company has changed. */
  contactChanged(change: ContactChange): Promise<void>;
  locale(): Promise<Locale>;
  clock: Clock;
  heard(): void;
  /** A member has written or pressed. */
  wrote(user: string): Promise<void>;
  /** `code`: our own word for what went wrong. */
  failed(code: string): void;
  stopping: AbortSignal;
  againMs?: number;
}

/** Takes what WeCom brings to where it belongs: stored first, acknowledged then. */
export function createTake(parts: TakeParts): (fields: Fields, withinMs: number) => Promise<Taken> {
  const { self, sent, clock, stopping, againMs = AGAIN_MS } = parts;
  const inOrder = createInOrder();
  const tries = new Map<string, number>();
  const fetched = createThings(parts.client, parts.failed);
  let known: Locale = 'zh';
  /** The store may be away or hang, and the words are to be said all the same. */
  const locale = (): Promise<Locale> => {
    const asked = parts.locale().then((told) => {
      known = told;
      return told;
    });
    return Promise.race([asked, sleep(LOCALE_MS, known, { ref: false })]).catch(() => known);
  };
  const texts = async () => wecomAppTexts(await locale());

  return async function take(fields, withinMs) {
    const until = performance.now() + withinMs;
    const heard = decode(fields, self);
    switch (heard.kind) {
      case 'event':
        return inOrder(heard.event.user, () => store(heard, until));
      case 'unread':
        parts.heard();
        return { taken: true, reply: { user: heard.user, text: (await texts())[heard.what] } };
      case 'contact':
        return { taken: await takeContact(heard.change, until) };
      case 'elsewhere':
        parts.failed('other_app');
        return { taken: true };
      case 'ignored':
        return { taken: true };
    }
  };

  /** Half of the time is for their name. */
  async function takeContact(change: ContactChange, until: number): Promise<boolean> {
    const late = sleep(Math.max((until - performance.now()) / 2, 1), null, { ref: false });
    const outsider = change.change === 'changed' ? null : await Promise.race([parts.outsider(change.contact), late]);
    return inTime(() => parts.contactChanged({ ...change, outsider }), until);
  }

  async function store(heard: Heard & { kind: 'event' }, until: number): Promise<Taken> {
    const { press } = heard;
    const { event, blob } = await withBytes(heard, until);
    const stored = await inTime(async () => {
      if (press !== undefined) await sent.keepCode(press.task, press.code, clock.now());
      const kept = blob === null ? {} : { blob: await parts.blobs.put(blob) };
      const { handled } = await parts.host().accept({ ...event, ...kept });
      handled.catch(() => {});
    }, until);
    if (stored) {
      tries.delete(event.key);
      parts.heard();
      parts.wrote(event.user).catch(() => parts.failed('store'));
      return { taken: true };
    }
    parts.failed('store');
    const count = (tries.get(event.key) ?? 0) + 1;
    if (tries.size > 1_000) tries.clear();
    tries.set(event.key, count);
    // It does not come a fourth time: the sender learns of it.
    if (count < TRIES || stopping.aborted) return { taken: false };
    tries.delete(event.key);
    return { taken: true, reply: { user: userOfIdentity(event.user), text: (await texts()).notStored } };
  }

  /** Half of the time is for its bytes, half for the store. */
  async function withBytes({ event, media }: Heard & { kind: 'event' }, until: number) {
    if (event.kind !== 'thing' || media === undefined) return { event, blob: null };
    return fetched(event, media, Math.max((until - performance.now()) / 2, 1), await locale());
  }

  /** Tries until it works; false when it did not in time. */
  async function inTime(work: () => Promise<void>, until: number): Promise<boolean> {
    for (;;) {
      const left = until - performance.now();
      if (left <= 0 || stopping.aborted) return false;
      const late = sleep(left, false, { ref: false });
      const done = work().then(
        () => true,
        () => null,
      );
      const outcome = await Promise.race([done, late]);
      if (outcome !== null) return outcome;
      await sleep(againMs, undefined, { ref: false });
    }
  }
}
