import type { NumberedButtons } from '../../src/chat/numbered-buttons.ts';

/** What the adapter must know after a restart: WeChat itself keeps nothing for a bot that is away. */
export interface WechatTalks {
  /** A contact has written. */
  heard(contact: string, at: Date): Promise<void>;
  /** The contacts that have written since. */
  heardSince(at: Date): Promise<string[]>;
  /** `place`: a contact's id or a room's. */
  numbered(place: string, buttons: NumberedButtons): Promise<void>;
  lastNumbered(place: string): Promise<NumberedButtons | null>;
  /** The bot hears at this moment. */
  alive(at: Date): Promise<void>;
  lastAlive(): Promise<Date | null>;
}
