import { createHmac } from 'node:crypto';
import { type FakeSlack, SIGNING_SECRET } from './fake-slack.ts';

type Payload = Record<string, unknown>;

/** An event as Slack wraps it; each delivery of one has another event id where it is another event. */
const wrapped = (slack: FakeSlack, event: Payload): Payload => ({
  type: 'event_callback',
  team_id: slack.team,
  api_app_id: 'A1',
  event_id: `Ev${Math.floor(Math.random() * 1e9)}`,
  event_time: 1,
  authorizations: [{ team_id: slack.team, user_id: slack.bot, is_bot: true }],
  event,
});

export interface Saying {
  ts: string;
  thread_ts?: string;
  blocks?: unknown;
  bot_id?: string;
  files?: unknown[];
}

/** Payloads of one person at the fake Slack, shaped as Slack's own (adapters/slack/samples). */
export function payloads(slack: FakeSlack, user: string) {
  const message = (channel: string, text: string, rest: Saying, type = 'message') => ({
    type,
    user,
    text,
    channel,
    team: slack.team,
    ...(type === 'message' ? { channel_type: channel.startsWith('D') ? 'im' : 'group' } : {}),
    event_ts: rest.ts,
    ...rest,
  });
  return {
    message: (channel: string, text: string, rest: Saying) => wrapped(slack, message(channel, text, rest)),
    mention: (channel: string, text: string, rest: Saying) =>
      wrapped(slack, message(channel, `<@${slack.bot}> ${text}`, rest, 'app_mention')),
    mentionAsMessage: (channel: string, text: string, rest: Saying) =>
      wrapped(slack, message(channel, `<@${slack.bot}> ${text}`, rest)),
    changed: (channel: string, ts: string, from: string, to: string, rest: Payload = { edited: { user, ts: '9.1' } }) =>
      wrapped(slack, {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        channel,
        channel_type: channel.startsWith('D') ? 'im' : 'group',
        ts: '9.1',
        message: { type: 'message', user, text: to, ts, team: slack.team, ...rest },
        previous_message: { type: 'message', user, text: from, ts, team: slack.team },
      }),
    deleted: (channel: string, ts: string, text: string) =>
      wrapped(slack, {
        type: 'message',
        subtype: 'message_deleted',
        hidden: true,
        channel,
        channel_type: channel.startsWith('D') ? 'im' : 'group',
        ts: '9.2',
        deleted_ts: ts,
        previous_message: { type: 'message', user, text, ts, team: slack.team },
      }),
    command: (channel: string, text: string, trigger: string) => ({
      command: '/genjin',
      text,
      user_id: user,
      user_name: 'x',
      team_id: slack.team,
      channel_id: channel,
      trigger_id: trigger,
      response_url: 'https://hooks.slack.com/commands/T/1/2',
    }),
    press: (channel: string, messageTs: string, value: string, at = '5.5', id = 'press:0') => ({
      type: 'block_actions',
      user: { id: user, team_id: slack.team },
      team: { id: slack.team },
      channel: { id: channel },
      container: { type: 'message', message_ts: messageTs, channel_id: channel, is_ephemeral: false },
      trigger_id: '1.2.3',
      actions: [{ type: 'button', action_id: id, block_id: 'b', value, action_ts: at }],
    }),
    /** A form is sent: the view as it was opened, with these values in its fields. */
    submit: (view: Payload, values: Record<string, string>) => ({
      type: 'view_submission',
      user: { id: user, team_id: slack.team },
      team: { id: slack.team },
      view: { id: 'V1', type: 'modal', callback_id: 'form', ...view, state: { values: stateOf(view, values) } },
    }),
    /** What is typed into a searched choice. */
    suggest: (view: Payload, field: string, value: string) => ({
      type: 'block_suggestion',
      user: { id: user, team_id: slack.team },
      team: { id: slack.team },
      view: { id: 'V1', ...view },
      container: { type: 'view', view_id: 'V1' },
      action_id: 'value',
      block_id: field,
      value,
    }),
    homeOpened: () => wrapped(slack, { type: 'app_home_opened', user, channel: 'D1', tab: 'home', event_ts: '1.1' }),
    links: (channel: string, ts: string, urls: string[], source = 'conversations_history') =>
      wrapped(slack, {
        type: 'link_shared',
        user,
        channel,
        message_ts: ts,
        unfurl_id: 'u1',
        source,
        links: urls.map((url) => ({ url, domain: 'crm.example.com' })),
        event_ts: '1.2',
      }),
    logThis: (channel: string, ts: string, text: string) => ({
      type: 'message_action',
      callback_id: 'log_this',
      user: { id: user, team_id: slack.team },
      team: { id: slack.team },
      channel: { id: channel, name: 'x' },
      message: { type: 'message', user: 'U0', ts, text },
      message_ts: ts,
      action_ts: '6.6',
      trigger_id: '1.2.4',
    }),
    joined: (channel: string) => wrapped(slack, { type: 'member_joined_channel', user, channel, channel_type: 'G' }),
  };
}

/** The state of a view whose fields hold what they held at the start, but for these. */
function stateOf({ blocks }: Payload, values: Record<string, string>): Payload {
  const fields = (blocks as { block_id: string; element: Record<string, unknown> }[]).map(({ block_id, element }) => {
    const chosen = element.initial_option as { value: string } | undefined;
    const held = element.initial_value ?? element.initial_date ?? element.initial_time ?? chosen?.value ?? '';
    const value = values[block_id] ?? String(held);
    const state =
      element.type === 'datepicker'
        ? { selected_date: value || null }
        : element.type === 'timepicker'
          ? { selected_time: value || null }
          : element.type === 'plain_text_input'
            ? { value: value || null }
            : { selected_option: value === '' ? null : { value } };
    return [block_id, { value: { type: element.type, ...state } }];
  });
  return Object.fromEntries(fields);
}

/** A payload as Slack posts it: events as JSON, commands as a form, the rest as a form with one JSON field. */
export function requestOf(payload: Payload): { type: string; body: string } {
  if (payload.type === 'event_callback' || payload.type === 'url_verification')
    return { type: 'application/json', body: JSON.stringify(payload) };
  const form = 'command' in payload ? (payload as Record<string, string>) : { payload: JSON.stringify(payload) };
  return { type: 'application/x-www-form-urlencoded', body: new URLSearchParams(form).toString() };
}

export const signatureOf = (stamp: string, body: string | Buffer, secret = SIGNING_SECRET): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')}`;
