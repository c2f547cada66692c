import { readFileSync } from 'node:fs';
import { decode } from './slack-decode.ts';

const self = { team: 'T1DC2JH3J', user: 'UBOT', bot: 'BBOT' };
const now = new Date('2026-11-23T02:00:00Z');
const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`./samples/${name}.json`, import.meta.url), 'utf8'));
const heard = (name: string) => decode(sample(name), self, now);

const lin = 'T1DC2JH3J:U2CERLKJA';

test('a direct message: the talk with one person, text and signs as they were typed', () => {
  expect(heard('direct-message')).toEqual({
    kind: 'event',
    event: {
      kind: 'message',
      key: 'slack:T1DC2JH3J:D024BE91L:1795305642.000100',
      message: 'slack:T1DC2JH3J:D024BE91L:1795305642.000100',
      adapter: 'slack',
      room: `direct:${lin}`,
      user: lin,
      sentAt: new Date(1_795_305_642_000),
      text: '刚跟R&D的王总打完电话 👍\n他想看demo',
    },
    place: { channel: 'D024BE91L' },
    onlyIfAnswering: false,
  });
});

test('one message that comes as two events is one event of ours', () => {
  const mention = heard('mention');
  expect(mention).toEqual(heard('mention-as-message'));
  expect(mention).toMatchObject({
    event: { key: 'slack:T1DC2JH3J:C024BE91L:1795305650.000200', room: 'C024BE91L', text: '今天拜访了腾云' },
    place: { channel: 'C024BE91L', thread: '1795305650.000200' },
  });
});

test('an answer in a thread is for us only where we have spoken', () => {
  expect(heard('thread-answer')).toMatchObject({
    onlyIfAnswering: true,
    event: { replyTo: 'slack:T1DC2JH3J:C024BE91L:1795305650.000200', text: '不是80万是85万' },
    place: { thread: '1795305650.000200' },
  });
});

test('a rewritten message is an edit, a deleted one a deletion', () => {
  const message = 'slack:T1DC2JH3J:D024BE91L:1795305642.000100';
  const edited = { kind: 'edit', message, text: '报价85万', user: lin, room: `direct:${lin}` };
  expect(heard('edited')).toMatchObject({
    event: { ...edited, key: expect.stringMatching(/^slack-edit:.*1795305700/) },
  });
  expect(heard('deleted')).toMatchObject({ event: { kind: 'delete', message, user: lin } });
});

test('a parent of a thread that is deleted leaves a tombstone', () => {
  const gone = structuredClone(sample('edited')) as { event: { message: Record<string, unknown> } };
  gone.event.message = { type: 'message', subtype: 'tombstone', text: 'This message was deleted.', ts: '1.1' };
  expect(decode(gone, self, now)).toMatchObject({ event: { kind: 'delete' } });
});

test.each(['unfurled', 'bot-message', 'own-message', 'channel-talk'])('%s is nothing for us', (name) => {
  expect(heard(name)).toEqual({ kind: 'ignored' });
});

test('who joins changes the audience', () => {
  expect(heard('member-joined')).toEqual({ kind: 'membership', channel: 'G024BE91L' });
});

test('a command is talked about directly, since nobody else has seen it', () => {
  expect(heard('command')).toMatchObject({
    event: { kind: 'message', room: `direct:${lin}`, user: lin, sentAt: now, text: 'call with acme.com, 85k' },
  });
  expect(decode({ ...sample('command'), text: ' ' }, self, now)).toEqual({ kind: 'emptyCommand' });
});

test('a press carries the opaque id of its button alone', () => {
  expect(heard('press')).toMatchObject({
    event: { kind: 'action', action: 'button-7', room: 'C024BE91L', user: lin },
    place: { channel: 'C024BE91L', thread: '1795305650.000200' },
  });
});

test('"Log this" tells of somebody’s message, once a person', () => {
  const event = { kind: 'message', text: '腾云同意85万', room: `direct:${lin}`, user: lin };
  expect(heard('shortcut')).toMatchObject({ event });
  expect(heard('shortcut')).toEqual(decode({ ...sample('shortcut'), action_ts: '1795305760.000000' }, self, now));
});

test.each([null, 7, 'x', [], {}, { type: 'event_callback' }, { type: 'event_callback', event: { type: 'message' } }])(
  'what is no payload (%j) is nothing',
  (body) => expect(decode(body, self, now)).toEqual({ kind: 'ignored' }),
);

test('a press that gives a file says so', () => {
  expect(heard('file-press')).toMatchObject({ kind: 'press', givesFile: true, event: { action: 'button-7' } });
  expect(heard('press')).toMatchObject({ givesFile: false });
});

test('a form brings what was changed in it, to the button that opened it', () => {
  expect(heard('submission')).toMatchObject({
    kind: 'submission',
    event: {
      kind: 'submit',
      key: 'slack-submit:T1DC2JH3J:VNHU13V36',
      room: `direct:${lin}`,
      action: 'button-7',
      values: { amount: '85万' },
    },
  });
  const asked = { room: 'C024BE91L', user: lin, action: 'button-7', field: 'customer', typed: '腾' };
  expect(heard('suggestion')).toEqual({ kind: 'options', asked });
});

test('the home that is opened, and links to look behind', () => {
  expect(heard('home-opened')).toMatchObject({ kind: 'home', user: lin });
  expect(heard('links')).toMatchObject({
    kind: 'links',
    asker: { room: 'C024BE91L', user: lin },
    urls: ['https://crm.example.com/r/account-7'],
    ts: '1795305810.000200',
  });
});

test('files beside words: the words go ahead with what was spoken, the rest are things', () => {
  expect(heard('files')).toMatchObject({
    kind: 'files',
    said: { event: { text: '报价发了\n腾云同意八十五万', spoken: true } },
    files: [{ event: { kind: 'thing', message: 'slack:T1DC2JH3J:D024BE91L:1795305820.000400:F0S43PZDF' } }],
  });
});
