import { setTimeout as sleep } from 'node:timers/promises';
import type { AdapterHealth } from '../../src/chat/adapter-health.ts';
import type { ChatAdapter, Rate } from '../../src/chat/chat-adapter.ts';
import type { PlatformPosts } from '../../src/chat/platform-posts.ts';
import { ServiceError } from '../../src/errors.ts';
import type { Clock } from '../../src/ports/clock.ts';
import { codeOf, HookRefusal, postToHook } from './wecom-hook-client.ts';
import type { WecomHook } from './wecom-hook-config.ts';
import { encodeAlert } from './wecom-hook-encode.ts';
import { hookRoom, WECOM_HOOK } from './wecom-hook-ids.ts';

export interface WecomHookOptions {
  hooks: readonly WecomHook[];
  posts: PlatformPosts;
  health: AdapterHealth;
  /** Machine time. */
  clock: Clock;
  /** How fast a group may be written to. */
  rate?: Rate;
  /** Between two parts of a message, after WeCom's 'too many', and the longest call: milliseconds, shorter in tests. */
  pauses?: { between?: number; limited?: number; call?: number };
}

/** 20 a minute for a key, failed ones counted. */
const RATE: Rate = { burst: 4, everyMs: 4_000 };

/** WeCom's group webhooks as a chat world that only hears: team alerts go to the groups that an administrator named. */
export function createWecomHookAdapter(options: WecomHookOptions): ChatAdapter {
  const { posts, health, clock, rate = RATE, pauses = {} } = options;
  const hooks = new Map(options.hooks.map((hook) => [hookRoom(hook.name), hook]));
  const stopping = new AbortController();

  return {
    name: WECOM_HOOK,
    pace: { room: rate },

    async start() {
      await posts.prepare();
      health.connection('connected');
    },

    async stop() {
      stopping.abort();
      health.connection('stopped');
      await health.stop();
    },

    async deliver({ id, to, message }) {
      const hook = hooks.get(to.room);
      try {
        // The whole group reads it: what is for one person alone never goes there.
        if (to.onlyFor !== undefined) throw new HookRefusal('private');
        if (hook === undefined) throw new HookRefusal('no_hook');
        const earlier = await posts.begin(id, { channel: to.room }, clock.now());
        const contents = encodeAlert(message, hook.mentions);
        for (let at = earlier?.messages.length ?? 0; at < contents.length; at++) {
          const content = contents[at];
          if (content === undefined) break;
          if (at > 0) await rest();
          await postToHook(hook.url, content, pauses);
          const messages = contents.slice(0, at + 1).map((_, part) => String(part));
          await posts.posted(id, { channel: to.room, messages, at: earlier?.at ?? clock.now() });
        }
      } catch (error) {
        health.failed(codeOf(error));
        throw error;
      }
      health.said();
    },
  };

  /** A stop ends it: what is not said yet is said after the next start. */
  async function rest(): Promise<void> {
    await sleep(pauses.between ?? rate.everyMs, undefined, { signal: stopping.signal }).catch(() => {
      throw new ServiceError('wecom hook: stopping');
    });
  }
}
