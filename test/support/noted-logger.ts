import type { Logger } from '../../src/ports/logger.ts';

/** A logger that keeps what it is told; `logged`: all of it as text. */
export function notedLogger(): { logger: Logger; logged(): string } {
  const lines: string[] = [];
  const note: Logger['info'] = (fields, message) => void lines.push(`${JSON.stringify(fields)} ${message}`);
  return { logger: { info: note, warn: note, error: note }, logged: () => lines.join('\n') };
}
