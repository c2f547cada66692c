import type { AddressInfo } from 'node:net';
import express from 'express';
import { answerParent } from './child.ts';

/** Bare express 5: reads the JSON of a request and answers with JSON of a size that it is told. */
const app = express();
let reply: unknown;
app.post('/api/chat/messages', express.json(), (_request, response) => void response.json(reply));
const server = app.listen(0, '127.0.0.1');

answerParent({
  async start(body: string) {
    reply = JSON.parse(body);
    if (!server.listening) await new Promise((resolve) => server.once('listening', resolve));
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tokens: ['t'.repeat(43)] };
  },
  cpu: () => process.cpuUsage(),
});
