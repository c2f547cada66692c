import { type DestinationStream, pino } from 'pino';
import type { Logger } from '../../ports/logger.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** An error's word: WeCom's 60020, Slack's channel_not_found, the system's ECONNRESET. A code that lets somebody in is none. */
const ERROR_WORD = /^(?:-?\d{1,6}|[a-z][a-z0-9_]{0,60}|E[A-Z_]{1,40})$/;

/** JSON lines on standard error (or `destination`). Fields that could carry secrets are struck out if one slips in. */
export function createPinoLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      redact: {
        paths: ['token', 'authorization', 'text', 'name', 'phone', 'email', '*.token', '*.text'],
        remove: true,
      },
      formatters: {
        log: ({ code, ...fields }) => (ERROR_WORD.test(String(code)) ? { ...fields, code } : fields),
      },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  );
}
