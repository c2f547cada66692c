/**
 * Makes an element. Text goes in as text nodes only, so nothing that somebody wrote can become markup.
 * `props`: `class`, `on` (listeners by event), `data` (data attributes), everything else an attribute; false and null are left out.
 */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === 'on') for (const [event, listener] of Object.entries(value)) node.addEventListener(event, listener);
    else if (name === 'data') Object.assign(node.dataset, value);
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const paths = {
  back: 'M15 5l-7 7 7 7',
  send: 'M5 12h13M12 6l6 6-6 6',
  attach: 'M12 5v14M5 12h14',
  reply: 'M10 8V4L3 11l7 7v-4c5 0 8 2 10 5 0-6-3-11-10-11z',
  edit: 'M4 20h4L19 9l-4-4L4 16v4zM13 7l4 4',
  remove: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13',
  close: 'M6 6l12 12M18 6L6 18',
  down: 'M12 5v14M6 13l6 6 6-6',
  up: 'M12 19V5M6 11l6-6 6 6',
  lock: 'M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 3',
  warn: 'M12 4L2 20h20zM12 10v4M12 17v.5',
  room: 'M8 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 19c0-4 3-6 6-6s6 2 6 6M16 11a2.5 2.5 0 1 0 0-5M17 13c3 0 5 2 5 6',
};

/** A line drawing in the colour of the text around it; the words beside it say what it means. */
export function icon(name) {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(space, 'path');
  path.setAttribute('d', paths[name]);
  svg.append(path);
  return svg;
}

let silence = 0;

/** Lets a screen reader say something without moving the reader. */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  announcer.textContent = text;
  // What was said is not there to be found again.
  clearTimeout(silence);
  silence = setTimeout(() => announcer.replaceChildren(), 3_000);
}
