import { setTimeout as sleep } from 'node:timers/promises';
import { type App, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { type SlackAnswer, through } from './slack-bolt.ts';
import { clientOptions } from './slack-client.ts';
import { SlackRefusal } from './slack-errors.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const FAREWELL_MS = 1_000;

export interface SocketDoorParts {
  appToken: string;
  apiUrl: string;
  /** Pause before the second attempt at a connection; it doubles up to a minute. Milliseconds. */
  firstPauseMs?: number;
  connected(): void;
  /** `error`: why there is no connection; null when Slack asked for a new one. */
  disconnected(error: unknown): void;
  failed(error: unknown): void;
}

type Frame = { body: Record<string, unknown>; ack(answer?: SlackAnswer): Promise<void> };

/**
 * Slack's door by WebSocket, which needs no public address. The connecting is our own: the SDK's way of connecting again
 * leaves a rejection unhandled when the network is away. A frame is acknowledged when it is stored; without that Slack
 * sends it again.
 */
export function createSocketDoor(parts: SocketDoorParts): Receiver {
  const { firstPauseMs = FIRST_PAUSE_MS } = parts;
  const stopping = new AbortController();
  let app: App | null = null;
  let loop: Promise<void> | undefined;

  const receiver = new SocketModeReceiver({
    appToken: parts.appToken,
    autoReconnectEnabled: false,
    logger: clientOptions(parts.apiUrl).logger,
    installerOptions: { clientOptions: clientOptions(parts.apiUrl) },
  } as ConstructorParameters<typeof SocketModeReceiver>[0]);
  const { client } = receiver;
  client.removeAllListeners('slack_event');
  client.on('slack_event', (frame: Frame) => void hear(frame));
  guard();

  /** The SDK reads a frame in a promise that nobody waits for: one of a wrong shape would end the process. */
  function guard(): void {
    const readers = client.listeners('ws_message') as ((...frame: unknown[]) => Promise<void>)[];
    client.removeAllListeners('ws_message');
    for (const read of readers)
      client.on('ws_message', (...frame: unknown[]) => {
        read(...frame).catch(() => parts.failed(new SlackRefusal('unreadable')));
      });
  }

  async function hear({ body, ack }: Frame): Promise<void> {
    if (app === null || stopping.signal.aborted) return;
    try {
      await ack(await through(app, body));
    } catch (error) {
      parts.failed(error);
    }
  }

  /** Resolves when the connection has ended. */
  const ended = () => new Promise<void>((resolve) => client.once('disconnected', () => resolve()));

  async function run(): Promise<void> {
    for (let pause = firstPauseMs; !stopping.signal.aborted; ) {
      try {
        const end = ended();
        await client.start();
        parts.connected();
        pause = firstPauseMs;
        await end;
        if (!stopping.signal.aborted) parts.disconnected(null);
      } catch (error) {
        if (stopping.signal.aborted) return;
        parts.disconnected(error);
        await sleep(pause, undefined, { signal: stopping.signal }).catch(() => {});
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    async start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      await Promise.race([client.disconnect(), sleep(FAREWELL_MS, undefined, { ref: false })]);
      await Promise.race([loop, sleep(FAREWELL_MS, undefined, { ref: false })]);
    },
  };
}
