import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Copies into the build what the compiler leaves out: the files of the chat page and the words of the prompts. */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

await cp(at('adapters/web/page'), at('dist/adapters/web/page'), { recursive: true });
await cp(at('prompts'), at('dist/prompts'), {
  recursive: true,
  filter: (path) => !/\.(?:ts|json|jsonl)$/.test(path),
});
