import { APIError, APIUserAbortError } from 'openai';
import type { Clock } from '../../ports/clock.ts';
import type { LanguageModel, ProposalRequest } from '../../ports/language-model.ts';
import type { Logger } from '../../ports/logger.ts';
import { AnswerTooLong } from './capped-fetch.ts';
import type { CallVerdict, ModelCallStore } from './model-call-store.ts';
import { type Answer, createModelServer, type Question, type ServerSettings } from './model-server.ts';
import { parseAnswer } from './parse-answer.ts';

export interface OpenAiModelParts extends ServerSettings {
  /** One person's share. */
  callsPerMinute: number;
  tokensPerDay: number;
  calls: ModelCallStore;
  /** The machine's own. */
  clock: Clock;
  logger: Logger;
}

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** A server that failed so often in a row is left alone for a minute: nobody is to wait for it at every message. */
const FAILURES = 3;
/** What of a wrong answer goes back to be mended. */
const MOST_SHOWN = 4_000;

interface Outcome<T> {
  value: T | null;
  verdict: CallVerdict;
  tokens: number | null;
}

/** The language model behind any OpenAI-compatible server: one budget over everything, one repair turn, no retries. */
export function createOpenAiModel(parts: OpenAiModelParts): LanguageModel {
  const { model, calls, clock, logger } = parts;
  const server = createModelServer(parts);
  let failures = 0;
  let restUntil = 0;

  async function isWithinShare(person: string): Promise<boolean> {
    const now = clock.now().getTime();
    const [minute, day] = await Promise.all([
      calls.spentSince(person, new Date(now - MINUTE_MS)),
      calls.spentSince(person, new Date(now - DAY_MS)),
    ]);
    return minute.calls < parts.callsPerMinute && day.tokens < parts.tokensPerDay;
  }

  async function answer<T>(request: ProposalRequest<T>, signal: AbortSignal): Promise<Outcome<T>> {
    const question: Question = {
      name: request.prompt.replace(/@.*$/, ''),
      instructions: request.instructions,
      schema: request.schema,
      turns: [{ role: 'user', content: request.text }],
    };
    const first = await server.ask(question, signal);
    const parsed = parseAnswer(first.text, request.schema);
    if (parsed.kind === 'value') return { value: parsed.value, verdict: 'answered', tokens: first.tokens };
    server.distrust(first.mode);
    const second = await server.ask(repair(question, first, parsed.faults), signal);
    const mended = parseAnswer(second.text, request.schema);
    const tokens = first.tokens === null || second.tokens === null ? null : first.tokens + second.tokens;
    return mended.kind === 'value'
      ? { value: mended.value, verdict: 'repaired', tokens }
      : { value: null, verdict: 'malformed', tokens };
  }

  function count(verdict: CallVerdict): void {
    const failed = verdict === 'late' || verdict === 'refused' || verdict === 'unreachable';
    failures = failed ? failures + 1 : 0;
    if (failures >= FAILURES) restUntil = clock.now().getTime() + MINUTE_MS;
  }

  async function call<T>(request: ProposalRequest<T>, signal: AbortSignal): Promise<T | null> {
    const at = clock.now();
    if (at.getTime() < restUntil || !(await isWithinShare(request.person))) return null;
    const { prompt, person, about, text } = request;
    const estimate = Math.ceil((request.instructions.length + text.length) / 2);
    const id = await calls.open({ prompt, model, person, about, text, at, tokens: estimate });
    const outcome = await answer(request, signal).catch(
      (error: unknown): Outcome<T> => ({ value: null, verdict: verdictOf(error, signal), tokens: null }),
    );
    count(outcome.verdict);
    const ms = clock.now().getTime() - at.getTime();
    if (outcome.value === null) logger.warn({ verdict: outcome.verdict, ms, about }, 'the model was of no help');
    await calls.close(id, { verdict: outcome.verdict, tokens: outcome.tokens ?? estimate, ms });
    return outcome.value;
  }

  return {
    async propose(request) {
      const signal = AbortSignal.timeout(request.budgetMs);
      const late = new Promise<null>((resolve) =>
        signal.addEventListener('abort', () => resolve(null), { once: true }),
      );
      const called = call(request, signal).catch((error: unknown) => {
        logger.warn({ error: nameOf(error) }, 'the model was not called');
        return null;
      });
      return Promise.race([called, late]);
    },
  };
}

const repair = (question: Question, { text }: Answer, faults: string): Question => ({
  ...question,
  turns: [
    ...question.turns,
    { role: 'assistant', content: text.slice(0, MOST_SHOWN) },
    {
      role: 'user',
      content: `That was not right (${faults}). Answer the first message again, with the json object alone.`,
    },
  ],
});

function verdictOf(error: unknown, signal: AbortSignal): CallVerdict {
  if (signal.aborted || error instanceof APIUserAbortError) return 'late';
  if (error instanceof AnswerTooLong || nameOf(error) === 'SyntaxError') return 'malformed';
  return error instanceof APIError && error.status !== undefined ? 'refused' : 'unreachable';
}

const nameOf = (error: unknown): string => String((error as { name?: unknown } | null)?.name);
