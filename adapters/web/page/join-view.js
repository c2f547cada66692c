import { el } from './dom.js';
import { logo } from './logo.js';

/** A join code as it stands in a link (`…/#join=CODE`) or is typed; null for other words. */
export function joinCodeOf(text) {
  const code = new URLSearchParams(text.split('#')[1] ?? '').get('join') ?? text;
  return /^[A-Z2-9]{5}-?[A-Z2-9]{5}$/i.test(code.trim()) ? code.trim().toUpperCase() : null;
}

/** For who comes with a join code: say who you are. `onJoin(name)` resolves to the words of an error, or never. */
export function joinView({ t, onJoin }) {
  const field = el('input', {
    id: 'join-name',
    type: 'text',
    autocomplete: 'name',
    required: true,
    maxlength: '30',
    spellcheck: 'false',
  });
  const problem = el('p', { class: 'error', role: 'alert' });
  const button = el('button', { type: 'submit', class: 'choice strong' }, t.join);
  const submit = async (event) => {
    event.preventDefault();
    if (field.value.trim() === '') return;
    button.disabled = true;
    problem.textContent = await onJoin(field.value.trim());
    button.disabled = false;
  };
  return el(
    'main',
    { class: 'welcome' },
    logo(),
    el('h1', {}, t.joinTitle),
    el(
      'form',
      { on: { submit } },
      el('label', { for: 'join-name' }, t.joinText),
      el('div', { class: 'move' }, field, button),
      problem,
    ),
  );
}
