import { cp } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/** Copies into the build what the compiler leaves out: the files that the chat page is served from. */
const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

await cp(at('adapters/web/page'), at('dist/adapters/web/page'), { recursive: true });
