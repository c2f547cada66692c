import { peopleView } from './demo-view.js';
import { el } from './dom.js';
import { logo } from './logo.js';

/** For who is not signed in: paste the one-time link. `onCode(code)` resolves to the words of an error, or never. */
export function signInView({ t, error, onCode }) {
  const field = el('input', {
    id: 'code',
    type: 'text',
    autocomplete: 'one-time-code',
    required: true,
    spellcheck: 'false',
  });
  const problem = el('p', { class: 'error', role: 'alert' }, error ?? '');
  const submit = async (event) => {
    event.preventDefault();
    problem.textContent = await onCode(codeOf(field.value.trim()));
  };
  return el(
    'main',
    { class: 'welcome' },
    logo(),
    el('h1', {}, t.signInTitle),
    el(
      'form',
      { on: { submit } },
      el('label', { for: 'code' }, t.signInText),
      el('div', { class: 'move' }, field, el('button', { type: 'submit', class: 'choice strong' }, t.signIn)),
      problem,
    ),
  );
}

/** For a visitor of the demo: be somebody. */
export const pickView = ({ t, people, onPick }) =>
  el(
    'main',
    { class: 'welcome' },
    logo(),
    el('h1', {}, t.pickTitle),
    el('p', { class: 'note' }, t.pickText),
    peopleView(people, t, null, onPick),
  );

/** The code of a one-time link (`…/#code=CODE`), or the code itself. */
export const codeOf = (text) => new URLSearchParams(text.split('#')[1] ?? '').get('code') ?? text;
