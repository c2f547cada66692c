import { randomUUID } from 'node:crypto';
import { createInterface, type Interface, type Key } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { ChatAdapter, ChatHost, IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import { type NumberedButtons, numberedAfter, pressedByNumber } from '../../src/chat/numbered-buttons.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { encodeForConsole } from './console-encode.ts';
import { consoleTexts } from './console-texts.ts';

interface ConsoleAdapterOptions {
  person: { id: string; name: string; locale: Locale };
  input: Readable;
  output: Writable;
  clock: Clock;
}

interface ConsoleAdapter extends ChatAdapter {
  /** Resolves when the person has left (`/quit`, Ctrl-C, Ctrl-D, end of input) and what they said is handled. */
  readonly ended: Promise<void>;
}

const CONSOLE = 'console';
/** A terminal so asked marks what is pasted (bracketed paste, `?2004` of xterm's control sequences). */
const MARK_PASTES = '\u001b[?2004h';
const MARK_NO_PASTES = '\u001b[?2004l';

/**
 * One person's talk with the bot in a terminal: a line is a message, what is pasted is one with the line that ends it, a
 * number presses a button of the last ones shown.
 */
export function createConsoleAdapter({ person, input, output, clock }: ConsoleAdapterOptions): ConsoleAdapter {
  const texts = consoleTexts(person.locale);
  const shown = new Set<string>();
  const underWay = new Set<Promise<void>>();
  let buttons: NumberedButtons | null = null;
  let lines: Interface | null = null;
  let pasting = false;
  let pasted: string[] = [];
  let leave = () => {};
  const left = new Promise<void>((resolve) => {
    leave = resolve;
  });

  /** Prints above the line being typed. */
  function print(text: string): void {
    if (output.writableEnded || output.destroyed) return;
    if (lines?.terminal) output.write('\r\u001b[J');
    output.write(text);
    if (lines?.terminal) lines.prompt(true);
  }

  function eventOf(line: string): IncomingEvent {
    const key = `console:${person.id}:${randomUUID()}`;
    const origin = { key, adapter: CONSOLE, room: directRoom(person.id), user: person.id, sentAt: clock.now() };
    const action = pressedByNumber(line, buttons, origin.sentAt);
    if (action !== undefined) return { ...origin, kind: 'action', action };
    return { ...origin, kind: 'message', message: key, text: line };
  }

  /** Shows a reply once, whether it comes as the answer to a line or by delivery. */
  function show(reply: Reply, locale: Locale): void {
    if (reply.to.room !== directRoom(person.id) || shown.has(reply.id)) return;
    shown.add(reply.id);
    const numbered = numberedAfter(buttons, reply.message, clock.now());
    buttons = numbered.shown;
    print(encodeForConsole(reply, locale, numbered.first));
  }

  async function hear(host: ChatHost, line: string): Promise<void> {
    const accepted = await host.accept(eventOf(line)).catch((error: unknown) => {
      if (error instanceof ServiceError) return null;
      throw error;
    });
    if (accepted === null) return print(`${texts.notStored}\n`);
    for (const reply of await accepted.handled.catch(() => [])) show(reply, person.locale);
  }

  function onLine(host: ChatHost, typed: string): void {
    pasted.push(typed);
    if (pasting) return;
    const line = pasted.join('\n').trim();
    pasted = [];
    if (line.normalize('NFKC') === '/quit') return void lines?.close();
    if (line !== '') {
      const work: Promise<void> = hear(host, line).finally(() => underWay.delete(work));
      underWay.add(work);
    }
    lines?.prompt();
  }

  /** Enter in what is pasted only breaks the line. */
  function onKey(_sign: string | undefined, { name }: Key): void {
    if (name === 'paste-start' || name === 'paste-end') pasting = name === 'paste-start';
  }

  return {
    name: CONSOLE,
    ended: left.then(async () => {
      await Promise.allSettled(underWay);
      print(`${texts.bye}\n`);
    }),

    async start(host) {
      lines = createInterface({ input, output, prompt: texts.prompt });
      output.write(`${texts.hello(person.name)}\n`);
      output.on('error', () => lines?.close());
      lines.on('line', (line) => onLine(host, line));
      input.on('keypress', onKey);
      if (lines.terminal) output.write(MARK_PASTES);
      lines.on('SIGINT', () => lines?.close());
      lines.on('close', leave);
      lines.prompt();
    },

    async stop() {
      input.off('keypress', onKey);
      if (lines?.terminal) output.write(MARK_NO_PASTES);
      lines?.close();
      await Promise.allSettled(underWay);
    },

    deliver: async (reply, locale) => show(reply, locale),
  };
}
