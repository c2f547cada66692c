/** Structured log lines. Fields hold ids, counts and durations: never names, texts, tokens or other personal data. */
export interface Logger {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** Swallows everything: for tests and command-line tools that print for a person. */
export const silentLogger: Logger = { info() {}, warn() {}, error() {} };
