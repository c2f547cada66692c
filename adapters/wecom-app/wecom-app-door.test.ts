import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { ServiceError } from '../../src/errors.ts';
import { AGENT, CORP } from '../../test/support/fake-wecom-app.ts';
import {
  bring,
  member,
  request,
  sealed,
  sealedCipher,
  type WecomRequest,
} from '../../test/support/wecom-app-callback.ts';
import { mutations } from '../../test/support/wecom-app-mutations.ts';
import { openWecomAppWorld, WAIT_MS, type WecomAppWorld } from '../../test/support/wecom-app-world.ts';

const lin = member('lin');
let world: WecomAppWorld;
const LONG = { waitMs: 5_000 };
const inTime = { waitMs: WAIT_MS };
const texts = () => world.bot.events.map((event) => (event.kind === 'message' ? event.text : event.kind));
const status = async (made: WecomRequest, method = 'POST') =>
  (await request(world.url, made, { ...LONG, method }))?.status;

beforeEach(async () => {
  world = await openWecomAppWorld(() => []);
});
afterEach(() => world.stop());

/** The address check: the words are in the query. */
function echo(words: string, how: Parameters<typeof sealed>[1] = {}): WecomRequest {
  const { query, body } = sealed(words, how);
  return { query: { ...query, echostr: /<Encrypt><!\[CDATA\[(.*?)]]>/.exec(body)?.[1] ?? '' }, body: '' };
}

test('the address is checked: the words and nothing else, at once', async () => {
  const began = performance.now();
  const answer = await request(world.url, echo('1288432023552776189'), { ...LONG, method: 'GET' });
  expect(answer).toMatchObject({ status: 200, body: '1288432023552776189' });
  expect(performance.now() - began).toBeLessThan(1_000);
});

test('a plus in the query is a plus, whether it was written as %2B or as itself', async () => {
  let made = echo('12');
  while (!made.query.echostr?.includes('+')) made = echo('12');
  const raw = Object.entries(made.query).map(([name, value]) => `${name}=${value}`);
  const answer = await fetch(`${world.url}?${raw.join('&')}`);
  expect(await answer.text()).toBe('12');
});

test.each([
  ['another token', echo('12', { token: 'anotherToken' }), 401],
  ['a stamp of six minutes ago', echo('12', { at: new Date(Date.now() - 360_000) }), 401],
  ['another company', echo('12', { receiver: 'ww0000000000000000' }), 400],
  ['nothing to echo', sealed('12'), 400],
])('the address is not confirmed for %s', async (_, made, wanted) => {
  expect(await status(made, 'GET')).toBe(wanted);
});

test('a thousand requests with one thing changed: each refused, none leaves a trace', async () => {
  const refusals = new Map<number, number>();
  const taken: string[] = [];
  for (const { name, made, method } of mutations(1_000)) {
    const got = (await status(made, method)) ?? 0;
    refusals.set(got, (refusals.get(got) ?? 0) + 1);
    if (got !== 400 && got !== 401) taken.push(`${name}: ${got}`);
  }
  expect(taken).toEqual([]);
  expect([...refusals.values()].reduce((sum, count) => sum + count, 0)).toBe(1_000);
  expect(world.bot.events).toEqual([]);
  expect(world.contacts).toEqual([]);
  expect(world.sent.codes.size).toBe(0);
  expect(world.state.state?.lastIn ?? null).toBeNull();
});

test('the same request once more is refused: it was answered', async () => {
  const made = sealed(lin.text('一次', '1'));
  expect([await status(made), await status(made)]).toEqual([200, 401]);
  expect(texts()).toEqual(['一次']);
});

test('another method, another path, a body that is too long', async () => {
  const made = sealed(lin.text('x', '1'));
  expect(await status(made, 'PUT')).toBe(405);
  expect((await fetch(new URL('/wecom/callback/x', world.url))).status).toBe(404);
  expect(await status({ ...made, body: made.body.padEnd(300_000) })).toBe(413);
  expect(texts()).toEqual([]);
});

test('an empty 200, when it is stored', async () => {
  expect(await bring(world.url, lin.text('收到', '1'), inTime)).toEqual({ status: 200, body: '', shown: null });
});

test('no answer while the store is away: WeCom sends again, and then it is taken once', async () => {
  world.bot.down = true;
  setTimeout(() => {
    world.bot.down = false;
  }, WAIT_MS * 1.5);
  expect(await bring(world.url, lin.text('再来', '1'), inTime)).toMatchObject({ status: 200, shown: null });
  expect(texts()).toEqual(['再来']);
});

test('a store that hiccups within the time costs no second sending', async () => {
  world.bot.down = true;
  setTimeout(() => {
    world.bot.down = false;
  }, WAIT_MS / 3);
  expect(await bring(world.url, lin.text('稍等', '1'), { ...inTime, tries: 1 })).toMatchObject({ status: 200 });
});

test('away three times over: the sender is told, since WeCom does not send it again', async () => {
  await world.stop();
  world = await openWecomAppWorld(() => [], { locale: () => new Promise(() => {}) });
  world.bot.down = true;
  const answer = await bring(world.url, lin.text('没存上的', '1'), { waitMs: WAIT_MS * 4 });
  expect(answer).toMatchObject({ status: 200, shown: '没存上,请一分钟后再发一次。' });
  expect(texts()).toEqual([]);
  expect(world.logged).toContainEqual(expect.objectContaining({ code: 'store', remedy: expect.any(String) }));
});

test('a store that takes two seconds: one sending, answered in WeCom’s five', async () => {
  await world.stop();
  world = await openWecomAppWorld(() => [], { pauses: {} });
  const { accept } = world.bot;
  world.bot.accept = async (event) => {
    await sleep(2_000);
    return accept(event);
  };
  expect(await bring(world.url, lin.text('慢', '1'), { waitMs: 5_000, tries: 1 })).toMatchObject({
    status: 200,
    body: '',
  });
  expect(texts()).toEqual(['慢']);
});

