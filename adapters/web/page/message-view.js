import { el, icon } from './dom.js';

const FOLD_AT = 1_500;
const FOLD_TO = 1_000;

/**
 * One message as a list item. `deps`: `t` words, `times`, `name(item)` of its author, `quoted(item)` first words of what
 * it replies to, and what can be done: `press`, `reply`, `edit`, `remove`, `retry`, `discard`, `rewrite`, `jump`.
 * `continues`: it follows one of the same author closely.
 */
export function messageView(item, continues, deps) {
  const { t } = deps;
  const classes = ['message', item.mine ? 'mine' : item.kind === 'reply' ? 'bot' : 'other'];
  if (continues) classes.push('continues');
  if (item.private && item.conversation !== 'direct') classes.push('private');
  if (item.removed) classes.push('removed');
  return el(
    'li',
    { class: classes.join(' '), data: { key: item.key }, tabindex: '-1' },
    el(
      'span',
      { class: item.mine || continues || item.conversation === 'direct' ? 'unseen' : 'author' },
      deps.name(item),
    ),
    el(
      'div',
      { class: 'row' },
      el('div', { class: 'bubble' }, quote(item, deps), privateMark(item, t), content(item, t), buttons(item, deps)),
      tools(item, deps),
    ),
    footer(item, deps),
  );
}

function content(item, t) {
  if (item.removed) return el('p', { class: 'text' }, t.removed);
  if (!item.card && !item.table) return words(item.text, t);
  const below = item.footer && el('p', { class: 'text', dir: 'auto' }, item.footer);
  return [item.card ? cardView(item.card, item.chart) : tableView(item.table), below];
}

/** Facts laid out as a card. */
export const cardView = ({ title, rows }, chart) =>
  el(
    'div',
    { class: 'card' },
    el('p', { class: 'card-title', dir: 'auto' }, title),
    rows.length > 0 &&
      el(
        'dl',
        {},
        rows.map(({ label, value }) =>
          el('div', {}, el('dt', {}, label), el('dd', { dir: 'auto' }, value, bar(chart, label))),
        ),
      ),
  );

/** A row's figure drawn beside the largest of its chart; the row says it in words. */
function bar(chart, label) {
  const figure = chart?.bars.find((one) => one.label === label);
  if (!figure) return null;
  const most = Math.max(1, ...chart.bars.map(({ value }) => value));
  return el('progress', { class: 'share', max: most, value: figure.value, 'aria-hidden': 'true' });
}

/** Rows under headings. */
const tableView = ({ title, head, rows, figures }) => {
  const side = (column) => (figures.includes(column) ? 'figure' : '');
  const row = (tag, cells) =>
    el(
      'tr',
      {},
      head.map((_, column) => el(tag, { class: side(column), dir: 'auto' }, cells[column] ?? '')),
    );
  return el(
    'div',
    { class: 'table', tabindex: '0' },
    el('p', { class: 'text', dir: 'auto' }, title),
    el(
      'table',
      {},
      el('thead', {}, row('th', head)),
      el(
        'tbody',
        {},
        rows.map((cells) => row('td', cells)),
      ),
    ),
  );
};

/** A text; a very long one is folded after its beginning. */
function words(text, t) {
  const folded = text.length > FOLD_AT;
  const paragraph = el('p', { class: 'text', dir: 'auto' }, folded ? `${text.slice(0, FOLD_TO)}…` : text);
  if (!folded) return paragraph;
  const unfold = () => {
    paragraph.textContent = text;
    more.remove();
  };
  const more = el('button', { type: 'button', class: 'link', on: { click: unfold } }, t.showAll);
  return [paragraph, more];
}

function quote(item, { quoted, jump }) {
  const words = item.replyTo && quoted(item);
  if (!words) return null;
  return el('button', { class: 'quote', type: 'button', on: { click: () => jump(item.replyTo) } }, words);
}

const privateMark = (item, t) =>
  item.private && item.conversation !== 'direct' && el('p', { class: 'private-mark' }, icon('lock'), t.onlyYou);

function buttons(item, { t, press }) {
  if (!item.buttons?.length || item.removed) return null;
  const error = item.error === 'pressFailed' ? t.pressFailed : item.error;
  return el(
    'div',
    { class: 'buttons' },
    item.buttons.map((button) => {
      const pressing = item.pressing === button.id;
      const props = {
        type: 'button',
        class: 'choice',
        data: { button: button.id },
        on: { click: () => press(item, button) },
      };
      return el(
        'button',
        { ...props, 'aria-busy': pressing && 'true', disabled: Boolean(item.pressing) },
        button.label,
      );
    }),
    error && el('p', { class: 'error', role: 'alert' }, error),
  );
}

/** What one may do with a message, shown when it is pointed at, focused or tapped. */
function tools(item, { t, reply, edit, remove }) {
  if (item.removed || (item.mine && item.state !== 'sent')) return null;
  const tool = (name, words, act) =>
    el(
      'button',
      { type: 'button', class: 'tool', title: words, 'aria-label': words, on: { click: () => act(item) } },
      icon(name),
    );
  return el(
    'div',
    { class: 'tools' },
    tool('reply', t.reply, reply),
    item.mine && [tool('edit', t.edit, edit), tool('remove', t.remove, remove)],
  );
}

function footer(item, { t, times, retry, discard, rewrite }) {
  const time = el('time', { datetime: item.at, title: times.full(item.at) }, times.time(item.at));
  const small = (words, act) => el('button', { type: 'button', class: 'link', on: { click: () => act(item) } }, words);
  if (item.state === 'waiting') {
    return el(
      'p',
      { class: 'footer late' },
      icon('clock'),
      `${t.waiting} `,
      small(t.retry, retry),
      small(t.discard, discard),
    );
  }
  if (item.state === 'refused') {
    return el(
      'p',
      { class: 'footer late' },
      icon('warn'),
      `${item.error ?? t.refused} `,
      small(t.rewrite, rewrite),
      small(t.discard, discard),
    );
  }
  const changed = item.changed && !item.removed && (item.kind === 'reply' ? t.updated : t.edited);
  const plain = changed || item.state === 'sending' ? '' : ' plain';
  return el(
    'p',
    { class: `footer${plain}` },
    time,
    changed && ` · ${changed}`,
    item.state === 'sending' && ` · ${t.sending}`,
  );
}
