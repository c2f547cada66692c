import { randomUUID } from 'node:crypto';
import { groupRoom } from '../../adapters/wecom-app/wecom-app-ids.ts';
import type { Fault } from '../support/fake-wecom-app.ts';
import { SECRET } from '../support/fake-wecom-app.ts';
import { until } from '../support/until.ts';
import { AES_KEY, bring, innerXml, member, request, sealed, TOKEN } from '../support/wecom-app-callback.ts';
import { openWecomAppWorld, WAIT_MS } from '../support/wecom-app-world.ts';
import { wrongShapes } from '../support/wrong-shapes.ts';
import { chatContract } from './chat-contract.ts';
import type { Going, Open } from './contract-world.ts';

const FAULTS: Record<Going, Fault> = { fine: 'fine', limited: 45_009, broken: 'broken', lost: 'lost', refused: 40_058 };

const open: Open = async (respond) => {
  const world = await openWecomAppWorld(respond);
  const { wecom } = world;
  wecom.media.set('media-1', { type: 'image/png', bytes: Buffer.from('picture') });
  wecom.groups.set('chat1', { name: '一组', userlist: ['lin', 'emma'] });
  let id = 4_561_255_354_251_345_929n;
  const said: string[] = [];
  let pressed = '';
  let stopped: Promise<void> | undefined;
  const brings = async (words: string) => {
    const answer = await bring(world.url, words, { waitMs: WAIT_MS, tries: 1 });
    if (typeof answer?.shown === 'string') said.push(answer.shown);
    return answer?.status === 200 && answer.shown === null;
  };

  return {
    name: 'wecom-app',
    home: 'direct:lin',
    nowhere: 'wecom:nowhere',
    bot: world.bot,
    other: 'emma',
    group: groupRoom('chat1'),
    async says(text, { as = 'lin', again = false } = {}) {
      if (!again) id += 1n;
      return brings(member(as).text(text, String(id)));
    },
    async presses(button, { as = 'lin', again = false } = {}) {
      const { task = '' } = wecom.shown.findLast(({ buttons }) => buttons?.includes(button)) ?? {};
      if (!again) pressed = member(as).press(task, button, wecom.newCode(task));
      return brings(pressed);
    },
    async sends(what) {
      const types: Record<string, string> = { audio: 'voice', contact: 'card' };
      const place = { Location_X: '31.2', Location_Y: '121.4', Label: '陆家嘴' };
      const fields: Record<string, string> =
        what === 'location' ? place : what === 'contact' ? {} : { MediaId: 'media-1', Format: 'amr' };
      await brings(member('lin').sends(types[what] ?? what, '77', fields));
    },
    deliver: (reply) => world.adapter.deliver(reply, 'zh'),
    shownTo: async (person) => [
      ...wecom.shown.filter(({ to }) => to === person || to === 'chat1').map(({ text }) => text),
      ...wecom.files.map(({ text }) => text),
      ...said,
    ],
    live: async () =>
      wecom.shown.flatMap(({ type, text }) =>
        type === 'text' ? (text.match(/<\s*\/?\s*a\b[^>]*>/gi) ?? []) : type === 'markdown' ? [text] : [],
      ),
    fails: (...next) => wecom.failNext('message/send', ...next.map((how) => FAULTS[how])),
    async forge(how) {
      const lin = member('lin');
      const at = new Date(Date.now() + (how === 'stale' ? -301_000 : how === 'future' ? 330_000 : 0));
      const made = sealed(lin.text('伪造', '77'), { at, nonce: randomUUID() });
      if (how === 'unsigned') delete made.query.msg_signature;
      if (how === 'tampered') made.body = sealed(lin.text('篡改', '77')).body;
      return ((await request(world.url, made, { waitMs: 2_000 }))?.status ?? 500) < 300;
    },
    async malformed() {
      const about = { FromUserName: 'lin', CreateTime: '1795305642', AgentID: '1000002', MsgType: 'text', MsgId: '5' };
      const press = { MsgType: 'event', Event: 'template_card_event', EventKey: 'k', TaskId: 't', ResponseCode: 'c' };
      for (const fields of [
        ...wrongShapes({ ToUserName: 'ww1436e0e65a779aee', ...about, Content: '形状' }),
        ...wrongShapes({ ...about, ...press }),
      ])
        await brings(
          innerXml(Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value)]))),
        );
      for (const words of ['', 'x', '<xml>', '<xml></xml>', '[]', '<a><b/></a>']) await brings(words);
    },
    huge: async () => brings(member('lin').text('长'.repeat(500_000), '78')),
    async drops() {
      for (const code of [40014, 42001] as const) wecom.forgetTokens(code);
    },
    restart: world.restart,
    state: () => world.state.state,
    logged: () => JSON.stringify(world.logged),
    secrets: [SECRET, TOKEN, AES_KEY, 'token-1-'],
    stop() {
      stopped ??= world.stop();
      return stopped;
    },
  };
};

chatContract('wecom-app', open, {
  has: ['lines', 'live', 'others', 'group', 'restart', 'forge', 'malformed', 'huge', 'drops'],
  fails: ['fine', 'limited', 'broken', 'lost', 'refused'],
  // What a member has been sent WeCom drops when it comes again.
  looksUp: true,
  things: ['image', 'audio', 'video', 'file', 'location', 'contact', 'sticker'],
  acknowledgesWithinMs: 1_000,
  // Two seconds of the five that WeCom waits, at the pace of tests.
  slowStore: { storesMs: WAIT_MS * 0.4, waitsMs: WAIT_MS },
});

test('a door that its public address does not lead to is no connection, and the state says why', async () => {
  const world = await openWecomAppWorld(() => [], { publicUrl: 'http://127.0.0.1:9', pauses: { knock: 10 } });
  expect((await fetch(world.url, { method: 'HEAD' })).status).toBe(204);
  await until(() => world.state.state?.connection === 'connecting');
  expect(world.state.state).toMatchObject({ connection: 'connecting', lastError: { code: 'address' } });
  expect(world.bot.events).toEqual([]);
  await world.stop();
});
