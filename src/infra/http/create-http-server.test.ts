import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import type { HttpServer } from '../../ports/http-server.ts';
import { createHttpServer, type HttpServerOptions } from './create-http-server.ts';

let server: HttpServer | undefined;
afterEach(() => server?.stop());

async function open(options: Partial<HttpServerOptions> & { up?: boolean } = {}): Promise<string> {
  server = createHttpServer({
    host: '127.0.0.1',
    port: 0,
    healthy: async () => options.up ?? true,
    metrics: { contentType: 'text/plain', metrics: async () => 'genjin_up 1\n' },
    graceMs: options.graceMs ?? 200,
    ...options,
  });
  server.mount('/', (_request, response) => void response.end('root'));
  server.mount('/slack', (request, response) => void response.end(`slack ${request.url}`));
  return (await server.start()).href;
}

const get = async (url: string, headers: Record<string, string> = {}) => {
  const response = await fetch(url, { headers });
  return { status: response.status, text: await response.text() };
};

test('the longest prefix gets the request, with its whole path', async () => {
  const url = await open();
  expect(await get(url)).toEqual({ status: 200, text: 'root' });
  expect(await get(`${url}slack/events?x=1`)).toEqual({ status: 200, text: 'slack /slack/events?x=1' });
  expect(await get(`${url}slacker`)).toEqual({ status: 200, text: 'root' });
});

test('health says whether the bot can work', async () => {
  expect(await get(`${await open()}healthz`)).toEqual({ status: 200, text: '{"ok":true}' });
  await server?.stop();
  expect((await get(`${await open({ up: false })}healthz`)).status).toBe(503);
});

test('health shows the chat worlds to this machine and the token alone', async () => {
  const url = `${await open({ adapters: async () => ({ slack: { connection: 'connected' } }) })}healthz`;
  const whole = '{"ok":true,"adapters":{"slack":{"connection":"connected"}}}';
  expect((await get(url)).text).toBe(whole);
  expect((await get(url, { 'x-forwarded-for': '203.0.113.9' })).text).toBe('{"ok":true}');
});

test('metrics: this machine may read them, a proxied stranger only with the token', async () => {
  const url = `${await open({ metricsToken: 'sesame' })}metrics`;
  expect((await get(url)).text).toBe('genjin_up 1\n');
  expect((await get(url, { 'x-forwarded-for': '203.0.113.9' })).status).toBe(401);
  const asked = { 'x-forwarded-for': '203.0.113.9', authorization: 'Bearer sesame' };
  expect((await get(url, asked)).status).toBe(200);
  expect((await get(url, { ...asked, authorization: 'Bearer sesamo' })).status).toBe(401);
});

test('a taken port is an error at once', async () => {
  const url = new URL(await open());
  const second = createHttpServer({ host: '127.0.0.1', port: Number(url.port), healthy: async () => true });
  await expect(second.start()).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('a stop cuts what does not finish within the grace', async () => {
  const url = await open();
  server?.mount('/never', () => {});
  const cut = new Promise((resolve) => httpRequest(`${url}never`).on('error', resolve).end());
  await new Promise((resolve) => setTimeout(resolve, 50));
  await server?.stop();
  expect(await cut).toMatchObject({ code: 'ECONNRESET' });
});

test('a stop waits for nobody who has asked nothing, and lets what is asked be answered', async () => {
  const url = new URL(await open({ graceMs: 60_000 }));
  let answer = () => {};
  server?.mount('/slow', (_request, response) => {
    answer = () => void response.end('done');
  });
  const silent = connect(Number(url.port), '127.0.0.1');
  const asked = get(`${url}slow`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  const stopped = server?.stop();
  answer();
  expect((await asked).text).toBe('done');
  await stopped;
  expect(await new Promise((resolve) => silent.on('close', () => resolve('closed')).resume())).toBe('closed');
});
