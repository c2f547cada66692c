/** The last command that did something here, in its words, and its set; `anew`: what the message of that cause made of it. */
export interface Commanded {
  text: string;
  set: string;
  at: Date;
  anew?: { by: string; text: string };
}
