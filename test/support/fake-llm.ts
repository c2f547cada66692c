import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the server answers one request. `says`: the text of its message. */
export type Play =
  | { kind: 'says'; text: string; tokens?: number }
  | { kind: 'status'; status: number; message?: string }
  /** Takes the request and never answers. */
  | { kind: 'hangs' }
  /** Sends the head of an answer and no more. */
  | { kind: 'drips' }
  | { kind: 'hangsUp' }
  | { kind: 'redirects'; to: string }
  /** An answer of a size that nobody asked for. */
  | { kind: 'floods'; bytes: number }
  | { kind: 'sends'; body: string };

export interface Asked {
  path: string;
  authorization: string | undefined;
  /** The body as it came over the wire. */
  raw: string;
  body: {
    model: string;
    messages: { role: string; content: string }[];
    response_format?: { type: string };
    temperature?: number;
  };
}

/** An OpenAI-compatible server that plays what a test tells it to. */
export interface FakeLlm {
  url: string;
  /** Every request so far. */
  asked: Asked[];
  /** What it does from here on. */
  plays(how: Play | ((asked: Asked, nth: number) => Play)): void;
  close(): Promise<void>;
}

/** The masked text of the note in a request. */
export function noteIn({ body }: Asked): string {
  const turn = body.messages.find(({ role }) => role === 'user');
  return String((JSON.parse(turn?.content ?? '{}') as { text?: unknown }).text ?? '');
}

export async function startFakeLlm(first: Play | ((asked: Asked, nth: number) => Play)): Promise<FakeLlm> {
  const asked: Asked[] = [];
  let play = first;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks).toString();
      const { authorization } = request.headers;
      const one: Asked = { path: request.url ?? '', authorization, raw, body: JSON.parse(raw || '{}') };
      asked.push(one);
      act(typeof play === 'function' ? play(one, asked.length) : play, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    plays(how) {
      play = how;
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function act(play: Play, response: ServerResponse): void {
  const json = (status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  switch (play.kind) {
    case 'says':
      json(200, completion(play.text, play.tokens ?? 100));
      break;
    case 'status':
      json(play.status, { error: { message: play.message ?? 'refused', type: 'error' } });
      break;
    case 'hangs':
      break;
    case 'drips':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"id":"1","choices":[{"message":{"content":"{');
      break;
    case 'hangsUp':
      response.destroy();
      break;
    case 'redirects':
      response.writeHead(307, { location: play.to });
      response.end();
      break;
    case 'floods':
      json(200, completion('x'.repeat(play.bytes), 100));
      break;
    case 'sends':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(play.body);
  }
}

const completion = (content: string, total_tokens: number) => ({
  id: 'c1',
  object: 'chat.completion',
  created: 0,
  model: 'fake',
  choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content } }],
  usage: { prompt_tokens: total_tokens - 1, completion_tokens: 1, total_tokens },
});
