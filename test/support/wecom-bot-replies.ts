import type { Reply } from '../../src/chat/chat-adapter.ts';
import type { Message } from '../../src/chat/message.ts';
import type { Respond } from './fake-bot.ts';

/** A row to `lin`. */
export const reply = (id: string, message: Message, rest: Partial<Reply> = {}): Reply => ({
  id,
  to: { adapter: 'wecom-bot', room: 'direct:lin' },
  private: false,
  message,
  ...rest,
});

/** What the bot says to the event that it was told of last. */
export const answering =
  (message: Message, rest: Partial<Reply> = {}): Respond =>
  (event) => {
    const cause = event.kind === 'message' ? event.message : `action:${event.kind === 'action' ? event.action : ''}`;
    return [reply(`${cause}/0`, message, rest)];
  };

export const receipt: Message = { text: '✓ 已记 · 腾云\n金额 80万', buttons: [{ id: 'undo-1', label: '撤销' }] };
