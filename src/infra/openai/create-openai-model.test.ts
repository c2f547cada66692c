import { z } from 'zod';
import { type Asked, type FakeLlm, type Play, startFakeLlm } from '../../../test/support/fake-llm.ts';
import { machineClock } from '../../ports/clock.ts';
import type { ProposalRequest } from '../../ports/language-model.ts';
import { type Logger, silentLogger } from '../../ports/logger.ts';
import { createOpenAiModel, type OpenAiModelParts } from './create-openai-model.ts';
import type { ModelCall, ModelCallStore } from './model-call-store.ts';

const schema = z.object({ word: z.string(), count: z.number().nullable() });
const good = '{"word":"ja","count":2}';

let llm: FakeLlm;
afterEach(() => llm.close());

/** The record of calls in memory. */
function memoryCalls(): ModelCallStore & { rows: ModelCall[] } {
  const rows: ModelCall[] = [];
  return {
    rows,
    async open(call) {
      rows.push({ ...call, ms: null, verdict: 'open' });
      return String(rows.length - 1);
    },
    async close(id, outcome) {
      Object.assign(rows[Number(id)] ?? {}, outcome);
    },
    async spentSince(person, at) {
      const own = rows.filter((row) => row.person === person && row.at >= at);
      return { calls: own.length, tokens: own.reduce((sum, { tokens }) => sum + tokens, 0) };
    },
  };
}

async function modelOf(play: Play | ((asked: Asked, nth: number) => Play), options: Partial<OpenAiModelParts> = {}) {
  llm = await startFakeLlm(play);
  const calls = memoryCalls();
  const model = createOpenAiModel({
    baseUrl: llm.url,
    apiKey: 'key-1',
    model: 'fake-1',
    callsPerMinute: 100,
    tokensPerDay: 1_000_000,
    calls,
    clock: machineClock,
    logger: silentLogger,
    ...options,
  });
  return { model, calls };
}

const request = (more: Partial<ProposalRequest<z.infer<typeof schema>>> = {}) => ({
  prompt: 'count@v3',
  instructions: 'Count the words.',
  text: 'the note',
  schema,
  person: 'lin',
  about: 'web:1',
  budgetMs: 400,
  ...more,
});

const says = (text: string): Play => ({ kind: 'says', text });

test('asks with the strict schema, tells the record what was sent, and gives the value', async () => {
  const { model, calls } = await modelOf({ kind: 'says', text: good, tokens: 321 });
  expect(await model.propose(request())).toEqual({ word: 'ja', count: 2 });
  const [asked] = llm.asked;
  expect(asked?.path).toBe('/v1/chat/completions');
  expect(asked?.authorization).toBe('Bearer key-1');
  expect(asked?.body).toMatchObject({
    model: 'fake-1',
    temperature: 0,
    messages: [
      { role: 'system', content: 'Count the words.' },
      { role: 'user', content: 'the note' },
    ],
    response_format: {
      type: 'json_schema',
      json_schema: {
        name: 'count',
        strict: true,
        schema: { additionalProperties: false, required: ['word', 'count'] },
      },
    },
  });
  expect(asked?.raw).not.toContain('lin');
  expect(calls.rows).toMatchObject([
    {
      prompt: 'count@v3',
      model: 'fake-1',
      person: 'lin',
      about: 'web:1',
      text: 'the note',
      tokens: 321,
      verdict: 'answered',
    },
  ]);
});

test('a server that knows no schema is asked the next way, and from then on at once', async () => {
  const { model } = await modelOf(({ body }) =>
    body.response_format?.type === 'json_schema'
      ? { kind: 'status', status: 400, message: 'This response_format type is unavailable now' }
      : says(good),
  );
  expect(await model.propose(request())).not.toBeNull();
  expect(await model.propose(request())).not.toBeNull();
  expect(llm.asked.map(({ body }) => body.response_format?.type)).toEqual([
    'json_schema',
    'json_object',
    'json_object',
  ]);
  const system = llm.asked[1]?.body.messages[0]?.content ?? '';
  expect(system).toContain('json');
  expect(system).toContain('"additionalProperties":false');
});

test('a server that knows no format at all is asked in words alone; a pinned temperature is not told', async () => {
  const { model } = await modelOf(({ body }) => {
    if (body.temperature !== undefined) return { kind: 'status', status: 400, message: 'invalid temperature' };
    return body.response_format === undefined ? says(`Here you are:\n${good}`) : { kind: 'status', status: 422 };
  });
  expect(await model.propose(request())).toEqual({ word: 'ja', count: 2 });
  await model.propose(request());
  expect(llm.asked).toHaveLength(5);
  expect(llm.asked.at(-1)?.body.response_format).toBeUndefined();
});

test('another refusal keeps the way of asking that worked', async () => {
  let refuse = false;
  const { model } = await modelOf(() => (refuse ? { kind: 'status', status: 429 } : says(good)));
  await model.propose(request());
  refuse = true;
  expect(await model.propose(request())).toBeNull();
  refuse = false;
  await model.propose(request());
  expect(llm.asked.map(({ body }) => body.response_format?.type)).toEqual([
    'json_schema',
    'json_schema',
    'json_schema',
  ]);
});

