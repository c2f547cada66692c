import type { ChatAdapter, ChatHost, Profile, Reply } from '../../src/chat/chat-adapter.ts';
import { breaches } from './message-law.ts';

/** A chat world in memory: what was delivered, in order, and what of it broke the law of words and shape. Stands for the platform alone. */
export class ListedReplies implements ChatAdapter {
  readonly name = 'web';
  readonly delivered: Reply[] = [];
  readonly breaches: string[] = [];
  /** All that people have written or pressed. */
  readonly typed: string[] = [];
  host: ChatHost | null = null;
  async start(host: ChatHost): Promise<void> {
    this.host = host;
  }
  async stop(): Promise<void> {}
  /** What the platform knows of its users. */
  readonly profiles = new Map<string, Profile>();
  async who(user: string): Promise<Profile | null> {
    return this.profiles.get(user) ?? null;
  }
  async deliver(reply: Reply): Promise<void> {
    this.delivered.push(reply);
    const askedForAll = this.typed.slice(-2).some((words) => /^(?:全部|show all)$/iu.test(words));
    this.breaches.push(...breaches(reply, { typed: this.typed, askedForAll }));
  }
}
