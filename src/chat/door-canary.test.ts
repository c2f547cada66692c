import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../../test/support/until.ts';
import { createDoorCanary, DOOR_STATUS } from './door-canary.ts';

const stopping = new AbortController();
let status = DOOR_STATUS;
const server = createServer((request, response) => response.writeHead(request.method === 'HEAD' ? status : 500).end());
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  stopping.abort();
  server.close();
});

test('a door that cannot be reached is no connection, said once; it is one again when it can, or when something comes', async () => {
  const told: string[] = [];
  const canary = createDoorCanary({
    address: new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/door`),
    health: { connection: (now) => told.push(now), heard: () => told.push('heard') },
    failed: (code) => told.push(code),
    stopping: stopping.signal,
    everyMs: 10,
  });
  const watching = canary.watch();
  await sleep(60);
  expect(told).toEqual([]);
  status = 502;
  await until(() => told.length > 1);
  await sleep(60);
  expect(told).toEqual(['address', 'connecting']);
  status = DOOR_STATUS;
  await until(() => told.length > 2);
  expect(told.splice(0)).toEqual(['address', 'connecting', 'connected']);
  status = 200;
  await until(() => told.length > 1);
  canary.heard();
  expect(told.slice(0, 4)).toEqual(['address', 'connecting', 'heard', 'connected']);
  stopping.abort();
  await watching;
});
