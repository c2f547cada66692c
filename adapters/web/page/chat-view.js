import { createComposer } from './composer-view.js';
import { avatar, createConversationsView } from './conversations-view.js';
import { createDemoChip, openDemo } from './demo-view.js';
import { ask } from './dialogs.js';
import { el, icon } from './dom.js';
import { openSetup } from './setup-view.js';
import { createThreadView } from './thread-view.js';

/** The whole page of somebody who is signed in. `people`: the demo's, else null. */
export function chatView({ chat, t, people, onPick, onSignOut }) {
  const composer = createComposer({ chat, t });
  const thread = createThreadView({
    chat,
    t,
    composer,
    ask: (question, answers) => ask(t, question, answers),
    onSeen: (id) => chat.markSeen(id),
  });
  const conversations = createConversationsView({ chat, t, onOpen: (id) => open(id, true) });
  const title = el('h1', {});
  const note = el('p', { class: 'note' });
  const sign = el('span', { class: 'sign' });
  const offline = el('p', { class: 'offline', role: 'status', hidden: true }, t.offline);
  const count = el('span', { class: 'badge', hidden: true });
  const back = el(
    'button',
    { type: 'button', class: 'tool back', 'aria-label': t.back, on: { click: showList } },
    icon('back'),
    count,
  );
  const demo = () => openDemo({ chat, people, t, onPick });
  const { me } = chat;
  const signOut = async () => (await ask(t, `${t.signOut}?`, [t.signOut, t.keep])) && onSignOut();

  const node = el(
    'div',
    { class: 'chat', data: { view: 'thread' } },
    el(
      'aside',
      { class: 'side' },
      el(
        'header',
        {},
        el(
          'p',
          { class: 'brand' },
          el('img', { src: 'icon.svg', alt: '', width: '28', height: '28' }),
          el('span', {}, 'Genjin 跟进'),
        ),
      ),
      conversations.node,
      el(
        'footer',
        { class: 'me' },
        el('span', { class: 'avatar', 'aria-hidden': 'true' }, me.name.slice(0, 1)),
        el('span', { class: 'name' }, me.name),
        el('span', { class: 'last' }, me.roleLabel),
        el(
          'div',
          { class: 'own' },
          me.role === 'admin' &&
            el('button', { type: 'button', class: 'link', on: { click: () => openSetup({ chat, t }) } }, t.setup),
          el(
            'button',
            { type: 'button', class: 'link', on: { click: people ? demo : signOut } },
            people ? t.switchPerson : t.signOut,
          ),
        ),
      ),
    ),
    el(
      'main',
      { class: 'thread' },
      el(
        'header',
        { class: 'bar' },
        back,
        sign,
        el('div', {}, title, note),
        people && createDemoChip({ chat, t, onOpen: demo }),
      ),
      offline,
      thread.node,
      composer.node,
    ),
  );

  function open(id, byHand) {
    const name = chat.conversations().find((conversation) => conversation.id === id)?.name ?? t.direct;
    title.textContent = name;
    note.textContent = id === 'direct' ? t.directNote : t.roomNote;
    sign.replaceChildren(avatar(id, t));
    node.dataset.view = 'thread';
    conversations.open(id);
    composer.open(id, name);
    thread.open(id, name);
    // On a phone the keyboard would cover what was just opened.
    if (byHand && matchMedia('(hover: hover)').matches) composer.focus();
  }

  function showList() {
    node.dataset.view = 'list';
    node.querySelector('.conversation[aria-current]')?.focus();
  }

  function showUnread() {
    const unread = chat.conversations().reduce((sum, { id }) => sum + chat.unread(id), 0);
    count.hidden = unread === 0;
    count.textContent = String(unread);
    document.title = unread > 0 ? `(${unread}) Genjin 跟进` : 'Genjin 跟进';
  }

  chat.timeline.listen(showUnread);
  chat.listen((kind) => {
    if (kind === 'connection') offline.hidden = chat.connection() === 'live';
    if (kind === 'conversations') showUnread();
  });
  return { node, open: () => open('direct', true) };
}
