import OpenAI, { APIError } from 'openai';
import { z } from 'zod';
import { cappedFetch } from './capped-fetch.ts';

export interface ServerSettings {
  baseUrl: string;
  /** Servers on one's own machine want none. */
  apiKey: string | undefined;
  model: string;
}

/**
 * How a server is asked for JSON, best first: it enforces the schema; it enforces JSON, and the schema stands in the
 * prompt; it is only told. https://platform.openai.com/docs/guides/structured-outputs
 */
export type AnswerMode = 'json_schema' | 'json_object' | 'plain';

export interface Turn {
  role: 'user' | 'assistant';
  content: string;
}

export interface Question {
  /** Of the schema, for the server's own use. */
  name: string;
  instructions: string;
  schema: z.ZodType;
  turns: Turn[];
}

export interface Answer {
  text: string;
  /** Asked and answered, as the server counts them; null where it does not say. */
  tokens: number | null;
  mode: AnswerMode;
}

export interface ModelServer {
  /** Rejects when the server refuses, cannot be reached, or `signal` aborts. */
  ask(question: Question, signal: AbortSignal): Promise<Answer>;
  /** The mode brought no JSON of the schema: the next question is asked the next way. */
  distrust(mode: AnswerMode): void;
}

interface Manner {
  mode: AnswerMode;
  /** Some models pin their temperature and refuse to be told one. */
  temperature: boolean;
}

const NEXT: Record<AnswerMode, AnswerMode | null> = {
  json_schema: 'json_object',
  json_object: 'plain',
  plain: null,
};
/** What servers answer to a way of asking that they do not know. */
const NOT_THIS_WAY = new Set([400, 415, 422, 501]);

/** One OpenAI-compatible server and model; the way of asking that worked is kept for as long as this lives. */
export function createModelServer({ baseUrl, apiKey, model }: ServerSettings): ModelServer {
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey: apiKey ?? 'none',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    maxRetries: 0,
    // At any other level the client would write messages to the console.
    logLevel: 'off',
    fetch: cappedFetch,
  });
  let working: Manner = { mode: 'json_schema', temperature: true };

  async function askThus(manner: Manner, question: Question, signal: AbortSignal): Promise<Answer> {
    const completion = await client.chat.completions.create(
      {
        model,
        messages: [{ role: 'system', content: instructionsFor(manner.mode, question) }, ...question.turns],
        ...(manner.temperature ? { temperature: 0 } : {}),
        ...formatFor(manner.mode, question),
      },
      { signal },
    );
    const text = completion.choices?.[0]?.message?.content;
    return {
      text: typeof text === 'string' ? text : '',
      tokens: completion.usage?.total_tokens ?? null,
      mode: manner.mode,
    };
  }

  return {
    async ask(question, signal) {
      for (let manner = working; ; ) {
        try {
          const answer = await askThus(manner, question, signal);
          working = manner;
          return answer;
        } catch (error) {
          const other = otherManner(manner, error);
          if (other === null || signal.aborted) throw error;
          manner = other;
        }
      }
    },
    distrust(mode) {
      if (mode === 'json_schema') working = { ...working, mode: 'json_object' };
    },
  };
}

function otherManner(manner: Manner, error: unknown): Manner | null {
  if (!(error instanceof APIError) || !NOT_THIS_WAY.has(error.status ?? 0)) return null;
  if (manner.temperature && /temperature/i.test(error.message)) return { ...manner, temperature: false };
  const mode = NEXT[manner.mode];
  return mode === null ? null : { ...manner, mode };
}

function jsonSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema);
  return rest;
}

/** Where the server does not get the schema by itself it stands in the prompt, with the word "json", which DashScope demands. */
const instructionsFor = (mode: AnswerMode, { instructions, schema }: Question): string =>
  mode === 'json_schema'
    ? instructions
    : `${instructions}\n\nAnswer in json that fits this JSON Schema:\n${JSON.stringify(jsonSchema(schema))}`;

function formatFor(mode: AnswerMode, { name, schema }: Question) {
  if (mode === 'plain') return {};
  if (mode === 'json_object') return { response_format: { type: 'json_object' as const } };
  const json_schema = { name, strict: true, schema: jsonSchema(schema) };
  return { response_format: { type: 'json_schema' as const, json_schema } };
}
