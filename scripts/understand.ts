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
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { lang, ...input } = caseLine.parse(JSON.parse(line));
    process.stdout.write(`${JSON.stringify(understand(lang ? { ...input, lang } : input, directory))}\n`);
  }
  return 0;
}

process.exitCode = await main();
