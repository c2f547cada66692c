import { openDialog } from './dialogs.js';
import { el } from './dom.js';

/** A join link in what the bot said; null where there is none. */
const linkIn = (text) => /https?:\/\/\S+#join=\S+/.exec(text)?.[0] ?? null;
const codeIn = (text) => /[A-Z2-9]{5}-[A-Z2-9]{5}/.exec(text)?.[0] ?? null;

/**
 * Teams, people and join links without typing commands. Each button says one sentence to the bot, which stands in the
 * talk with its undo, as if it had been typed.
 */
export function openSetup({ chat, t }) {
  const said = el('p', { class: 'said', role: 'status' });
  const link = el('div', { class: 'move', hidden: true });
  const company = el('div', { class: 'company' });
  const { dialog, closed } = openDialog(t.setup, t, el('p', { class: 'note' }, t.setupText), company, said, link);
  dialog.classList.add('setup');

  async function say(sentence) {
    said.textContent = t.sending;
    link.hidden = true;
    try {
      const { replies } = await chat.tell(sentence);
      const text = replies.map((reply) => reply.text).join('\n');
      const shared = linkIn(text) ?? (codeIn(text) && `${location.origin}/#join=${codeIn(text)}`);
      said.textContent = shared ? text.split('\n').slice(0, 2).join('\n') : text;
      if (shared) showLink(shared);
    } catch (error) {
      said.textContent = error.words ?? t.pressFailed;
    }
    await show();
  }

  function showLink(shared) {
    const field = el('input', {
      id: 'join-link',
      type: 'text',
      readonly: true,
      value: shared,
      'aria-label': t.joinLink,
    });
    const copy = async () => {
      field.select();
      const done = await navigator.clipboard?.writeText(shared).then(
        () => true,
        () => false,
      );
      button.textContent = done ? t.copied : t.copy;
    };
    const button = el('button', { type: 'button', class: 'choice strong', on: { click: copy } }, t.copy);
    link.replaceChildren(field, button);
    link.hidden = false;
    link.scrollIntoView({ block: 'end' });
  }

  async function show() {
    const { teams, people } = await chat.company();
    company.replaceChildren(
      teamsView({ teams, people, t, say }),
      peopleView({ teams, people, t, say }),
      el(
        'section',
        {},
        el('h3', {}, t.joinTitle2),
        el('p', { class: 'note' }, t.joinLinkText),
        el(
          'div',
          { class: 'buttons' },
          [...teams.map(({ name }) => name), null].map((team) =>
            el(
              'button',
              { type: 'button', class: 'choice', on: { click: () => say(t.sayCode(team)) } },
              team ?? t.noTeam,
            ),
          ),
        ),
      ),
    );
  }

  show().catch((error) => {
    said.textContent = error.words ?? t.pressFailed;
  });
  return closed;
}

function teamsView({ teams, people, t, say }) {
  const field = el('input', { id: 'team-names', type: 'text', required: true, placeholder: t.teamsExample });
  const submit = (event) => {
    event.preventDefault();
    say(t.sayTeams(field.value));
  };
  const row = ({ name, manager }) =>
    el(
      'li',
      {},
      el('span', { class: 'name' }, name),
      choice({
        label: t.managerOf(name),
        options: ['', ...people.map((person) => person.name)],
        value: manager ?? '',
        words: (person) => (person === '' ? t.nobody : person),
        onChange: (person) => person !== '' && say(t.sayManages(person, name)),
      }),
    );
  return el(
    'section',
    {},
    el('h3', {}, t.teams),
    teams.length > 0 && el('ul', { class: 'rows' }, teams.map(row)),
    el(
      'form',
      { class: 'move', on: { submit } },
      el('label', { class: 'unseen', for: 'team-names' }, t.teamNames),
      field,
      el('button', { type: 'submit', class: 'choice' }, t.create),
    ),
  );
}

function peopleView({ teams, people, t, say }) {
  const name = el('input', { id: 'person-name', type: 'text', required: true, maxlength: '30', placeholder: t.name });
  const role = choice({
    label: t.role,
    options: ['rep', 'manager', 'admin'],
    value: 'rep',
    words: (one) => t.roles[one],
  });
  const inTeams = ['', ...teams.map((team) => team.name)];
  const team = choice({ label: t.team, options: inTeams, value: '', words: (one) => (one === '' ? t.noTeam : one) });
  const submit = (event) => {
    event.preventDefault();
    say(t.sayPerson(name.value.trim(), role.value, team.value || null));
  };
  const row = (person) =>
    el(
      'li',
      {},
      el('span', { class: 'name' }, person.name),
      el('span', { class: 'last' }, [person.team, t.roles[person.role]].filter(Boolean).join(' · ')),
    );
  return el(
    'section',
    {},
    el('h3', {}, t.people),
    el('ul', { class: 'rows' }, people.map(row)),
    el(
      'form',
      { class: 'move', on: { submit } },
      el('label', { class: 'unseen', for: 'person-name' }, t.name),
      name,
      role,
      teams.length > 0 && team,
      el('button', { type: 'submit', class: 'choice' }, t.add),
    ),
  );
}

function choice({ label, options, value, words, onChange = () => {} }) {
  const node = el(
    'select',
    { 'aria-label': label, on: { change: () => onChange(node.value) } },
    options.map((option) => el('option', { value: option, selected: option === value }, words(option))),
  );
  return node;
}
