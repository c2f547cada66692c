import { type FakeLlm, type Play, startFakeLlm } from '../../../test/support/fake-llm.ts';
import { probeModel } from './probe-model.ts';

let llm: FakeLlm;
afterEach(() => llm.close());

const ready: Play = { kind: 'says', text: '{"ready":true}' };

test.each<[string, (type: string | undefined) => Play, object]>([
  ['keeps to a schema', () => ready, { kind: 'works', mode: 'json_schema' }],
  [
    'knows JSON, no schema',
    (type) => (type === 'json_schema' ? { kind: 'status', status: 400 } : ready),
    { kind: 'works', mode: 'json_object' },
  ],
  [
    'takes a schema and does not keep to it',
    (type) => (type === 'json_schema' ? { kind: 'says', text: 'Ready!' } : ready),
    { kind: 'works', mode: 'json_object' },
  ],
  ['does not take the key', () => ({ kind: 'status', status: 401 }), { kind: 'fails', why: 'key', status: 401 }],
  ['does not know the model', () => ({ kind: 'status', status: 404 }), { kind: 'fails', why: 'name', status: 404 }],
  ['is overrun', () => ({ kind: 'status', status: 429 }), { kind: 'fails', why: 'status', status: 429 }],
  ['is not there', () => ({ kind: 'hangsUp' }), { kind: 'fails', why: 'unreachable', status: null }],
  ['chats', () => ({ kind: 'says', text: 'Hello!' }), { kind: 'fails', why: 'malformed', status: null }],
])('a server that %s is told as such', async (_name, play, expected) => {
  llm = await startFakeLlm(({ body }) => play(body.response_format?.type));
  expect(await probeModel({ baseUrl: llm.url, apiKey: undefined, model: 'fake-1' })).toMatchObject(expected);
});
