import { createApi } from './api.js';
import { el } from './dom.js';
import { cardView } from './message-view.js';
import { session } from './session.js';
import { browserLocale, words } from './words.js';

const app = document.getElementById('app');
const t = words[browserLocale()];

/** The page of one record (`/r/ID`): what the reader may know of it, and the way to the chat. */
async function show() {
  const current = session.read();
  const id = decodeURIComponent(location.pathname.split('/').at(-1));
  const shown =
    current &&
    (await createApi(current.token)
      .record(id)
      .catch((error) => ({ error })));
  document.documentElement.lang = browserLocale() === 'zh' ? 'zh-CN' : 'en';
  app.replaceChildren(
    el(
      'main',
      { class: 'welcome' },
      shown && !shown.error && shown.card && cardView(shown.card),
      shown && !shown.error && !shown.card && el('p', { class: 'text', dir: 'auto' }, shown.text),
      shown?.links?.map(({ label, path }) => el('p', {}, el('a', { href: path, download: '' }, label))),
      shown?.error && el('p', { class: 'error', role: 'alert' }, shown.error.words ?? t.pressFailed),
      !shown && el('p', { class: 'note' }, t.signInTitle),
      el('p', {}, el('a', { href: '/' }, t.toChat)),
    ),
  );
}

show();
