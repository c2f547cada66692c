import { createInterface } from 'node:readline';

/** One JSON case a line from standard input, one JSON answer a line to standard output. */
export async function answerCases<Case extends { id: string }>(answer: (input: Case) => unknown): Promise<void> {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    const input: Case = JSON.parse(line);
    process.stdout.write(`${JSON.stringify({ id: input.id, found: answer(input) })}\n`);
  }
}