test.each([
  ['in a fence', `\`\`\`json\n${good}\n\`\`\``],
  ['after thinking aloud', `<think>{"word": maybe}</think> so: ${good} Anything else?`],
  ['with keys that nobody asked for', '{"word":"ja","count":2,"sql":"drop table","tool":{"name":"send"}}'],
])('reads an answer %s', async (_name, text) => {
  const { model } = await modelOf(says(text));
  expect(await model.propose(request())).toEqual({ word: 'ja', count: 2 });
  expect(llm.asked).toHaveLength(1);
});

test.each([
  ['cut', '{"word":"ja","cou'],
  ['of the wrong types', '{"word":7,"count":"two"}'],
  ['of nothing', ''],
])('an answer %s is mended in one more turn, and no third', async (_name, text) => {
  const { model, calls } = await modelOf((_asked, nth) => says(nth === 1 ? text : good));
  expect(await model.propose(request())).toEqual({ word: 'ja', count: 2 });
  expect(llm.asked[1]?.body.messages).toHaveLength(4);
  expect(calls.rows[0]).toMatchObject({ verdict: 'repaired', tokens: 200 });
  llm.plays(says(text));
  expect(await model.propose(request())).toBeNull();
  expect(llm.asked).toHaveLength(4);
  expect(calls.rows[1]?.verdict).toBe('malformed');
});

test('a server that takes a schema and does not keep to it gets the schema in words', async () => {
  const { model } = await modelOf(({ body }) => says(body.response_format?.type === 'json_schema' ? 'Sure!' : good));
  await model.propose(request());
  await model.propose(request());
  expect(llm.asked.map(({ body }) => body.response_format?.type)).toEqual([
    'json_schema',
    'json_object',
    'json_object',
  ]);
});

test.each<[string, Play, string]>([
  ['hangs', { kind: 'hangs' }, 'late'],
  ['stops in the middle', { kind: 'drips' }, 'late'],
  ['hangs up', { kind: 'hangsUp' }, 'unreachable'],
  ['is overrun', { kind: 'status', status: 429 }, 'refused'],
  ['is broken', { kind: 'status', status: 500 }, 'refused'],
  ['sends a megabyte', { kind: 'floods', bytes: 1_000_000 }, 'malformed'],
  ['sends no JSON', { kind: 'sends', body: '<html>' }, 'malformed'],
  ['sends another form', { kind: 'sends', body: '{"choices":[{"delta":1}]}' }, 'malformed'],
])('a server that %s costs nothing but its budget', async (_name, play, verdict) => {
  const { model, calls } = await modelOf(play);
  const started = performance.now();
  expect(await model.propose(request())).toBeNull();
  expect(performance.now() - started).toBeLessThan(600);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(calls.rows.map((row) => row.verdict)).toEqual([verdict]);
});

test('what is sent goes where the configuration says, and nowhere else', async () => {
  const { model } = await modelOf(({ path }) => (path === '/other' ? says(good) : { kind: 'redirects', to: '/other' }));
  expect(await model.propose(request())).toBeNull();
  expect(llm.asked.map(({ path }) => path)).toEqual(['/v1/chat/completions']);
});

test('one budget holds for another way of asking and a repair together', async () => {
  const { model } = await modelOf((_asked, nth) => (nth === 1 ? says('no') : { kind: 'hangs' }));
  const started = performance.now();
  expect(await model.propose(request())).toBeNull();
  expect(performance.now() - started).toBeLessThan(600);
});

test('a server that failed three times in a row is left alone for a minute', async () => {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const { model } = await modelOf({ kind: 'status', status: 503 }, { clock: { now: () => new Date(now) } });
  for (let n = 0; n < 5; n++) await model.propose(request());
  expect(llm.asked).toHaveLength(3);
  now += 61_000;
  llm.plays(says(good));
  expect(await model.propose(request())).not.toBeNull();
});

test("a person's share of calls and tokens is kept, each person's apart", async () => {
  let now = Date.parse('2026-11-23T02:00:00Z');
  const clock = { now: () => new Date(now) };
  const { model } = await modelOf(
    { kind: 'says', text: good, tokens: 500 },
    { clock, callsPerMinute: 2, tokensPerDay: 1_200 },
  );
  for (let n = 0; n < 4; n++) await model.propose(request());
  expect(llm.asked).toHaveLength(2);
  expect(await model.propose(request({ person: 'emma' }))).not.toBeNull();
  now += 61_000;
  expect(await model.propose(request())).not.toBeNull();
  now += 61_000;
  expect(await model.propose(request())).toBeNull();
  now += 24 * 3_600_000;
  expect(await model.propose(request())).not.toBeNull();
});

test('nothing of a text gets into the log, and a record that fails stops the call', async () => {
  const lines: string[] = [];
  const log = (...line: unknown[]) => void lines.push(JSON.stringify(line));
  const logger: Logger = { info: log, warn: log, error: log };
  const { model, calls } = await modelOf(says('the note {"word":"the note"}'), { logger });
  expect(await model.propose(request())).toBeNull();
  calls.open = () => Promise.reject(new Error('the note'));
  expect(await model.propose(request())).toBeNull();
  expect(llm.asked).toHaveLength(2);
  expect(lines).toHaveLength(2);
  expect(lines.join()).not.toContain('the note');
});
