import { z } from 'zod';
import { directRoom } from '../../src/chat/message.ts';
import { FILE_PRESS, PRESS } from './slack-encode.ts';
import { changedValues, readOpened } from './slack-form.ts';
import { type Heard, IGNORED, instant } from './slack-heard.ts';
import { messageIdentity, SLACK, type SlackSelf, userIdentity } from './slack-ids.ts';
import { emojiOf, slackFile } from './slack-message.ts';
import { readText } from './slack-text.ts';
import { spokenIn, thingsIn } from './slack-things.ts';

const COMMAND = '/genjin';
const SHORTCUT = 'log_this';

/** Reads a command, a press of a button, a form or a shortcut; `now`: when it came, for a command, which does not say. */
export function decodeInteraction(body: unknown, self: SlackSelf, now: Date): Heard {
  const command = slashCommand.safeParse(body);
  if (command.success) return decodeCommand(command.data, now);
  const press = blockActions.safeParse(body);
  if (press.success) return decodePress(press.data, self);
  const submission = viewSubmission.safeParse(body);
  if (submission.success) return decodeSubmission(submission.data, self, now);
  const suggestion = blockSuggestion.safeParse(body);
  if (suggestion.success) return decodeSuggestion(suggestion.data, self);
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
  trigger_id: id,
  channel: z.object({ id }),
  container: z.object({ message_ts: id, thread_ts: id.optional(), is_ephemeral: z.boolean().optional() }),
  message: z.object({ thread_ts: id.optional() }).optional(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().min(1).max(2_000), action_ts: id })).min(1),
});

function decodePress(
  { user, trigger_id, channel, container, message, actions }: z.infer<typeof blockActions>,
  self: SlackSelf,
): Heard {
  const action = actions.find(({ action_id }) => action_id.startsWith(PRESS));
  if (action === undefined) return IGNORED;
  const who = userIdentity(user.team_id ?? self.team, user.id);
  const key = `slack-press:${self.team}:${channel.id}:${container.message_ts}:${user.id}:${action.action_ts}`;
  const room = channel.id.startsWith('D') ? directRoom(who) : channel.id;
  const thread = container.thread_ts ?? message?.thread_ts;
  return {
    kind: 'press',
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
    trigger: trigger_id,
    givesFile: action.action_id.startsWith(FILE_PRESS),
  };
}

const view = z.object({ id, private_metadata: z.string().max(3_000) });

const viewSubmission = z.object({
  type: z.literal('view_submission'),
  user: presser,
  view: view.extend({ state: z.object({ values: z.record(z.string(), z.record(z.string(), z.unknown())) }) }),
});

/** A form's values. A view can be sent once: what was wrong with it is not stored. */
function decodeSubmission({ user, view }: z.infer<typeof viewSubmission>, self: SlackSelf, now: Date): Heard {
  const opened = readOpened(view.private_metadata);
  if (opened === null) return IGNORED;
  const { action, channel, thread, was } = opened;
  const who = userIdentity(user.team_id ?? self.team, user.id);
  return {
    kind: 'submission',
    event: {
      kind: 'submit',
      key: `slack-submit:${self.team}:${view.id}`,
      adapter: SLACK,
      room: channel.startsWith('D') ? directRoom(who) : channel,
      user: who,
      sentAt: now,
      action,
      values: changedValues(view.state.values, was),
    },
    place: { channel, ...(thread === undefined ? {} : { thread }) },
  };
}

const blockSuggestion = z.object({
  type: z.literal('block_suggestion'),
  user: presser,
  view,
  block_id: z.string(),
  value: z.string().max(1_000),
});

function decodeSuggestion({ user, view, block_id, value }: z.infer<typeof blockSuggestion>, self: SlackSelf): Heard {
  const opened = readOpened(view.private_metadata);
  if (opened === null) return IGNORED;
  const who = userIdentity(user.team_id ?? self.team, user.id);
  const room = opened.channel.startsWith('D') ? directRoom(who) : opened.channel;
  return { kind: 'options', asked: { room, user: who, action: opened.action, field: block_id, typed: value } };
}

const messageShortcut = z.object({
  type: z.literal('message_action'),
  callback_id: z.literal(SHORTCUT),
  user: presser,
  channel: z.object({ id }),
  message: z.object({
    ts: id,
    text: z.string().default(''),
    blocks: z.unknown().optional(),
    files: z.array(slackFile).max(20).optional().catch(undefined),
    attachments: z
      .array(z.object({ text: z.string().optional(), fallback: z.string().optional() }))
      .optional()
      .catch(undefined),
  }),
  action_ts: id,
});

/** "Log this": the presser tells of somebody's message, its files too. The same one twice by the same person is one record. */
function decodeShortcut(
  { user, channel, message, action_ts }: z.infer<typeof messageShortcut>,
  self: SlackSelf,
): Heard {
  const { files = [], attachments = [] } = message;
  const who = userIdentity(user.team_id ?? self.team, user.id);
  const identity = `${messageIdentity(self.team, channel.id, message.ts)}:${user.id}`;
  const common = { adapter: SLACK, room: directRoom(who), user: who, sentAt: instant(action_ts) };
  const things = thingsIn(files, identity, common);
  const own = readText(message.text, self.user, emojiOf(message.blocks));
  // What another app posts, or what was forwarded, has its words in attachments; beside words of its own they are previews.
  const quoted = own === '' ? attachments.map(({ text, fallback = '' }) => readText(text ?? fallback, self.user)) : [];
  const text = [own, ...quoted, ...spokenIn(files)].filter((words) => words !== '').join('\n');
  if (text === '' && things.length === 0) return { kind: 'nothingToLog', user: who };
  const where = { place: { channel: channel.id }, onlyIfAnswering: false };
  const said: Heard & { kind: 'event' } = {
    kind: 'event',
    event: { ...common, kind: 'message', key: identity, message: identity, text },
    ...where,
  };
  return things.length === 0 ? said : { kind: 'files', said: text === '' ? null : said, files: things, ...where };
}
