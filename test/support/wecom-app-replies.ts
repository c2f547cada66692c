import type { Reply } from '../../src/chat/chat-adapter.ts';
import type { Message } from '../../src/chat/message.ts';

let count = 0;

/** A row of its own to `lin`. */
export function reply(message: string | Message, rest: Partial<Reply> = {}): Reply {
  count += 1;
  return {
    id: `rule:deliver-${count}/0`,
    to: { adapter: 'wecom-app', room: 'direct:lin' },
    private: false,
    message: typeof message === 'string' ? { text: message } : message,
    ...rest,
  };
}

/** Words with buttons. */
export const receipt = (text: string, ...labels: string[]): Message => ({
  text,
  buttons: labels.map((label, at) => ({ id: `id-${at}-${label}`, label })),
});
