import type { Viewer } from '../access/viewer.ts';
import { viewerFor } from '../access/viewer-for.ts';
import type { Locale } from '../chat/texts.ts';
import type { Colleagues, Member } from './colleagues.ts';
import { type Day, localDay } from './local-time.ts';

/** For whom a text is written. */
export interface Reader {
  viewer: Viewer;
  locale: Locale;
  zone: string;
  /** The reader's day that the text speaks from. */
  today: Day;
}

/** A person reading alone, with today's rights. */
export const readerOf = (person: Member, colleagues: Colleagues, now: Date): Reader => ({
  viewer: viewerFor(person.id, { kind: 'direct' }, colleagues.subtree(person.id)),
  locale: person.locale,
  zone: person.zone,
  today: localDay(now, person.zone),
});
