import { readFileSync } from 'node:fs';
import { decode } from './wecom-app-decode.ts';
import { readXml } from './wecom-app-xml.ts';

const CORP = 'ww1436e0e65a779aee';
const self = { corp: CORP, agent: 1000002 };
const sample = (name: string): string => readFileSync(new URL(`./samples/${name}.xml`, import.meta.url), 'utf8');
const heard = (xml: string) => decode(readXml(xml) ?? {}, self);

const lin = `${CORP}:lin`;
const said = { kind: 'message', adapter: 'wecom-app', room: `direct:${lin}`, user: lin };

test('a text: its id keeps all digits, its signs are what was typed', () => {
  const key = `wecom-app:${CORP}:4561255354251345929`;
  expect(heard(sample('text'))).toEqual({
    kind: 'event',
    event: {
      ...said,
      key,
      message: key,
      sentAt: new Date('2026-11-23T02:00:00Z'),
      text: '腾云 & <海拓>\n80万 &lt; 85万 👍🏽',
    },
  });
});

test('a voice message that WeCom has heard is what was said', () => {
  expect(heard(sample('voice-heard'))).toMatchObject({
    kind: 'event',
    event: { ...said, text: '腾云同意八十五万', spoken: true },
  });
});

test.each([
  ['voice', 'audio', undefined],
  ['image', 'image', 'M1'],
  ['video', 'video', 'M1'],
  ['file', 'file', 'M1'],
  ['location', 'location', undefined],
  ['card', 'contact', undefined],
])('%s is a thing', (type, what, media) => {
  const id = type === 'location' || type === 'card' ? '' : '<MediaId>M1</MediaId>';
  const base = `<FromUserName>Lin</FromUserName><CreateTime>1795399200</CreateTime><MsgId>5</MsgId><AgentID>1000002</AgentID>`;
  const thing = heard(`<xml>${base}<MsgType>${type}</MsgType>${id}</xml>`);
  expect(thing).toMatchObject({ kind: 'event', event: { ...said, kind: 'thing', what, blob: null } });
  expect(thing.kind === 'event' && thing.media).toBe(media);
});

test('a link, and a kind that nobody knows yet', () => {
  for (const [type, what] of Object.entries({ link: 'link', hologram: 'other', constructor: 'other' }))
    expect(heard(sample('image').replace('[image]', `[${type}]`))).toEqual({ kind: 'unread', what, user: 'lin' });
});

test('a press: the opaque id, and the code that lets its card be changed', () => {
  expect(heard(sample('press'))).toMatchObject({
    kind: 'event',
    event: { kind: 'action', action: 'opaque-1', user: lin, room: `direct:${lin}` },
    press: { task: 'TASK_1', code: 'CODE_1' },
  });
});

test('the same press is one event, another second another one', () => {
  const keyOf = (xml: string) => {
    const one = heard(xml);
    return one.kind === 'event' ? one.event.key : null;
  };
  const press = sample('press');
  expect(keyOf(press)).toBe(keyOf(press.replace('CODE_1', 'CODE_2')));
  expect(keyOf(press)).not.toBe(keyOf(press.replace('1795399200', '1795399201')));
  expect(keyOf(press)).not.toBe(keyOf(press.replace('opaque-1', 'opaque-2')));
});

test.each([
  ['contact-added', { change: 'added', invitation: 'expo-2026' }],
  ['contact-left', { change: 'leftByContact' }],
  ['contact-removed', { change: 'removed', handedOver: true }],
  ['contact-handover-failed', { change: 'handoverFailed', reason: 'full' }],
])('%s', (name, change) => {
  expect(heard(sample(name))).toMatchObject({
    kind: 'contact',
    change: { ...change, member: `${CORP}:zhangwei`, contact: 'wmEXTERNAL1', at: new Date('2026-11-23T02:00:00Z') },
  });
});

test('a second telling of a contact has the same key', () => {
  const first = heard(sample('contact-added'));
  expect(heard(sample('contact-added').replace('WELCOME', 'OTHER'))).toMatchObject({
    change: { key: first.kind === 'contact' ? first.change.key : '' },
  });
});

test.each([
  ['another app', sample('text').replace('1000002', '1000003'), 'elsewhere'],
  ['an entry into the app', sample('enter'), 'ignored'],
  ['a tag of contacts', sample('contact-added').replace('add_external_contact', 'msg_audit_approved'), 'ignored'],
  ['a sender that would be several', sample('text').replace('[Lin]', '[lin|emma]'), 'ignored'],
  ['a sender that would be all', sample('text').replace('[Lin]', '[@all]'), 'ignored'],
  ['two senders', sample('text').replace('</xml>', '<FromUserName>emma</FromUserName></xml>'), 'ignored'],
  ['an id that is no number', sample('text').replace('4561255354251345929', 'x'), 'ignored'],
  ['no id', sample('text').replace(/<MsgId>.*<\/MsgId>/, ''), 'ignored'],
  ['blank words', sample('text').replace(/<Content>.*<\/Content>/s, '<Content>  </Content>'), 'ignored'],
])('%s', (_, xml, kind) => {
  expect(heard(xml)).toEqual({ kind });
});

test.each([
  ['a DOCTYPE', `<!DOCTYPE x [<!ENTITY a "b">]><xml><A>&a;</A></xml>`],
  ['an entity declared', `<xml><!ENTITY a "b"><A>1</A></xml>`],
  ['a tag that is not closed', '<xml><A>1</xml>'],
  ['two roots', '<xml><A>1</A></xml><xml/>'],
  ['another root', '<html><A>1</A></html>'],
  ['a reserved name', '<xml><__proto__><a>1</a></__proto__></xml>'],
  ['words alone', 'hello'],
  ['nothing', ''],
])('%s is no message', (_, xml) => expect(readXml(xml)).toBeNull());

test('the five entities stand for their signs outside CDATA alone, once', () => {
  expect(readXml('<xml><A>&lt;&gt;&amp;&quot;&apos;&#65;&x;&amp;lt;</A><B><![CDATA[&lt;]]></B></xml>')).toEqual({
    A: '<>&"\'&#65;&x;&lt;',
    B: '&lt;',
  });
});
