import type { webApi } from '@slack/bolt';
import { causeOf } from '../../src/chat/causes.ts';
import type { ChatHost, IncomingEvent, Thing } from '../../src/chat/chat-adapter.ts';
import { createInOrder } from '../../src/chat/in-order.ts';
import { isDirect } from '../../src/chat/message.ts';
import type { Place, PlatformPosts } from '../../src/chat/platform-posts.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import type { SlackAnswer } from './slack-bolt.ts';
import { decode } from './slack-decode.ts';
import { tellDirectly } from './slack-direct.ts';
import { inTime } from './slack-errors.ts';
import type { Heard } from './slack-heard.ts';
import type { SlackSelf } from './slack-ids.ts';
import type { SlackFile } from './slack-message.ts';
import type { createNow } from './slack-now.ts';
import type { SlackAudience, SlackRooms } from './slack-rooms.ts';
import { slackTexts } from './slack-texts.ts';
import { recordIn, unfurl } from './slack-unfurl.ts';

/** Slack waits three seconds for its acknowledgement. */
const AUDIENCE_MS = 2_000;

export interface HearParts {
  client: webApi.WebClient;
  posts: PlatformPosts;
  rooms: SlackRooms;
  /** Who is in a channel, told before anything that is said there is taken in, and when that changes. */
  audience(audience: SlackAudience): Promise<void>;
  /** Where our own pages are; null while they have no public address. */
  publicUrl: string | null;
  locale(): Promise<Locale>;
  clock: Clock;
  now: ReturnType<typeof createNow>;
  home: { open(user: string): Promise<void> };
  /** Fetches a file that somebody sent. */
  fetch(file: SlackFile): Promise<Thing>;
  /** The bot, while it takes anything. */
  host(): ChatHost | null;
  self(): SlackSelf;
  heard(): void;
  failed(error: unknown): void;
}

const ephemeral = (text: string): SlackAnswer => ({ response_type: 'ephemeral', text });

/** Takes what comes from Slack to the bot; resolves when it is stored. */
export function createHear(parts: HearParts) {
  const { client, posts, rooms, clock, now, failed } = parts;
  const inOrder = createInOrder();
  const words = async () => slackTexts(await parts.locale());

  async function hear(body: Record<string, unknown>): Promise<SlackAnswer | undefined> {
    const heard = decode(body, parts.self(), clock.now());
    switch (heard.kind) {
      case 'ignored':
        return undefined;
      case 'emptyCommand':
        return ephemeral((await words()).nothingSaid);
      case 'nothingToLog':
        return void tellDirectly(client, heard.user, (await words()).nothingToLog).catch(failed);
      case 'membership':
        return void (await tellAudience(heard.channel, true));
      case 'event':
        return 'command' in body ? command(heard) : void (await take(heard));
      case 'files':
        return takeFiles(heard);
      case 'press':
        if (heard.givesFile) return void give(heard).catch(failed);
        if (await now.opened(heard.event, heard.place, heard.trigger)) return undefined;
        return void (await take({ ...heard, onlyIfAnswering: false }));
      case 'submission':
        return (await now.faults(heard.event)) ?? void (await take({ ...heard, onlyIfAnswering: false }));
      case 'options':
        return now.options(heard.asked);
      case 'home':
        return void parts.home.open(heard.user);
      case 'links':
        return void showLinks(heard).catch(failed);
    }
  }

  /** Slack sends events again, but never a command. */
  async function command(heard: Taken): Promise<SlackAnswer | undefined> {
    try {
      await take(heard);
    } catch (error) {
      failed(error);
      return ephemeral((await words()).notStored);
    }
    return heard.place.channel.startsWith('D') ? undefined : ephemeral((await words()).answeredDirectly);
  }

  /** Slack is acknowledged before the file is there; where it cannot be given, the press says in words where it is. */
  async function give(heard: Heard & { kind: 'press' }): Promise<void> {
    if (!isDirect(heard.event.room)) await tellAudience(heard.place.channel, false);
    if (!(await now.gave(heard.event))) await take({ ...heard, onlyIfAnswering: false });
  }

  /** The words go ahead; a file is stored once it is fetched. What takes longer than Slack waits comes again and waits here. */
  async function takeFiles({ said, files, place, onlyIfAnswering }: Heard & { kind: 'files' }): Promise<undefined> {
    if (said !== null) await take(said);
    if (onlyIfAnswering && !(await isOurs(place))) return;
    const things = await Promise.all(
      files.map(async ({ event, file }) => ({ ...event, ...(await parts.fetch(file)) })),
    );
    for (const event of things) await take({ event, place, onlyIfAnswering });
  }

  const isOurs = async ({ channel, thread }: Place): Promise<boolean> =>
    thread !== undefined && (await posts.spokeIn(channel, thread));

  /** What comes at once from one channel is stored in the order in which it came. */
  const take = (heard: Taken): Promise<void> => inOrder(heard.place.channel, () => store(heard));

  async function store({ event, place, onlyIfAnswering }: Taken): Promise<void> {
    const host = parts.host();
    if (host === null) throw new ServiceError('slack: stopping');
    if (onlyIfAnswering && !(await isOurs(place))) return;
    if (!isDirect(event.room)) await tellAudience(place.channel, false);
    await posts.setPlace(causeOf(event), place, clock.now());
    const { handled } = await host.accept(await repliedTo(event, place));
    handled.catch(() => {});
    parts.heard();
  }

  /** What is written in a thread under a message of ours replies to the row that it shows. */
  async function repliedTo(event: IncomingEvent, { channel, thread }: Place): Promise<IncomingEvent> {
    if (event.kind !== 'message' || thread === undefined) return event;
    const ours = await posts.rowAt(channel, thread);
    return ours === null ? event : { ...event, replyTo: ours };
  }

  /** A channel whose members cannot be read is one of unknown people: the rest of the bot says nothing private there. */
  async function tellAudience(channel: string, anew: boolean): Promise<void> {
    if (anew) rooms.forget(channel);
    try {
      await parts.audience(await inTime(rooms.membersOf(channel), AUDIENCE_MS));
    } catch (error) {
      failed(error);
      await parts.audience({ channel, name: channel, users: [], open: true });
    }
  }

  /** Everybody in the channel sees a preview: it is read as for an answer that all of them hear. */
  async function showLinks({ asker, urls, channel, ts }: Heard & { kind: 'links' }): Promise<void> {
    const { publicUrl } = parts;
    if (publicUrl === null) return;
    if (!isDirect(asker.room)) await tellAudience(channel, false);
    await unfurl(client, { channel, ts, urls }, async (url) => {
      const record = recordIn(url, publicUrl);
      return record === null ? null : now.ask('preview', asker, { record });
    });
  }

  return { hear, tellAudience };
}

type Taken = Pick<Heard & { kind: 'event' }, 'event' | 'place' | 'onlyIfAnswering'>;
