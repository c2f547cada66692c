import { el, icon } from './dom.js';

const KINDS = '.csv,.tsv,.txt,.xlsx,.pdf,image/*';

/** The button that sends files, and what the form around it does with files dropped onto it. */
export function createAttach({ t, send, failed }) {
  const picker = el('input', {
    type: 'file',
    id: 'attach-files',
    hidden: true,
    multiple: true,
    accept: KINDS,
    on: { change: onChange },
  });
  const button = el(
    'button',
    { type: 'button', class: 'tool', 'aria-label': t.attach, title: t.attach, on: { click: () => picker.click() } },
    icon('attach'),
  );

  function onChange() {
    const files = [...picker.files];
    // The same file chosen again is a choice too.
    picker.value = '';
    sendAll(files);
  }

  /** One after another, so that the answers stand in the order of the files. */
  async function sendAll(files) {
    button.disabled = true;
    for (const file of files) await send(file).catch((error) => failed(error.words ?? t.fileFailed));
    button.disabled = false;
  }

  const carriesFiles = (event) => event.dataTransfer?.types.includes('Files');
  return {
    node: el('div', { class: 'attach' }, picker, button),
    drop: {
      dragover(event) {
        if (carriesFiles(event)) event.preventDefault();
      },
      drop(event) {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        sendAll([...event.dataTransfer.files]);
      },
    },
  };
}
