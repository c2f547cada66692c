import type { IncomingEvent } from '../../src/chat/chat-adapter.ts';
import type { ContactChange } from './wecom-app-contacts.ts';

/** What a member sent that is neither words nor a thing; each has its own stated answer. */
export type Unread = 'link' | 'other';

/** What came from WeCom, in our terms; `ignored`: nothing for us. */
export type Heard =
  | {
      kind: 'event';
      event: IncomingEvent;
      /** A press: the card it was on, and the code that lets that card be changed once. */
      press?: { task: string; code: string };
      /** A thing whose bytes WeCom has. */
      media?: string;
    }
  | { kind: 'unread'; what: Unread; user: string }
  | { kind: 'contact'; change: ContactChange }
  /** Meant for another app of the company, which shares our callback address. */
  | { kind: 'elsewhere' }
  | { kind: 'ignored' };

export const IGNORED: Heard = { kind: 'ignored' };
