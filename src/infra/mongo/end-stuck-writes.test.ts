import { mkdtempSync, rmSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../embedded-mongo/server.ts';
import { connectMongo } from './connect.ts';
import { connectionsInUse } from './end-stuck-writes.ts';

test('a command whose connection goes just before its write is tried again instead of hanging', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'genjin-stuck-'));
  const server = await startServer({ dataDir, now: () => new Date() });
  const connection = await connectMongo(server.uri);
  const client = connection.getClient();
  const notes = connection.collection<{ _id: string }>('notes');
  await notes.insertOne({ _id: 'one' });
  client.once('connectionCheckedOut', () => {
    for (const { socket } of connectionsInUse(client)) (socket as Socket).destroy();
  });
  expect(await notes.findOne({})).toEqual({ _id: 'one' });
  await connection.close();
  await server.stop();
  rmSync(dataDir, { recursive: true });
});
