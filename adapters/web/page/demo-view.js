import { moveClock } from './api.js';
import { openDialog } from './dialogs.js';
import { el, icon } from './dom.js';

const HOUR_MS = 3_600_000;

/** The demo's chip in the header: shows the business clock, opens the demo's dialog. */
export function createDemoChip({ chat, t, onOpen }) {
  const day = el('span', { class: 'chip-day' });
  const time = el('span', {});
  const show = () => {
    const now = chat.times.now();
    day.textContent = chat.times.dayText(now);
    time.textContent = chat.times.time(now);
  };
  show();
  setInterval(show, 5_000);
  chat.listen((kind) => kind === 'clock' && show());
  return el(
    'button',
    { type: 'button', class: 'chip', on: { click: onOpen }, title: t.demoClock },
    icon('clock'),
    el('span', { class: 'unseen' }, `${t.demo}: `),
    day,
    time,
  );
}

/** Where the clock is moved and where one becomes somebody else. */
export function openDemo({ chat, people, t, onPick }) {
  const { times } = chat;
  const status = el('p', { class: 'note', role: 'status' });
  const field = el('input', {
    type: 'datetime-local',
    id: 'demo-time',
    value: times.localOf(times.now()),
    required: true,
  });
  const tomorrow = () => {
    const next = new Date(Date.parse(`${times.dayKey(times.now())}T00:00Z`) + 24 * HOUR_MS);
    return times.instantOf(`${next.toISOString().slice(0, 10)}T09:00`);
  };

  async function move(to) {
    status.textContent = t.moving;
    try {
      const { now } = await moveClock(to);
      chat.clockMoved(now);
      field.value = times.localOf(times.now());
      status.textContent = `${times.dayText(now)} ${times.time(now)}`;
    } catch (error) {
      status.textContent = error.words ?? t.pressFailed;
    }
  }

  const button = (words, to) =>
    el('button', { type: 'button', class: 'choice', on: { click: () => move(to()) } }, words);
  const submit = (event) => {
    event.preventDefault();
    move(times.instantOf(field.value.slice(0, 16)));
  };
  const clock = el(
    'section',
    {},
    el('h3', {}, t.demoClock),
    el('p', { class: 'note' }, t.demoClockText),
    el(
      'div',
      { class: 'buttons' },
      button(t.plusHour, () => new Date(times.now().getTime() + HOUR_MS)),
      button(t.tomorrow, tomorrow),
    ),
    el(
      'form',
      { class: 'move', on: { submit } },
      el('label', { for: 'demo-time' }, t.moveTo),
      field,
      el('button', { type: 'submit', class: 'choice' }, t.move),
    ),
    status,
  );
  const { dialog } = openDialog(
    t.demo,
    t,
    clock,
    el('section', {}, el('h3', {}, t.person), peopleView(people, t, chat.me.id, pick)),
  );
  function pick(person) {
    dialog.close();
    if (person.id !== chat.me.id) onPick(person);
  }
}

/** Everybody one can be in the demo. */
export function peopleView(people, t, current, onPick) {
  const row = (person) =>
    el(
      'li',
      {},
      el(
        'button',
        {
          type: 'button',
          class: 'person',
          'aria-current': person.id === current && 'true',
          on: { click: () => onPick(person) },
        },
        el('span', { class: 'avatar', 'aria-hidden': 'true' }, person.name.slice(0, 1)),
        el('span', { class: 'name' }, person.name),
        el(
          'span',
          { class: 'last' },
          `${t.roles[person.role] ?? person.role} · ${person.locale === 'zh' ? '中文' : 'English'}`,
        ),
      ),
    );
  return el('ul', { class: 'people' }, people.map(row));
}
