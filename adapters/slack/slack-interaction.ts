import { z } from 'zod';
import { directRoom } from '../../src/chat/message.ts';
import { PRESS } from './slack-encode.ts';
import { type Heard, IGNORED, instant } from './slack-heard.ts';
import { messageIdentity, SLACK, type SlackSelf, userIdentity } from './slack-ids.ts';
import { emojiOf } from './slack-message.ts';
import { readText } from './slack-text.ts';

const COMMAND = '/genjin';
const SHORTCUT = 'log_this';

/** Reads a command, a press of a button or a shortcut; `now`: when it came, for a command, which does not say. */
export function decodeInteraction(body: unknown, self: SlackSelf, now: Date): Heard {
  const command = slashCommand.safeParse(body);
  if (command.success) return decodeCommand(command.data, now);
  const press = blockActions.safeParse(body);
  if (press.success) return decodePress(press.data, self);
  const shortcut = messageShortcut.safeParse(body);
  return shortcut.success ? decodeShortcut(shortcut.data, self) : IGNORED;
}

const id = z.string().min(1).max(100);

const slashCommand = z.object({
  command: z.literal(COMMAND),
  text: z.string().default(''),
  user_id: id,
  team_id: id,
  channel_id: id,
  trigger_id: id,
});

/** What is said by a command is seen by nobody else, so the talk goes on directly. */
function decodeCommand(command: z.infer<typeof slashCommand>, now: Date): Heard {
  const { text, user_id, team_id, channel_id, trigger_id } = command;
  const said = readText(text, '');
  if (said === '') return { kind: 'emptyCommand' };
  const user = userIdentity(team_id, user_id);
  const identity = `slack:${team_id}:${channel_id}:command-${trigger_id}`;
  const event = { key: identity, message: identity, adapter: SLACK, room: directRoom(user), user, text: said };
  return {
    kind: 'event',
    event: { ...event, kind: 'message', sentAt: now },
    place: { channel: channel_id },
    onlyIfAnswering: false,
  };
}

const presser = z.object({ id, team_id: id.optional() });

const blockActions = z.object({
  type: z.literal('block_actions'),
  user: presser,
  channel: z.object({ id }),
  container: z.object({ message_ts: id, thread_ts: id.optional(), is_ephemeral: z.boolean().optional() }),
  message: z.object({ thread_ts: id.optional() }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().min(1).max(2_000), action_ts: id })).min(1),
});

function decodePress(
  { user, channel, container, message, actions }: z.infer<typeof blockActions>,
  self: SlackSelf,
): Heard {
  const action = actions.find(({ action_id }) => action_id.startsWith(PRESS));
  if (action === undefined) return IGNORED;
  const who = userIdentity(user.team_id ?? self.team, user.id);
  const key = `slack-press:${self.team}:${channel.id}:${container.message_ts}:${user.id}:${action.action_ts}`;
  const room = channel.id.startsWith('D') ? directRoom(who) : channel.id;
  const thread = container.thread_ts ?? message?.thread_ts;
  return {
    kind: 'event',
    event: {
      kind: 'action',
      key,
      adapter: SLACK,
      room,
      user: who,
      sentAt: instant(action.action_ts),
      action: action.value,
    },
    place: { channel: channel.id, ...(thread === undefined ? {} : { thread }) },
    onlyIfAnswering: false,
  };
}

const messageShortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal(SHORTCUT),
  user: presser,
  channel: z.object({ id }),
  message: z.object({ ts: id, text: z.string(), blocks: z.unknown().optional() }),
  action_ts: id,
});

/** "Log this": the presser tells of somebody's message. The same one twice by the same person is one record. */
function decodeShortcut(
  { user, channel, message, action_ts }: z.infer<typeof messageShortcut>,
  self: SlackSelf,
): Heard {
  const text = readText(message.text, self.user, emojiOf(message.blocks));
  if (text === '') return IGNORED;
  const who = userIdentity(user.team_id ?? self.team, user.id);
  const identity = `${messageIdentity(self.team, channel.id, message.ts)}:${user.id}`;
  const event = { key: identity, message: identity, adapter: SLACK, room: directRoom(who), user: who, text };
  return {
    kind: 'event',
    event: { ...event, kind: 'message', sentAt: instant(action_ts) },
    place: { channel: channel.id },
    onlyIfAnswering: false,
  };
}
