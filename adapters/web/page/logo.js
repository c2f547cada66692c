import { el } from './dom.js';

/** The product's sign and name. */
export const logo = () =>
  el(
    'p',
    { class: 'brand' },
    el('img', { src: '/icon.svg', alt: '', width: '40', height: '40' }),
    el('span', {}, 'Genjin 跟进'),
  );
