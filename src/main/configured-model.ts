import type { z } from 'zod';
import type { Records } from '../app/records.ts';
import type { baseConfig } from '../config.ts';
import { createOpenAiModel } from '../infra/openai/create-openai-model.ts';
import { createModelCallStore } from '../infra/openai/model-call-store.ts';
import type { ServerSettings } from '../infra/openai/model-server.ts';
import { machineClock } from '../ports/clock.ts';
import type { LanguageModel } from '../ports/language-model.ts';

type ModelConfig = Pick<
  z.infer<typeof baseConfig>,
  'LLM_BASE_URL' | 'LLM_API_KEY' | 'LLM_MODEL' | 'LLM_CALLS_PER_MINUTE' | 'LLM_TOKENS_PER_DAY'
>;

/** The server that the variables name; null when they name none. */
export function modelSettings(config: ModelConfig): ServerSettings | null {
  const { LLM_BASE_URL: baseUrl, LLM_API_KEY: apiKey, LLM_MODEL: model } = config;
  return baseUrl === undefined || model === undefined ? null : { baseUrl, apiKey, model };
}

/** The language model that the variables name, with its record of calls in the store; undefined when they name none. */
export function configuredModel(
  config: ModelConfig,
  { connection, seals, logger }: Pick<Records, 'connection' | 'seals' | 'logger'>,
): LanguageModel | undefined {
  const settings = modelSettings(config);
  if (settings === null) return undefined;
  return createOpenAiModel({
    ...settings,
    callsPerMinute: config.LLM_CALLS_PER_MINUTE,
    tokensPerDay: config.LLM_TOKENS_PER_DAY,
    calls: createModelCallStore(connection, seals),
    clock: machineClock,
    logger,
  });
}
