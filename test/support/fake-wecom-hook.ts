import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export const HOOK_KEY = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa';

export type HookFault = 'busy' | 'broken' | 'lost' | 'moved' | number;

/** WeCom's webhook on loopback: one group, 20 a minute for its key, texts within their bytes. */
export interface FakeWecomHook {
  url: string;
  posts: { content: string; mentioned_list?: string[] }[];
  failNext(...faults: HookFault[]): void;
  close(): Promise<void>;
}

export async function openFakeWecomHook(): Promise<FakeWecomHook> {
  const faults: HookFault[] = [];
  const posts: FakeWecomHook['posts'] = [];
  const at: number[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://127.0.0.1');
    const json = (errcode: number, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ errcode, errmsg: 'x' }));
    const fault = faults.shift();
    if (fault === 'broken') return json(0, 502);
    if (fault === 'moved') return response.writeHead(302, { location: 'http://127.0.0.1:1/elsewhere' }).end();
    if (fault === 'busy') return json(45_009);
    if (typeof fault === 'number') return json(fault);
    if (pathname !== '/cgi-bin/webhook/send' || searchParams.get('key') !== HOOK_KEY) return json(93_000);
    at.push(performance.now());
    if (at.filter((one) => performance.now() - one < 60_000).length > 20) return json(45_009);
    const { msgtype, text } = JSON.parse(Buffer.concat(chunks).toString());
    if (msgtype !== 'text') return json(40_008);
    if (Buffer.byteLength(text.content) > 2_048) return json(45_002);
    posts.push(text);
    return fault === 'lost' ? response.destroy() : json(0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/cgi-bin/webhook/send?key=${HOOK_KEY}`,
    posts,
    failNext: (...next) => void faults.push(...next),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
