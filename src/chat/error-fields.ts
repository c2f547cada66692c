import { ServiceError } from '../errors.ts';

/**
 * What a log line may say of an error: its kind, code and where it came from. A message may quote what a person wrote,
 * so only our own ServiceError's is told.
 */
export function errorFields(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  return {
    error: error.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error instanceof ServiceError ? { reason: error.message } : {}),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => line.startsWith('    at '))
      .slice(0, 4)
      .map((line) => line.trim()),
  };
}
