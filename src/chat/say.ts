/** The built-in action of a button that stands for typed words. */
export const SAY = 'chat.say';
