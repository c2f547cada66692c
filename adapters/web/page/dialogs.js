import { el, icon } from './dom.js';

/** A dialog over the page; Escape and a click beside it close it. Resolves when it is closed. */
export function openDialog(title, t, ...content) {
  const close = el(
    'button',
    { type: 'button', class: 'tool', 'aria-label': t.close, on: { click: () => dialog.close() } },
    icon('close'),
  );
  const head = el('header', {}, el('h2', { id: 'dialog-title' }, title), close);
  const dialog = el('dialog', { 'aria-labelledby': 'dialog-title' }, head, ...content);
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  const closed = new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve();
    });
  });
  return { dialog, closed };
}

/** Asks before something is done; resolves to true for the first answer. */
export async function ask(t, question, [yes, no], text = null) {
  let answer = false;
  const choose = (value) => () => {
    answer = value;
    dialog.close();
  };
  const answers = el(
    'div',
    { class: 'answers' },
    el('button', { type: 'button', class: 'choice', autofocus: true, on: { click: choose(false) } }, no),
    el('button', { type: 'button', class: 'choice strong', on: { click: choose(true) } }, yes),
  );
  const { dialog, closed } = openDialog(question, t, text && el('p', {}, text), answers);
  await closed;
  return answer;
}
