/** The shapes of what is said. This file imports nothing, so that every part may speak of messages. */

/** Facts laid out as a card. A platform without cards shows `Message.text` alone, which always says the same. */
export interface Card {
  title: string;
  rows: { label: string; value: string }[];
}

/** Rows under headings, for a platform that shows tables; `Message.text` says the same. */
export interface Table {
  title: string;
  head: string[];
  rows: string[][];
  /** Columns of figures, counted from 0: they stand to the right. */
  figures: number[];
}

/** Figures side by side, for a platform that draws them; `Message.text` says the same. `of`: what they are. */
export interface Chart {
  of: string;
  bars: { label: string; value: number }[];
}

/** A button as a platform sees it: an opaque id (the row behind it stays on our side) and its words. */
export interface MessageButton {
  id: string;
  label: string;
  /** A press gives a file, where the platform can take one at once; elsewhere the press says it in words. */
  file?: true;
}

/** One thing the bot says; lines are separated by `\n`. */
export interface Message {
  text: string;
  card?: Card;
  table?: Table;
  chart?: Chart;
  /** A line beneath a card or table; `text` says it too. */
  footer?: string;
  buttons?: MessageButton[];
  /** A question, whose buttons are its choices. */
  asks?: true;
  /** Paths on the web page, for its reader alone; only in what is read at once, and never shown to others. */
  links?: { label: string; path: string }[];
}

/** A button before it has an id: what a press does (`action` of a capability, with plain-data `args`). */
export interface ButtonDraft {
  label: string;
  action: string;
  args?: Record<string, unknown>;
  file?: true;
}

/** A message before it is committed; its buttons get their rows and ids with the change set that carries it. */
export interface MessageDraft {
  text: string;
  card?: Card;
  table?: Table;
  chart?: Chart;
  footer?: string;
  buttons?: ButtonDraft[];
  asks?: true;
  links?: Message['links'];
}

/** A file that is given to somebody. `type`: its media type. */
export interface GivenFile {
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** One field of a form. `value`: what it holds now, `''` for nothing. */
export interface FormField {
  id: string;
  label: string;
  kind: 'text' | 'date' | 'time' | 'choice';
  value: string;
  /** Of a choice: what can be chosen. */
  options?: FormOption[];
  /** Of a choice: there is more than `options`, to be looked for while typing. */
  searched?: boolean;
}

export interface FormOption {
  value: string;
  label: string;
}

/** What a button asks for at once, where a platform has forms. Typed words do all of it elsewhere. */
export interface Form {
  title: string;
  submit: string;
  fields: FormField[];
}

/**
 * Where a message goes. `room`: the platform's conversation id, `direct:<person id>` for the talk with one person alone.
 * `onlyFor`: in a group, the one person who may see it (private there, or sent to them directly).
 */
export interface Address {
  adapter: string;
  room: string;
  onlyFor?: string;
}

/** The direct talk with one person. */
export const directRoom = (person: string): string => `direct:${person}`;

/** The room as the bot knows it: the direct talk is the person's, whatever the platform calls it. */
export const roomFor = (room: string, person: string): string => (isDirect(room) ? directRoom(person) : room);

/** Whether a room is somebody's direct talk. */
export const isDirect = (room: string): boolean => room.startsWith('direct:');

/** The one person an address reaches; null for a group. */
export function personOf(to: Address): string | null {
  if (to.onlyFor !== undefined) return to.onlyFor;
  return isDirect(to.room) ? to.room.slice('direct:'.length) : null;
}
