import { join } from 'node:path';
import { built, startProcess } from './bot-process.ts';
import { temporaryFolder } from './company.ts';
import type { Part } from './figures.ts';

/**
 * What an operator runs beside the server: each reaches the running one by its socket, and opens the data folder by itself
 * after the server was killed.
 */
export async function toolsBeside(): Promise<Part> {
  const folder = temporaryFolder('tools');
  const restored = temporaryFolder('restored');
  const env = { DATA_DIR: join(folder.path, 'data'), WEB_PORT: '0', LOG_LEVEL: 'error' };
  /** Runs a tool to its end; what its output says where `pattern` stands, null when it says nothing like it. */
  const tool = async (args: readonly string[], ready: RegExp, dataDir = env.DATA_DIR) => {
    const [script = '', ...rest] = args;
    const process = startProcess([built(`scripts/${script}.js`), ...rest], {
      cwd: folder.path,
      env: { ...env, DATA_DIR: dataDir },
      ready,
    });
    const found = await process.ready;
    await process.ended;
    return found;
  };
  const server = startProcess([built('src/main.js')], { cwd: folder.path, env, ready: /(http:\S+)/ });
  try {
    const url = await server.ready;
    if (url === null) throw new Error(`the bot did not start: ${server.complaints()}`);
    const backup = join(folder.path, 'backup');
    const beside = {
      'admin link beside the server refused': failed(
        (await signIn(url, await tool(['admin', 'link'], /#code=(\S+)/))) === 200,
      ),
      'admin add beside the server refused': failed(
        (await signIn(url, await tool(['admin', 'add', 'Mia', '--role', 'rep'], /#code=(\S+)/))) === 200,
      ),
      'doctor beside the server finds no agreement': failed((await tool(['doctor'], /^✓ (.*agree with.*)$/)) !== null),
      'backup beside the server failed': failed((await tool(['backup', backup], /^✓ (\d+) documents/)) !== null),
    };
    await server.kill();
    return {
      name: 'admin, doctor and backup beside a running server, and after a SIGKILL',
      figures: {},
      violations: {
        ...beside,
        'admin link after the kill refused': failed((await tool(['admin', 'link'], /#code=(\S+)/)) !== null),
        'doctor after the kill finds no agreement': failed((await tool(['doctor'], /^✓ (.*agree with.*)$/)) !== null),
        'restore into another folder failed': failed(
          (await tool(['restore', backup], /^✓ (\d+) documents/, restored.path)) !== null,
        ),
        'doctor of the restored finds no agreement': failed(
          (await tool(['doctor'], /^✓ (.*agree with.*)$/, restored.path)) !== null,
        ),
      },
    };
  } finally {
    await server.kill();
    folder.remove();
    restored.remove();
  }
}

const failed = (sound: boolean): 0 | 1 => (sound ? 0 : 1);

/** Uses a one-time link; the status of the answer, 0 where there was no link. */
async function signIn(url: string, code: string | null): Promise<number> {
  if (code === null) return 0;
  const response = await fetch(new URL('/api/session', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code }),
  });
  return response.status;
}
