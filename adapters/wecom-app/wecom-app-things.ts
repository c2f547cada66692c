import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { BLOB_LIMIT, type Blob } from '../../src/ports/blob-store.ts';
import type { WecomClient } from './wecom-app-client.ts';
import { codeOf } from './wecom-app-errors.ts';
import { wecomAppTexts } from './wecom-app-texts.ts';

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'video/mp4': '.mp4',
};

export type ThingEvent = IncomingEvent & { kind: 'thing' };

/** Something that a member sent, and its bytes where they were to be had. */
export interface FetchedThing {
  event: ThingEvent;
  blob: Blob | null;
}

/** Fetches what a member sent while WeCom still waits; `failed` learns WeCom's errcode. */
export function createThings(client: Pick<WecomClient, 'download'>, failed: (code: string) => void) {
  return async function fetched(
    event: ThingEvent,
    media: string,
    withinMs: number,
    locale: Locale,
  ): Promise<FetchedThing> {
    const words = wecomAppTexts(locale);
    const what = event.what === 'image' || event.what === 'video' ? event.what : 'file';
    // Pictures have no name that their sender would know.
    const named = (type: string) => event.name || `${words[what]}${EXTENSIONS[type.split(';')[0] ?? ''] ?? ''}`;
    try {
      const had = await client.download(media, BLOB_LIMIT, withinMs);
      if (had === null) return { event: { ...event, name: named(''), tooLarge: true }, blob: null };
      const name = named(had.type);
      return { event: { ...event, name }, blob: { name, ...had } };
    } catch (error) {
      failed(codeOf(error));
      return { event: { ...event, name: named('') }, blob: null };
    }
  };
}
