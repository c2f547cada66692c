import { readdir, readFile } from 'node:fs/promises';

/** The page's parts that need no browser; they are plain modules, so they come untyped. */
const page = new URL('./page/', import.meta.url);
const load = (name: string) => import(new URL(name, page).href);

test('no part of the page makes markup of text, and none runs inline', async () => {
  for (const name of (await readdir(page)).filter((file) => /\.(js|html)$/.test(file))) {
    const source = await readFile(new URL(name, page), 'utf8');
    expect(source).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function|style="/);
    expect(source.replace(/src="\/?(main|record)\.js"/, '')).not.toMatch(
      /<script(?! type="module" >)|\son\w+="|https?:\/\/(?!www\.w3\.org\/2000\/svg)/,
    );
  }
});

test('every word of the page exists in both languages, of the same kind', async () => {
  const { words } = await load('words.js');
  const shape = (table: Record<string, unknown>) =>
    Object.entries(table).map(
      ([key, value]) => `${key}: ${Array.isArray(value) ? `list of ${value.length}` : typeof value}`,
    );
  expect(shape(words.zh)).toEqual(shape(words.en));
});

test('no word is left that no part of the page says', async () => {
  const { words } = await load('words.js');
  const parts = (await readdir(page)).filter((file) => file.endsWith('.js') && file !== 'words.js');
  const code = (await Promise.all(parts.map((file) => readFile(new URL(file, page), 'utf8')))).join('\n');
  expect(Object.keys(words.zh).filter((key) => !new RegExp(`\\b${key}\\b`).test(code))).toEqual([]);
});

describe('the timeline', () => {
  const said = (id: string, seq: number, more = {}) => ({
    seq,
    at: '2026-11-23T02:00:00Z',
    said: { id, conversation: 'direct', from: { id: 'lin', name: '林悦' }, text: id, edited: false, ...more },
  });
  const reply = (id: string, seq: number | undefined, more = {}) => ({
    seq,
    at: '2026-11-23T02:00:00Z',
    reply: { id, conversation: 'direct', private: false, text: id, ...more },
  });
  const open = async () => {
    const { createTimeline } = await load('timeline.js');
    const timeline = createTimeline('lin');
    const texts = () => timeline.items('direct').map(({ text }: { text: string }) => text);
    return { timeline, texts };
  };

  test('an own message, its answer by request and both again by the stream: each once', async () => {
    const { timeline, texts } = await open();
    timeline.addOwn({ id: 'm1', conversation: 'direct', text: 'm1', at: '2026-11-23T02:00:00Z' });
    timeline.answered([reply('r1', undefined).reply], '2026-11-23T02:00:00Z');
    timeline.add(said('m1', 1));
    timeline.add(reply('r1', 2));
    expect(texts()).toEqual(['m1', 'r1']);
    expect(timeline.items('direct')).toMatchObject([{ state: 'sent', seq: 1 }, { seq: 2 }]);
  });

  test('a chain of replacements stands in the first one’s place, whichever was loaded first', async () => {
    const { timeline, texts } = await open();
    timeline.add(reply('r1', 1));
    timeline.add(said('m2', 2));
    timeline.add(reply('r3', 3, { replaces: 'r1' }));
    timeline.add(reply('r4', 4, { replaces: 'r3' }));
    expect(texts()).toEqual(['r4', 'm2']);

    const late = await open();
    late.timeline.add(reply('r3', 3, { replaces: 'r1' }));
    late.timeline.addOlder([reply('r1', 1), said('m2', 2)]);
    expect(late.texts()).toEqual(['m2', 'r3']);
  });

  test('edits and deletions of what was said; another person’s same id is another message', async () => {
    const { timeline, texts } = await open();
    timeline.add(said('m1', 1));
    timeline.add(said('m1', 2, { from: { id: 'amy', name: 'Amy' }, text: 'hers' }));
    timeline.add(said('m1', 3, { text: 'better', edited: true }));
    expect(texts()).toEqual(['better', 'hers']);
    timeline.add(said('m1', 4, { text: null, edited: true }));
    expect(timeline.items('direct')[0]).toMatchObject({ removed: true });
  });
});

test('what is waiting is sent in order, under the same id, and kept until it is acknowledged', async () => {
  const { createOutbox } = await load('outbox.js');
  const { createDevice } = await load('device.js');
  const kept = new Map<string, string>([['genjin:lin:out:damaged', '{"id":']]);
  const device = createDevice('lin', {
    setItem: (key: string, value: string) => void kept.set(key, value),
    getItem: (key: string) => kept.get(key) ?? null,
    removeItem: (key: string) => void kept.delete(key),
    key: (at: number) => [...kept.keys()][at],
    get length() {
      return kept.size;
    },
  });
  const tried: string[] = [];
  const states: string[] = [];
  let away = true;
  const outbox = createOutbox({
    device,
    async send({ id }: { id: string }) {
      tried.push(id);
      if (away) throw Object.assign(new Error('away'), { passing: true });
      if (id === 'bad') throw Object.assign(new Error('refused'), { passing: false });
    },
    onState: ({ id }: { id: string }, state: string) => states.push(`${id} ${state}`),
  });
  for (const id of ['a', 'bad', 'c'])
    outbox.add({ id, conversation: 'direct', text: id, at: `2026-11-23T02:00:0${id.length}Z` });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect([tried, kept.size]).toEqual([['a'], 4]);
  expect(outbox.restore().map(({ id }: { id: string }) => id)).toEqual(['a', 'c', 'bad']);
  away = false;
  outbox.retry();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(tried).toEqual(['a', 'a', 'bad', 'c']);
  expect(states.filter((state) => !state.endsWith('sending'))).toEqual([
    'a waiting',
    'a sent',
    'bad refused',
    'c sent',
  ]);
  expect(kept.size).toBe(1);
});

test.each([
  ['Asia/Shanghai', '2026-11-24T09:00', '2026-11-24T01:00:00.000Z'],
  ['America/New_York', '2026-11-01T09:00', '2026-11-01T14:00:00.000Z'],
  ['America/New_York', '2026-10-31T09:00', '2026-10-31T13:00:00.000Z'],
  ['Europe/London', '2026-03-29T09:00', '2026-03-29T08:00:00.000Z'],
])('in %s the clocks show %s at one instant', async (zone, local, instant) => {
  const { createTimes } = await load('times.js');
  const times = createTimes({ locale: 'zh', zone, now: '2026-11-23T02:00:00Z' });
  expect(times.instantOf(local).toISOString()).toBe(instant);
  expect(times.localOf(instant)).toBe(local);
});

test.each([
  ['zh', '11月23日 周一', '2027年1月4日 周一'],
  ['en', 'Mon Nov 23', 'Mon Jan 4, 2027'],
])('a day in %s', async (locale, day, nextYear) => {
  const { createTimes } = await load('times.js');
  const times = createTimes({ locale, zone: 'Asia/Shanghai', now: '2026-11-23T02:00:00Z' });
  expect(times.dayText('2026-11-23T02:00:00Z')).toBe(day);
  expect(times.dayText('2027-01-04T02:00:00Z')).toBe(nextYear);
});
