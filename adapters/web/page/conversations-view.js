import { el, icon } from './dom.js';

/** The list of conversations: last words, time, what is unread. */
export function createConversationsView({ chat, t, onOpen }) {
  const list = el('ul', { class: 'conversations' });
  let current = 'direct';

  function render() {
    // The whole list is small; the focused row is found again by its conversation.
    const focused = list.contains(document.activeElement) ? document.activeElement.dataset.conversation : null;
    list.replaceChildren(...chat.conversations().map(row));
    if (focused) list.querySelector(`[data-conversation="${CSS.escape(focused)}"]`)?.focus();
  }

  function row({ id, name }) {
    const last = chat.timeline.last(id);
    const unread = id === current && document.visibilityState === 'visible' ? 0 : chat.unread(id);
    const words = last && (last.card?.title ?? last.text ?? '').split('\n', 1)[0];
    const author = last?.mine ? `${t.you}: ` : last?.from ? `${last.from.name}: ` : '';
    return el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: 'conversation',
          'aria-current': id === current && 'true',
          data: { conversation: id },
          on: { click: () => onOpen(id) },
        },
        avatar(id, t),
        el('span', { class: 'name' }, name ?? t.direct),
        last && el('time', { datetime: last.at }, chat.times.brief(last.at)),
        el('span', { class: 'last', dir: 'auto' }, last ? author + words : id === 'direct' ? t.directNote : t.roomNote),
        unread > 0 &&
          el('span', { class: 'badge', 'aria-label': t.unread(unread) }, unread > 99 ? '99+' : String(unread)),
      ),
    );
  }

  chat.timeline.listen(render);
  chat.listen((kind) => (kind === 'conversations' || kind === 'clock') && render());
  return {
    node: el('nav', { 'aria-label': t.conversations }, list),
    open(id) {
      current = id;
      render();
    },
  };
}

/** The round sign of a conversation. */
export const avatar = (id, t) =>
  el(
    'span',
    { class: `avatar ${id === 'direct' ? 'bot' : 'room'}`, 'aria-hidden': 'true' },
    id === 'direct' ? t.bot[0] : icon('room'),
  );
