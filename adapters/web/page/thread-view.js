import { announce, el, icon } from './dom.js';
import { messageView } from './message-view.js';

const NEAR_END_PX = 80;
const TOGETHER_MS = 5 * 60_000;

/** The messages of the open conversation: days between them, the end kept in view, older ones loaded on the way up. */
export function createThreadView({ chat, t, composer, onSeen, ask }) {
  const { timeline, times } = chat;
  const list = el('ol', { class: 'messages', role: 'log', 'aria-live': 'off' });
  const typing = el(
    'p',
    { class: 'typing', hidden: true },
    el('span', { class: 'dots', 'aria-hidden': 'true' }),
    t.thinking,
  );
  const empty = el('div', { class: 'empty', hidden: true });
  const older = el(
    'button',
    { type: 'button', class: 'link older', hidden: true, on: { click: loadOlder } },
    t.earlier,
  );
  const scroller = el('div', { class: 'scroller', tabindex: '0', role: 'region' }, older, empty, list, typing);
  const jumpDown = el(
    'button',
    { type: 'button', class: 'jump', hidden: true, on: { click: toEnd } },
    icon('down'),
    t.newMessages,
  );
  // What was changed in its place further up would go unseen.
  const jumpUp = el('button', { type: 'button', class: 'jump up', hidden: true }, icon('up'), t.updated);
  let conversation = 'direct';
  let typingTimer = 0;

  scroller.addEventListener('scroll', () => {
    if (isAtEnd()) seen();
    if (scroller.scrollTop < 60 && chat.hasOlder() && timeline.items(conversation).length > 0) loadOlder();
  });
  list.addEventListener('click', (event) => {
    // A finger has no hover: a tap on the bubble shows its tools.
    const message = event.target.closest('.message');
    for (const other of list.querySelectorAll('.message.tapped'))
      if (other !== message) other.classList.remove('tapped');
    if (message && !event.target.closest('button')) message.classList.toggle('tapped');
  });
  new ResizeObserver(() => wasAtEnd && toEnd()).observe(scroller);
  let wasAtEnd = true;

  const deps = {
    t,
    times,
    name: (item) => (item.kind === 'reply' ? t.bot : item.mine ? t.you : item.from.name),
    quoted(item) {
      const target = timeline.find(item.replyTo);
      return target && !target.removed ? firstLine(target) : null;
    },
    jump(id) {
      const target = timeline.find(id);
      const node = target && nodeOf(target);
      if (!node) return;
      node.scrollIntoView({ block: 'center', behavior: 'smooth' });
      node.focus({ preventScroll: true });
    },
    press: chat.press,
    reply: (item) => composer.replyTo(item, firstLine(item)),
    edit: (item) => composer.edit(item),
    async remove(item) {
      if (await ask(t.removeAsk, [t.remove, t.keep]))
        chat.remove(item).catch((error) => announce(error.words ?? t.pressFailed));
    },
    retry: () => chat.retry(),
    discard: (item) => chat.discard(item.id),
    rewrite(item) {
      chat.discard(item.id);
      composer.write(item.text);
    },
  };

  const firstLine = (item) => (item.card?.title ?? item.text ?? '').split('\n', 1)[0].slice(0, 60);
  const nodeOf = (item) => list.querySelector(`[data-key="${CSS.escape(item.key)}"]`);
  const isAtEnd = () => scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR_END_PX;

  function toEnd() {
    scroller.scrollTop = scroller.scrollHeight;
    seen();
  }

  function seen() {
    wasAtEnd = true;
    jumpDown.hidden = true;
    if (document.visibilityState === 'visible' && scroller.isConnected && scroller.offsetParent) onSeen(conversation);
  }

  function dayLine(at) {
    const back = times.daysAgo(at);
    const near = back === 0 ? `${t.today} · ` : back === 1 ? `${t.yesterday} · ` : '';
    const day = times.dayKey(at);
    return el('li', { class: 'day', data: { day } }, el('time', { datetime: day }, near + times.dayText(at)));
  }

  /** A message with, where a day begins, its line; `previous`: the message above it. */
  function nodesFor(item, previous) {
    const newDay = !previous || times.dayKey(previous.at) !== times.dayKey(item.at);
    const author = (other) => (other.kind === 'reply' ? 'bot' : other.from.id);
    const together =
      !newDay &&
      author(previous) === author(item) &&
      Boolean(previous.private) === Boolean(item.private) &&
      new Date(item.at) - new Date(previous.at) < TOGETHER_MS;
    return [newDay && dayLine(item.at), messageView(item, together, deps)].filter(Boolean);
  }

  function render() {
    const items = timeline.items(conversation);
    list.replaceChildren(...items.flatMap((item, at) => nodesFor(item, items[at - 1])));
    empty.hidden = items.length > 0 || chat.hasOlder();
    older.hidden = !chat.hasOlder();
  }

  async function loadOlder() {
    const from = scroller.scrollHeight - scroller.scrollTop;
    await chat.older();
    scroller.scrollTop = scroller.scrollHeight - from;
  }

  timeline.listen((kind, item) => {
    if (kind === 'older') return render();
    if (item.conversation !== conversation) return;
    if (kind === 'added') {
      jumpUp.hidden = true;
      const stay = isAtEnd() || item.mine;
      const items = timeline.items(conversation);
      list.append(...nodesFor(item, items.at(-2)));
      empty.hidden = true;
      if (stay) toEnd();
      else {
        wasAtEnd = false;
        jumpDown.hidden = false;
      }
      if (!item.mine) announce(`${deps.name(item)}: ${item.text}`);
    } else if (kind === 'changed') replace(item);
    else if (kind === 'dropped') render();
    else if (kind === 'seen' && isAtEnd()) seen();
  });

  function replace(item) {
    const old = nodeOf(item);
    if (!old) return;
    const atEnd = isAtEnd();
    const focused = old.contains(document.activeElement) ? (document.activeElement.dataset.button ?? '') : null;
    const fresh = messageView(item, old.classList.contains('continues'), deps);
    fresh.classList.toggle('tapped', old.classList.contains('tapped'));
    const said = old.querySelector('.bubble').textContent;
    old.replaceWith(fresh);
    if (focused !== null)
      (fresh.querySelector(`[data-button="${CSS.escape(focused)}"]:enabled`) ?? fresh).focus({ preventScroll: true });
    if (item.kind === 'reply' && fresh.querySelector('.bubble').textContent !== said) {
      fresh.classList.add('renewed');
      announce(`${t.updated}: ${item.text}`);
    }
    if (atEnd) toEnd();
    if (fresh.classList.contains('renewed') && isAbove(fresh)) offerUp(item);
  }

  const isAbove = (node) => node.getBoundingClientRect().bottom < scroller.getBoundingClientRect().top + NEAR_END_PX;

  function offerUp(item) {
    jumpUp.hidden = false;
    jumpUp.onclick = () => {
      jumpUp.hidden = true;
      deps.jump(item.id);
    };
  }

  chat.listen((kind) => {
    if (kind === 'clock') {
      const end = isAtEnd();
      render();
      if (end) toEnd();
    }
    if (kind !== 'busy') return;
    clearTimeout(typingTimer);
    if (!chat.isBusy(conversation)) typing.hidden = true;
    // What is answered at once needs no sign of work.
    else typingTimer = setTimeout(showTyping, 500);
  });

  function showTyping() {
    const end = isAtEnd();
    typing.hidden = !chat.isBusy(conversation);
    if (end) toEnd();
  }

  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && isAtEnd()) seen();
  });

  /** What stands where nothing was said yet. In a room the bot is named. */
  function explain() {
    const direct = conversation === 'direct';
    const starter = (text) =>
      el(
        'button',
        { type: 'button', class: 'choice', on: { click: () => composer.write(direct ? text : `@${t.bot} ${text}`) } },
        text,
      );
    empty.replaceChildren(
      el('h2', {}, t.emptyTitle),
      el('p', {}, direct ? t.emptyText : t.roomEmptyText),
      el('div', { class: 'buttons' }, t.starters.map(starter)),
    );
  }

  return {
    node: el('div', { class: 'thread-body' }, scroller, jumpDown, jumpUp),
    /** Shows another conversation, from its end. */
    open(id, label) {
      conversation = id;
      scroller.setAttribute('aria-label', label);
      typing.hidden = true;
      jumpUp.hidden = true;
      explain();
      render();
      toEnd();
    },
  };
}
