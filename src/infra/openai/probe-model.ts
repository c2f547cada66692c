import { APIError } from 'openai';
import { z } from 'zod';
import { type AnswerMode, createModelServer, type ServerSettings } from './model-server.ts';
import { parseAnswer } from './parse-answer.ts';

/** `key`, `name`: the server refused the key, or knows no such model or address; `status`: another refusal. */
export type Probe =
  | { kind: 'works'; mode: AnswerMode; ms: number }
  | { kind: 'fails'; why: 'key' | 'name' | 'status' | 'unreachable' | 'malformed'; status: number | null };

const WAIT_MS = 10_000;

/** Asks the server for one small JSON object: whether it can be reached, how it is to be asked, and how long it takes. */
export async function probeModel(settings: ServerSettings): Promise<Probe> {
  const server = createModelServer(settings);
  const schema = z.object({ ready: z.boolean() });
  const turns = [{ role: 'user' as const, content: '{"text":"ready?"}' }];
  const question = { name: 'probe', instructions: 'Answer with the json object {"ready":true}.', schema, turns };
  const started = performance.now();
  try {
    const signal = AbortSignal.timeout(WAIT_MS);
    let answer = await server.ask(question, signal);
    if (parseAnswer(answer.text, schema).kind === 'wrong') {
      server.distrust(answer.mode);
      answer = await server.ask(question, signal);
    }
    const ms = Math.round(performance.now() - started);
    if (parseAnswer(answer.text, schema).kind === 'value') return { kind: 'works', mode: answer.mode, ms };
    return { kind: 'fails', why: 'malformed', status: null };
  } catch (error) {
    const status = error instanceof APIError ? (error.status ?? null) : null;
    if (status === null) return { kind: 'fails', why: 'unreachable', status };
    const why = status === 401 || status === 403 ? 'key' : status === 404 ? 'name' : 'status';
    return { kind: 'fails', why, status };
  }
}
