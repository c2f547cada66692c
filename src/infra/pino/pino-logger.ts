import { type DestinationStream, pino } from 'pino';
import type { Logger } from '../../ports/logger.ts';

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug';

/** JSON lines on standard error (or `destination`). Fields that could carry secrets are struck out if one slips in. */
export function createPinoLogger(level: LogLevel, destination: DestinationStream = pino.destination(2)): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      redact: {
        paths: ['token', 'code', 'authorization', 'text', 'name', 'phone', 'email', '*.token', '*.text'],
        remove: true,
      },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    destination,
  );
}
