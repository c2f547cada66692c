import type { Thing } from '../../src/chat/chat-adapter.ts';
import { ServiceError } from '../../src/errors.ts';
import { BLOB_LIMIT, type BlobStore } from '../../src/ports/blob-store.ts';
import type { SlackSettings } from './slack-config.ts';
import type { SlackFile } from './slack-message.ts';

const TIMEOUT_MS = 20_000;
const MOST_REDIRECTS = 3;

/** Where Slack keeps what people upload. */
const FILE_HOSTS = new Set(['files.slack.com', 'slack-files.com', 'files.slack-gov.com']);

export interface FilesParts {
  settings: Pick<SlackSettings, 'botToken' | 'apiUrl'>;
  blobs: BlobStore;
  failed(error: unknown): void;
}

/** Fetches what somebody sent as soon as it comes; the same file that is asked for meanwhile is fetched once. */
export function createFiles({ settings, blobs, failed }: FilesParts) {
  const under = new Map<string, Promise<Thing>>();
  const api = new URL(settings.apiUrl);

  /** Our token goes to Slack's own file hosts alone; an API elsewhere (a proxy, a test) serves its files itself. */
  const isSlacks = (url: URL): boolean =>
    (url.protocol === 'https:' && FILE_HOSTS.has(url.host)) || (api.host !== 'slack.com' && url.origin === api.origin);

  async function fetched(address: string): Promise<Uint8Array | 'tooLarge'> {
    let url = new URL(address);
    for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
      if (!isSlacks(url)) throw new ServiceError('slack: a file elsewhere');
      const answer = await fetch(url, {
        headers: { authorization: `Bearer ${settings.botToken}` },
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      const next = answer.headers.get('location');
      if (answer.status >= 300 && answer.status < 400 && next !== null) {
        await answer.body?.cancel();
        url = new URL(next, url);
        continue;
      }
      if (!answer.ok) throw new ServiceError(`slack: http_${answer.status}`);
      return readWithin(answer, BLOB_LIMIT);
    }
    throw new ServiceError('slack: too many redirects');
  }

  async function take(file: SlackFile): Promise<Thing> {
    const thing: Thing = { what: whatOf(file.mimetype), name: file.name ?? file.title ?? file.id, blob: null };
    if (thing.what === 'audio') return thing;
    if ((file.size ?? 0) > BLOB_LIMIT) return { ...thing, tooLarge: true };
    try {
      const bytes = await fetched(file.url_private_download ?? file.url_private ?? '');
      if (bytes === 'tooLarge') return { ...thing, tooLarge: true };
      return { ...thing, blob: await blobs.put({ name: thing.name, type: file.mimetype, bytes }) };
    } catch (error) {
      failed(error);
      return thing;
    }
  }

  return (file: SlackFile): Promise<Thing> => {
    const known = under.get(file.id);
    if (known !== undefined) return known;
    const work = take(file).finally(() => under.delete(file.id));
    under.set(file.id, work);
    return work;
  };
}

function whatOf(type: string): Thing['what'] {
  const [kind] = type.split('/');
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : 'file';
}

/** The body, or that it is longer than `limit`; what is too long is not read to its end. */
async function readWithin(answer: Response, limit: number): Promise<Uint8Array | 'tooLarge'> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of answer.body ?? []) {
    length += part.length;
    if (length > limit) return 'tooLarge';
    parts.push(part);
  }
  return Buffer.concat(parts);
}