test('a store that hangs is no answer either, and what it stores later is one message', async () => {
  const { accept } = world.bot;
  let stalls = 1;
  world.bot.accept = async (event) => {
    if (stalls-- > 0) await sleep(WAIT_MS * 1.4);
    return accept(event);
  };
  expect(await bring(world.url, lin.text('慢', '1'), inTime)).toMatchObject({ status: 200 });
  await sleep(WAIT_MS);
  expect(texts()).toEqual(['慢']);
});

test('what one member sends at once is stored in the order in which it came', async () => {
  const { accept } = world.bot;
  world.bot.accept = async (event) => {
    if (event.kind === 'message' && event.text === '一') await sleep(60);
    return accept(event);
  };
  const first = bring(world.url, lin.text('一', '1'), inTime);
  await sleep(10);
  await Promise.all([first, bring(world.url, lin.text('二', '2'), inTime)]);
  expect(texts()).toEqual(['一', '二']);
});

test.each([
  ['link', /链接/],
  ['hologram', /这种消息/],
])('%s: said at once what to do instead, nothing stored', async (type, words) => {
  const answer = await bring(world.url, lin.sends(type, '9', { Title: 'x', Url: 'https://x' }), inTime);
  expect(answer?.shown).toMatch(words);
  expect(texts()).toEqual([]);
});

test('a picture is fetched and kept, in its place among the words', async () => {
  world.wecom.media.set('M1', { type: 'image/png', bytes: Buffer.from('picture') });
  await bring(world.url, lin.text('前', '1'), LONG);
  await bring(world.url, lin.sends('image', '2', { MediaId: 'M1', PicUrl: 'https://x' }), LONG);
  await bring(world.url, lin.sends('image', '2', { MediaId: 'M1', PicUrl: 'https://x' }), LONG);
  await bring(world.url, lin.text('后', '3'), LONG);
  expect(texts()).toEqual(['前', 'thing', '后']);
  expect(world.bot.events[1]).toMatchObject({ what: 'image', name: '图片.png', blob: 'blob-1' });
  expect(Buffer.from(world.blobs.kept[0]?.bytes ?? []).toString()).toBe('picture');
});

test.each([
  ['gone', 'image', { blob: null, name: '图片' }],
  ['slow', 'video', { blob: null, name: '视频' }],
  ['huge', 'file', { blob: null, name: '报价.pdf', tooLarge: true }],
  ['none', 'voice', { blob: null, what: 'audio' }],
])('bytes that are %s: it is told of in time without them', async (media, type, thing) => {
  await world.stop();
  world = await openWecomAppWorld(() => [], { pauses: { answer: 1_500 } });
  world.wecom.media.set('slow', { type: 'video/mp4', bytes: Buffer.from('x'), afterMs: 3_000 });
  world.wecom.media.set('huge', { type: 'application/pdf', bytes: Buffer.alloc(10 * 1024 * 1024 + 1) });
  const fields = { MediaId: media, ...(type === 'file' ? { FileName: '报价.pdf' } : {}) };
  expect(await bring(world.url, lin.sends(type, '2', fields), { waitMs: 2_500, tries: 1 })).toMatchObject({
    status: 200,
  });
  expect(world.bot.events).toMatchObject([{ kind: 'thing', ...thing }]);
  expect(world.blobs.kept).toEqual([]);
});

test('a contact outside the company is told on; where that fails, WeCom tells it again', async () => {
  let failing = true;
  await world.stop();
  const told: string[] = [];
  world = await openWecomAppWorld(() => [], {
    async contactChanged({ change }) {
      if (failing) {
        setTimeout(() => {
          failing = false;
        }, WAIT_MS * 1.3);
        throw new ServiceError('away');
      }
      told.push(change);
    },
  });
  const added = {
    Event: 'change_external_contact',
    ChangeType: 'add_external_contact',
    UserID: 'lin',
    ExternalUserID: 'wm1',
  };
  expect(await bring(world.url, lin.event({ ...added, AgentID: '' }), inTime)).toMatchObject({ status: 200 });
  expect(told).toEqual(['added']);
});

test('a signed request that cannot be read is ours to mend: the log and doctor say how', async () => {
  await status(sealed(lin.text('x', '1'), { receiver: 'ww0000000000000000' }));
  await status(sealed(lin.text('x', '1'), { at: new Date(Date.now() - 400_000), nonce: randomUUID() }));
  await status(sealed(lin.text('x', '1'), { token: 'other' }));
  await status(sealed(lin.text('x', '1'), { token: 'other' }));
  const codes = world.logged.map(({ code }) => code);
  expect(codes).toEqual(['bad_cipher', 'stale_stamp', 'bad_signature']);
  expect(JSON.stringify(world.logged)).not.toContain('lin');
});

test('a second app that posts here is told of, not handled', async () => {
  const words = lin.text('x', '1').replace(String(AGENT), '1000099');
  expect(await status(sealed(words))).toBe(200);
  expect(texts()).toEqual([]);
  expect(world.logged).toContainEqual(expect.objectContaining({ code: 'other_app' }));
});

test('a body that names another company or app around the same ciphertext is refused', async () => {
  const made = sealed(lin.text('x', '1'));
  expect(await status({ ...made, body: made.body.replace(CORP, 'ww0000000000000000') })).toBe(400);
  expect(await status({ ...made, body: made.body.replace(String(AGENT), '7') })).toBe(400);
  expect(await status(sealedCipher('AAAA'))).toBe(400);
});
