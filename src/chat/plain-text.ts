/** A text without what is no sign: line ends are `\n`, controls are spaces, halves of characters are U+FFFD. */
export const plainText = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/\p{Surrogate}/gu, '\u{fffd}');
