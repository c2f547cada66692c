import { createAttach } from './attach-view.js';
import { announce, el, icon } from './dom.js';

/** Where one writes: a draft per conversation, a reply or an edit on top, Enter to send. */
export function createComposer({ chat, t }) {
  const drafts = chat.device.read('drafts') ?? {};
  const field = el('textarea', {
    id: 'composer-field',
    rows: '1',
    enterkeyhint: 'send',
    autocomplete: 'off',
    on: { input: onInput, keydown: onKey },
  });
  const label = el('label', { class: 'unseen', for: 'composer-field' });
  const send = el(
    'button',
    { type: 'submit', class: 'send', 'aria-label': t.send, title: t.send, disabled: true },
    icon('send'),
  );
  const attach = createAttach({ t, send: (file) => chat.sendFile(conversation, file), failed: showFailure });
  const about = el('div', { class: 'about', hidden: true });
  const node = el(
    'form',
    { class: 'composer', on: { submit: onSubmit, ...attach.drop } },
    about,
    el('div', { class: 'write' }, attach.node, label, field, send),
  );
  let conversation = 'direct';
  let replyTo = null;
  let editing = null;

  function onInput() {
    grow();
    send.disabled = field.value.trim() === '';
    if (!editing) keepDraft(field.value);
  }

  /** The field is as tall as its text, up to what its style allows. */
  function grow() {
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  function keepDraft(text) {
    if (text) drafts[conversation] = text;
    else delete drafts[conversation];
    chat.device.write('drafts', drafts);
  }

  function onKey(event) {
    // While an input method is composing, Enter belongs to it (229: browsers that end composing before they say Enter).
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      node.requestSubmit();
    } else if (event.key === 'Escape' && (replyTo || editing)) {
      event.preventDefault();
      leave();
    } else if (event.key === 'ArrowUp' && field.value === '') {
      const own = chat.timeline
        .items(conversation)
        .findLast((item) => item.mine && item.state === 'sent' && !item.removed);
      if (!own) return;
      event.preventDefault();
      edit(own);
    }
  }

  async function onSubmit(event) {
    event.preventDefault();
    const text = field.value.trim();
    if (text === '') return;
    if (!editing) {
      chat.say(conversation, text, replyTo ?? undefined);
      keepDraft('');
      leave();
      return;
    }
    const item = editing;
    send.disabled = true;
    try {
      if (text !== item.text) await chat.edit(item, text);
      leave();
    } catch (error) {
      send.disabled = false;
      showAbout(t.editing, error.words ?? t.pressFailed);
      announce(error.words ?? t.pressFailed);
    }
  }

  function showFailure(words) {
    showAbout(t.attach, words);
    announce(words);
  }

  function showAbout(title, words) {
    const close = el(
      'button',
      { type: 'button', class: 'tool', 'aria-label': t.cancel, title: t.cancel, on: { click: leave } },
      icon('close'),
    );
    about.replaceChildren(el('div', {}, el('strong', {}, title), el('span', { dir: 'auto' }, words)), close);
    about.hidden = false;
    send.setAttribute('aria-label', editing ? t.save : t.send);
  }

  /** Leaves a reply or an edit; the draft comes back. */
  function leave() {
    replyTo = null;
    editing = null;
    about.hidden = true;
    set(drafts[conversation] ?? '');
    field.focus();
  }

  function set(text) {
    field.value = text;
    send.disabled = text.trim() === '';
    grow();
  }

  function edit(item) {
    editing = item;
    replyTo = null;
    showAbout(t.editing, item.text.split('\n', 1)[0]);
    set(item.text);
    field.focus();
  }

  return {
    node,
    edit,
    replyTo(item, words) {
      if (editing) leave();
      replyTo = item.id;
      showAbout(t.replyingTo, words);
      field.focus();
    },
    /** Puts words into the field for the person to send. */
    write(text) {
      if (editing) leave();
      set(text);
      keepDraft(text);
      field.focus();
    },
    open(id, name) {
      conversation = id;
      replyTo = null;
      editing = null;
      about.hidden = true;
      label.textContent = t.writeTo(name);
      field.placeholder = id === 'direct' ? t.placeholder : t.roomPlaceholder;
      set(drafts[id] ?? '');
    },
    focus: () => field.focus({ preventScroll: true }),
  };
}
