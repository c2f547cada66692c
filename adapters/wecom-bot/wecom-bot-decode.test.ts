import { readFileSync } from 'node:fs';
import { decode } from './wecom-bot-decode.ts';

const settings = { bot: 'aibtest0001' };
const NOW = new Date('2026-11-23T02:00:00Z');
const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`samples/${name}.json`, import.meta.url), 'utf8'));
const read = (name: string, change: object = {}, also: { name?: string } = {}) =>
  decode({ ...sample(name), ...change }, { ...settings, ...also }, NOW);

test('words of a direct talk, as they were typed', () => {
  expect(read('single-text')).toEqual({
    kind: 'said',
    chat: { chat: 'zhangwei', group: false },
    things: [],
    message: {
      kind: 'message',
      key: 'wecom-bot:aibtest0001:CAIQ16HMjQYY',
      message: 'wecom-bot:aibtest0001:CAIQ16HMjQYY',
      adapter: 'wecom-bot',
      room: 'direct:zhangwei',
      user: 'zhangwei',
      sentAt: new Date(1795400000_000),
      text: '腾云同意85万\n下周三拜访 👍🏽',
    },
  });
});

test('in a group the words that follow the mention', () => {
  const room = 'wrkSFfCgAAxxxxxxxxxxxx';
  expect(read('group-mention')).toMatchObject({
    chat: { chat: room, group: true },
    message: { room, text: '本季度漏斗' },
  });
});

test.each([
  ['@跟进 腾云签了 @张伟', undefined, '腾云签了 @张伟'],
  ['@张伟 看下 @跟进 腾云签了', '跟进', '@张伟 看下 腾云签了'],
  ['腾云签了 @跟进', '跟进', '腾云签了'],
  ['@Genjin Bot 腾云签了', 'Genjin Bot', '腾云签了'],
  ['腾云签了 zhang@tengyun.cn', undefined, '腾云签了 zhang@tengyun.cn'],
])('%j, the bot being called %s, says %j', (content, name, text) => {
  const heard = read('group-mention', { text: { content } }, name === undefined ? {} : { name });
  expect(heard).toMatchObject({ message: { text } });
});

test('a quote gives its words', () => {
  expect(read('quoting')).toMatchObject({
    quoted: '✓ 已记 · 腾云 · 电话 · 今天\n金额 80万 #318',
    message: { text: '不是80万是85万' },
  });
});

test('voice is its transcript; words between pictures are the words, and the pictures things of their own', () => {
  expect(read('voice')).toMatchObject({
    kind: 'said',
    message: { text: '腾云那边同意八十五万', spoken: true },
    things: [],
  });
  expect(read('mixed')).toMatchObject({
    message: { key: 'wecom-bot:aibtest0001:CAIQ16HMjQYc', text: '海拓的名片\n罗启铭 采购' },
    things: [
      { event: { kind: 'thing', what: 'image', key: 'wecom-bot:aibtest0001:CAIQ16HMjQYc:1' }, media: { aeskey: 'x' } },
    ],
  });
});

test.each([
  ['image', {}, 'image'],
  ['file', {}, 'file'],
  ['image', { msgtype: 'video', video: { url: 'https://x/', aeskey: 'x' } }, 'video'],
  ['voice', { voice: { content: ' ' } }, 'audio'],
  ['mixed', { mixed: { msg_item: [{ msgtype: 'image' }] } }, 'image'],
])('%s %j is a thing: %s', (name, change, what) => {
  const { msgid } = sample(name);
  const event = { kind: 'thing', what, blob: null, room: 'direct:zhangwei', key: `wecom-bot:aibtest0001:${msgid}` };
  expect(read(name, change)).toMatchObject({ kind: 'said', message: null, things: [{ event }] });
});

test.each([
  ['image', { msgtype: 'location' }, 'other'],
  ['group-mention', { text: { content: '@跟进' } }, 'empty'],
])('%s %j is nothing that can be read: %s', (name, change, what) => {
  expect(read(name, change)).toMatchObject({ kind: 'unread', what });
});

test('a press is its button and its card', () => {
  expect(read('press')).toMatchObject({
    kind: 'press',
    task: 'task-1@0',
    chat: { chat: 'wrkSFfCgAAxxxxxxxxxxxx', group: true },
    event: { kind: 'action', action: 'opaque-1', user: 'zhangwei', room: 'wrkSFfCgAAxxxxxxxxxxxx' },
  });
  const beside = { event: { eventtype: 'template_card_event', event_key: 'opaque-1', task_id: 't@0' } };
  expect(read('press', beside)).toMatchObject({ kind: 'press', task: 't@0', event: { action: 'opaque-1' } });
});

test('somebody came in', () => {
  expect(read('enter-chat')).toEqual({ kind: 'entered', user: 'zhangwei' });
});

test.each([
  ['single-text', { aibotid: 'aibOther' }],
  ['single-text', { from: { userid: 'aibtest0001' } }],
  ['single-text', { msgid: '' }],
  ['single-text', { from: {} }],
  ['group-mention', { chatid: undefined }],
  ['feedback', {}],
  ['press', { event: { eventtype: 'template_card_event', template_card_event: {} } }],
])('%s with %j is nothing for us', (name, change) => {
  expect(read(name, change)).toEqual({ kind: 'ignored' });
});

test('what says no time was sent when it came', () => {
  expect(read('single-text', { create_time: undefined })).toMatchObject({ message: { sentAt: NOW } });
});
