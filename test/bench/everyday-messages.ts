import { readFileSync } from 'node:fs';

const SETS = ['zh', 'en'];

/** The understanding's own messages: what people write, short and long, in both languages. */
export function everydayMessages(): string[] {
  return SETS.flatMap((lang) =>
    readFileSync(new URL(`../../src/understanding/cases/${lang}.jsonl`, import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { text: string }).text),
  );
}
