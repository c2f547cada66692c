import { createDevice } from './device.js';
import { newId } from './new-id.js';
import { createOutbox } from './outbox.js';
import { saveFile } from './save-file.js';
import { followStream } from './stream.js';
import { createTimeline } from './timeline.js';

const OLDER_PAUSE_MS = 3_000;

/**
 * One signed-in person's chat: the timeline kept up to date, and everything that one can do. `listen(listener)` is told
 * `'connection' | 'conversations' | 'busy' | 'clock'`; changes of messages come from `timeline.listen`.
 */
export function createChat({ api, me, times, onSignedOut }) {
  const timeline = createTimeline(me.id);
  const listeners = new Set();
  const tell = (kind) => {
    for (const listener of listeners) listener(kind);
  };
  const device = createDevice(me.id);
  const seen = device.read('seen') ?? {};
  const busy = new Map();
  const ended = new AbortController();
  let stream = null;
  let oldest = null;
  let more = false;
  let loading = null;
  let connection = 'live';
  let rooms = me.rooms;

  const outbox = createOutbox({
    device,
    send: ({ id, conversation, text, replyTo }) =>
      withBusy(conversation, async () => {
        const { replies } = await api.say({ id, text, conversation, ...(replyTo ? { replyTo } : {}) });
        timeline.ownState(id, 'sent');
        timeline.answered(replies, times.now().toISOString());
      }),
    onState(message, state, error) {
      if (error?.status === 401) onSignedOut();
      if (state === 'sending') timeline.addOwn(message);
      timeline.ownState(message.id, state, error?.words ?? null);
    },
  });

  async function withBusy(conversation, work) {
    busy.set(conversation, (busy.get(conversation) ?? 0) + 1);
    tell('busy');
    try {
      return await work();
    } finally {
      busy.set(conversation, busy.get(conversation) - 1);
      tell('busy');
    }
  }

  /** Somebody may be taken into a room while the page is open. */
  async function meet(conversation) {
    if (conversation === 'direct' || rooms.some(({ id }) => id === conversation)) return;
    rooms = (await api.me().catch(() => ({ rooms }))).rooms;
    tell('conversations');
  }

  /** Loads history until it works; resolves with whether anything came. */
  async function loadOlder() {
    for (;;) {
      try {
        const { entries, more: yetMore } = await api.history(oldest);
        oldest = entries[0]?.seq ?? oldest;
        more = yetMore;
        timeline.addOlder(entries);
        return entries;
      } catch (error) {
        if (error.status === 401) onSignedOut();
        if (!error.passing || ended.signal.aborted) return [];
        tell('connection');
        await new Promise((resolve) => setTimeout(resolve, OLDER_PAUSE_MS));
      }
    }
  }

  return {
    me,
    times,
    timeline,
    device,
    conversations: () => [{ id: 'direct', name: null }, ...rooms],
    connection: () => connection,
    isBusy: (conversation) => (busy.get(conversation) ?? 0) > 0,
    hasOlder: () => more,
    listen(listener) {
      listeners.add(listener);
    },

    async start() {
      const entries = await loadOlder();
      const last = entries.at(-1)?.seq ?? 0;
      // A device that was never used starts with everything read.
      if (Object.keys(seen).length === 0) for (const { id } of this.conversations()) seen[id] = last;
      for (const message of outbox.restore()) outbox.add(message);
      stream = followStream({
        api,
        lastId: last,
        onEntry(entry) {
          timeline.add(entry);
          meet((entry.reply ?? entry.said).conversation);
        },
        onState(state) {
          if (state === 'signedOut') return onSignedOut();
          if (state === 'live' && connection !== 'live') outbox.retry();
          connection = state;
          tell('connection');
        },
      });
      tell('conversations');
    },

    company: () => api.company(),
    /** Says something to the bot and gives what it answers; what did not arrive is not kept. */
    async tell(text) {
      const id = newId();
      const answer = await withBusy('direct', () => api.say({ id, text, conversation: 'direct' }));
      timeline.answered(answer.replies, times.now().toISOString());
      return answer;
    },
    say(conversation, text, replyTo) {
      const id = newId();
      outbox.add({ id, conversation, text, replyTo, at: times.now().toISOString() });
    },
    /** Sends a file; one that did not go is not kept, for it may be large, and is chosen again. */
    async sendFile(conversation, file) {
      const { replies } = await withBusy(conversation, () => api.sendFile(conversation, newId(), file));
      timeline.answered(replies, times.now().toISOString());
    },
    retry: () => outbox.retry(),
    discard(id) {
      outbox.discard(id);
      timeline.drop(id);
    },

    async edit(item, text) {
      const { replies } = await withBusy(item.conversation, () => api.edit(item.id, { id: newId(), text }));
      timeline.change(item, { text, changed: true });
      timeline.answered(replies, times.now().toISOString());
    },
    async remove(item) {
      const { replies } = await withBusy(item.conversation, () => api.remove(item.id));
      timeline.change(item, { text: null, removed: true });
      timeline.answered(replies, times.now().toISOString());
    },
    /** Presses a button; a press that got no answer is sent again under its id. */
    async press(item, button) {
      if (item.pressing) return;
      const id = item.failedPress?.button === button.id ? item.failedPress.id : newId();
      timeline.change(item, { pressing: button.id, error: null });
      try {
        if (button.file) {
          saveFile(await api.file(button.id));
          timeline.change(item, { pressing: null });
          return;
        }
        const { replies } = await api.press({ id, actionId: button.id, conversation: item.conversation });
        timeline.change(item, { pressing: null, failedPress: null });
        timeline.answered(replies, times.now().toISOString());
      } catch (error) {
        if (error.status === 401) return onSignedOut();
        timeline.change(item, {
          pressing: null,
          error: error.words ?? 'pressFailed',
          failedPress: { button: button.id, id },
        });
      }
    },

    /** Loads what came before; several callers share one load. */
    older() {
      loading ??= loadOlder().finally(() => {
        loading = null;
      });
      return loading;
    },

    unread: (conversation) =>
      timeline
        .items(conversation)
        .filter((item) => !item.mine && item.seq !== null && item.seq > (seen[conversation] ?? 0)).length,
    /** Everything shown in this conversation is read. */
    markSeen(conversation) {
      const newest = Math.max(0, ...timeline.items(conversation).map((item) => item.seq ?? 0));
      if (newest <= (seen[conversation] ?? 0)) return;
      seen[conversation] = newest;
      device.write('seen', seen);
      tell('conversations');
    },

    clockMoved(now) {
      times.setNow(now);
      tell('clock');
    },
    end() {
      ended.abort();
      stream?.end();
    },
  };
}
