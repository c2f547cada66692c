import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createNameDirectory } from '../src/understanding/people/create-name-directory.ts';
import { understand } from '../src/understanding/understand.ts';

// `understand --directory DIR.json < cases.jsonl > out.jsonl`: one understanding a line, in the contract's form.

const names = z.array(z.string());
const directoryFile = z.object({
  accounts: z.array(
    z.object({
      name: z.string(),
      aliases: names,
      contacts: z.array(z.object({ name: z.string(), title: z.string().optional(), aliases: names })),
    }),
  ),
  users: z.array(z.object({ name: z.string(), aliases: names })),
});
const caseLine = z.object({
  id: z.string(),
  text: z.string(),
  at: z.string(),
  timeZone: z.string(),
  lang: z.enum(['zh', 'en']).optional(),
});

async function main(): Promise<number> {
  const flag = process.argv.indexOf('--directory');
  const file = flag < 0 ? undefined : process.argv[flag + 1];
  if (!file) {
    process.stderr.write('usage: understand --directory DIR.json < cases.jsonl > out.jsonl\n');
    return 2;
  }
  const directory = createNameDirectory(directoryFile.parse(JSON.parse(readFileSync(file, 'utf8'))));
  let number = 0;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const read = readCase(line);
    if (typeof read === 'string') {
      process.stderr.write(`understand: line ${number} is no case: ${read}\n`);
      return 1;
    }
    const { lang, ...input } = read;
    process.stdout.write(`${JSON.stringify(understand(lang ? { ...input, lang } : input, directory))}\n`);
  }
  return 0;
}

/** The case of one line, or in words what is wrong with it. */
function readCase(line: string): z.infer<typeof caseLine> | string {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return 'not JSON';
  }
  const read = caseLine.safeParse(json);
  if (!read.success) return `${read.error.issues[0]?.path.join('.') || 'the line'} is missing or of the wrong kind`;
  return isReadable(read.data) ? read.data : 'at or timeZone cannot be read';
}

function isReadable({ at, timeZone }: z.infer<typeof caseLine>): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).format(Date.parse(at)) !== '';
  } catch {
    return false;
  }
}

process.exitCode = await main();
