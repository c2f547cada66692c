import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** One message that the platform was told to post. */
export interface Post {
  id: string;
  to: string;
  /** The process that posted it. */
  by: string;
}

/** A chat platform that posts whatever it is told, twice if told twice; takes a few milliseconds for each. */
export interface Platform {
  url: string;
  /** In the order in which they came. */
  readonly posts: readonly Post[];
  stop(): Promise<void>;
}

const TAKES_MS = 5;

/** `parties`: bots that ask at `/start`; they are answered when the last of them has come, so that all begin at once. */
export async function startPlatform(parties: number): Promise<Platform> {
  const posts: Post[] = [];
  const ready: ServerResponse[] = [];
  const server = createServer(async (request, response) => {
    if (request.url === '/start') {
      ready.push(response);
      if (ready.length === parties) for (const waiting of ready) waiting.end();
      return;
    }
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of request) chunks.push(chunk as Buffer);
    } catch {
      // The process died while it was posting: the platform has not heard it.
      return;
    }
    posts.push(JSON.parse(Buffer.concat(chunks).toString()) as Post);
    await sleep(TAKES_MS);
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    posts,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
