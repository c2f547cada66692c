/** An id for a message or a press. (`crypto.randomUUID` is missing where the page comes by plain http.) */
export const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
