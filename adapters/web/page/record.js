import { createApi } from './api.js';
import { el } from './dom.js';
import { logo } from './logo.js';
import { cardView } from './message-view.js';
import { session } from './session.js';
import { browserLocale, words } from './words.js';

/** The page of one record (`/r/ID`): what the reader may know of it, and the way to the chat. */
async function show() {
  const current = session.read();
  const api = current && createApi(current.token);
  const id = decodeURIComponent(location.pathname.split('/').at(-1));
  const [me, shown] = await Promise.all([api?.me().catch(() => null), api?.record(id).catch((error) => ({ error }))]);
  const locale = me?.locale ?? browserLocale();
  const t = words[locale];
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  if (shown?.card) document.title = `${shown.card.title} · Genjin 跟进`;
  const main = el(
    'main',
    { class: 'welcome' },
    logo(),
    recordView(shown, t),
    el('p', {}, el('a', { class: 'link', href: '/' }, t.toChat)),
  );
  document.getElementById('app').replaceChildren(main);
}

function recordView(shown, t) {
  if (!shown) return el('p', { class: 'note' }, t.signInTitle);
  if (shown.error) return el('p', { class: 'error', role: 'alert' }, shown.error.words ?? t.pressFailed);
  return el(
    'div',
    { class: 'bubble' },
    shown.card ? cardView(shown.card) : el('p', { class: 'text', dir: 'auto' }, shown.text),
    shown.links?.map(({ label, path }) => el('p', {}, el('a', { class: 'link', href: path, download: '' }, label))),
  );
}

show();
