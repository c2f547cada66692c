import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { note } from './company.ts';

/** A server under load: where it listens and the tokens of its people, in the order of their numbers. */
export interface Target {
  url: string;
  tokens: readonly string[];
}

export interface Load {
  /** Of every request, from the instant it was to leave until its answer was read, in milliseconds. */
  latencies: number[];
  seconds: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });
let sent = 0;

/** Posts the next note of the company and returns the answer's body. Throws for any answer but a receipt. */
export function postNote({ url, tokens }: Target): Promise<string> {
  const n = sent++;
  const { rep, text } = note(n);
  const body = JSON.stringify({ id: `bench-${process.pid}-${n}`, text });
  const headers = {
    authorization: `Bearer ${tokens[rep % tokens.length]}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  };
  return new Promise((resolve, reject) => {
    const posted = request(new URL('/api/chat/messages', url), { method: 'POST', agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const answer = Buffer.concat(chunks).toString();
        if (response.statusCode === 200 && /✓ (已记|Logged)/.test(answer)) resolve(answer);
        else reject(new Error(`${response.statusCode} to ${text}: ${answer}`));
      });
    });
    posted.on('error', reject);
    posted.end(body);
  });
}

/** Posts notes at a steady pace, whether or not earlier ones are answered: a slow answer delays none behind it. */
export async function paced(target: Target, perSecond: number, seconds: number): Promise<Load> {
  const began = performance.now();
  const under: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = began + (n * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await sleep(early);
    under.push(postNote(target).then(() => performance.now() - due));
  }
  const latencies = await Promise.all(under);
  return { latencies, seconds: (performance.now() - began) / 1000 };
}

/** Posts so many notes, `parallel` at a time, each as soon as one before it is answered. */
export async function flatOut(target: Target, count: number, parallel = 16): Promise<Load> {
  const began = performance.now();
  const latencies: number[] = [];
  let left = count;
  const lane = async () => {
    while (left-- > 0) {
      const due = performance.now();
      await postNote(target);
      latencies.push(performance.now() - due);
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return { latencies, seconds: (performance.now() - began) / 1000 };
}

/** The value below which that share of the numbers lies. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
