import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { webConfig } from '../../adapters/web/web-config.ts';
import type { WebReply } from '../../adapters/web/web-encode.ts';
import type { Records } from '../../src/app/records.ts';
import { type RunningServer, startServer } from '../../src/infra/embedded-mongo/server.ts';
import { connectMongo } from '../../src/infra/mongo/connect.ts';
import { type Serving, serve } from '../../src/main/serve.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { fillTeam, tengyun } from './sales-team.ts';

export interface Answer {
  status: number;
  headers: Headers;
  replies: WebReply[];
  error: string | undefined;
}

interface Asking {
  /** Who asks; null: nobody that is known. */
  as?: string | null;
  body?: unknown;
  raw?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
}

/** The whole server on loopback, nothing replaced; the store underneath can be stopped and started again. */
export class Served {
  readonly #tokens: ReadonlyMap<string, string>;
  readonly #dataDir: string;
  readonly #serving: Serving;
  #store: RunningServer | null;

  private constructor(parts: { tokens: Map<string, string>; dataDir: string; serving: Serving; store: RunningServer }) {
    this.#tokens = parts.tokens;
    this.#dataDir = parts.dataDir;
    this.#serving = parts.serving;
    this.#store = parts.store;
  }

  /** Starts with the sales team and 林悦's customer 腾云. */
  static async open(): Promise<Served> {
    const dataDir = mkdtempSync(join(tmpdir(), 'genjin-served-'));
    const store = await startServer({ dataDir, now: () => new Date() });
    const connection = await connectMongo(store.uri, { waitMs: 1_000 });
    const { db } = connection;
    if (db === undefined) throw new Error('the connection is open');
    const tokens = new Map<string, string>();
    const serving = await serve({
      store: { connection, db, uri: store.uri, kind: 'embedded', close: () => connection.close() },
      clock: machineClock,
      logger: silentLogger,
      web: webConfig.parse({ WEB_PORT: 0 }),
      async prepare(records) {
        await fillTeam(records, [tengyun]);
        for (const { _id } of await records.stores.people.active())
          tokens.set(_id, await records.signIns.newToken(_id));
      },
    });
    return new Served({ tokens, dataDir, serving, store });
  }

  get records(): Records {
    return this.#serving.records;
  }

  async call(method: string, path: string, { as = 'lin', body, raw, headers = {} }: Asking = {}): Promise<Answer> {
    const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const token = as === null ? 'unknown' : this.#tokens.get(as);
    const response = await fetch(new URL(path, this.#serving.url), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(sent === undefined ? {} : { body: sent }),
    });
    const read = (await response.json()) as { replies?: WebReply[]; error?: string };
    return { status: response.status, headers: response.headers, replies: read.replies ?? [], error: read.error };
  }

  say(text: string, options: { as?: string; id?: string; conversation?: string } = {}): Promise<Answer> {
    const { as = 'lin', ...rest } = options;
    return this.call('POST', '/api/chat/messages', { as, body: { text, ...rest } });
  }

  press(actionId: string, options: { as?: string; id?: string } = {}): Promise<Answer> {
    const { as = 'lin', ...rest } = options;
    return this.call('POST', '/api/chat/actions', { as, body: { actionId, ...rest } });
  }

  /** How many documents a collection holds. */
  count(collection: string): Promise<number> {
    return this.records.db.collection(collection).countDocuments({ deleted: { $ne: true } });
  }

  /** The store goes away under the running bot. */
  async stopStore(): Promise<void> {
    await this.#store?.stop();
    this.#store = null;
  }

  /** The store comes back, on the same data. */
  async startStore(): Promise<void> {
    this.#store = await startServer({ dataDir: this.#dataDir, now: () => new Date() });
  }

  async close(): Promise<void> {
    await this.#serving.stop();
    await this.stopStore();
    rmSync(this.#dataDir, { recursive: true, force: true });
  }
}
