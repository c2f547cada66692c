/**
 * What one person's page shows, by conversation: every line of the log once, edits and replacements in their places.
 * Pure: no page and no network. An item: `{ key, conversation, kind: 'said' | 'reply', mine, from, at, seq, text, card,
 * buttons, private, changed, removed, replyTo, id, state, error }`; `state` of an own message: `sent`, `sending`,
 * `waiting` or `refused`.
 */
export function createTimeline(me) {
  const items = [];
  const byKey = new Map();
  const listeners = new Set();
  const tell = (kind, item) => {
    for (const listener of listeners) listener(kind, item);
  };

  const saidKey = (from, id) => `said:${from}/${id}`;

  function put(item, older) {
    byKey.set(item.key, item);
    if (older) older.push(item);
    else {
      items.push(item);
      tell('added', item);
    }
  }

  function change(item, fields) {
    Object.assign(item, fields);
    tell('changed', item);
  }

  function putSaid({ said, at, seq }, older) {
    const key = saidKey(said.from.id, said.id);
    const known = byKey.get(key);
    const fields = { text: said.text, removed: said.text === null, changed: said.edited };
    if (!known) {
      // The message itself may lie further back than what is loaded.
      const { id, conversation, from, replyTo } = said;
      const mine = from.id === me;
      put({ key, kind: 'said', id, conversation, from, mine, at, seq, replyTo, state: 'sent', ...fields }, older);
    } else if (said.edited || known.state !== 'sent') {
      change(known, said.edited ? fields : { seq, at, state: 'sent', error: null });
    } else if (known.seq === undefined || seq < known.seq) known.seq = seq;
  }

  function putReply({ reply, at, seq }, older) {
    const key = `reply:${reply.id}`;
    const known = byKey.get(key);
    if (known) {
      if (known.seq === undefined || known.seq === null) known.seq = seq ?? null;
      tell('seen', known);
      return;
    }
    const { id, conversation, text, card = null, table = null, chart = null, footer = null, buttons = [] } = reply;
    const fields = { id, text, card, table, chart, footer, buttons, private: reply.private };
    const earlier = reply.replaces && byKey.get(`reply:${reply.replaces}`);
    if (earlier) {
      byKey.set(key, earlier);
      change(earlier, { ...fields, seq: seq ?? earlier.seq, changed: true, pressing: null, error: null });
      return;
    }
    const item = { key, kind: 'reply', conversation, mine: false, at, seq: seq ?? null, ...fields, changed: false };
    // What this one replaces is not loaded; should it be, this one stands for it.
    if (reply.replaces) byKey.set(`reply:${reply.replaces}`, item);
    put(item, older);
  }

  const putEntry = (entry, older) => ('reply' in entry ? putReply(entry, older) : putSaid(entry, older));

  return {
    items: (conversation) => items.filter((item) => item.conversation === conversation),
    last: (conversation) => items.findLast((item) => item.conversation === conversation && !item.removed) ?? null,
    find: (id) => byKey.get(`reply:${id}`) ?? byKey.get(saidKey(me, id)) ?? null,
    /** `listener('added' | 'changed' | 'seen' | 'older' | 'dropped', item)` */
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    /** A line of the log as it happens. */
    add: (entry) => putEntry(entry, null),

    /** Replies that an own request was answered with; the log brings them once more. */
    answered(replies, at) {
      for (const reply of replies) putReply({ reply, at }, null);
    },

    /** Lines from before everything that is shown. */
    addOlder(entries) {
      const older = [];
      for (const entry of entries) putEntry(entry, older);
      items.unshift(...older);
      tell('older', null);
    },

    /** An own message that is on its way. */
    addOwn({ id, conversation, text, replyTo, at }) {
      const item = {
        key: saidKey(me, id),
        kind: 'said',
        id,
        conversation,
        from: { id: me },
        mine: true,
        at,
        seq: null,
      };
      if (byKey.has(item.key)) return;
      put({ ...item, text, replyTo, removed: false, changed: false, state: 'sending' }, null);
    },

    ownState(id, state, error = null) {
      const item = byKey.get(saidKey(me, id));
      if (item && item.state !== 'sent' && (item.state !== state || item.error !== error))
        change(item, { state, error });
    },

    drop(id) {
      const item = byKey.get(saidKey(me, id));
      if (!item || item.state === 'sent') return;
      byKey.delete(item.key);
      items.splice(items.indexOf(item), 1);
      tell('dropped', item);
    },

    change,
  };
}
