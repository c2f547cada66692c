import type { Records } from '../app/records.ts';
import type { Gap } from '../chat/absence.ts';
import { type Address, directRoom } from '../chat/message.ts';
import { defineTexts } from '../chat/texts.ts';
import type { Rules } from '../rules/create-rules.ts';
import { isOpen, localMinute, nextMorning, regionOf, usualHours } from '../rules/local-time.ts';

const texts = defineTexts({
  zh: {
    offline: (minutes: number, from: string, until: string) =>
      `刚才断线${minutes}分钟(${from}–${until}),这期间发的没收到,请再发一次。`,
  },
  en: {
    offline: (minutes: number, from: string, until: string) =>
      `Offline ${minutes} min (${from}–${until}): please resend what you sent then.`,
  },
});

/** Where somebody wrote: a user's own id on the platform, or a group's. */
interface Chat {
  chat: string;
  group?: boolean;
}

/**
 * Tells those who wrote to a bot of WeCom's lately that it was away: what they sent meanwhile never comes again. Once for a
 * gap; it is one of a person's pushes, so who is at home hears of it the next morning. Strangers are not told.
 */
export async function tellOffline(
  { ledger, stores, clock, allowPush }: Pick<Records, 'ledger' | 'stores' | 'clock'> & Pick<Rules, 'allowPush'>,
  adapter: string,
  { from, until }: Gap,
  chats: readonly Chat[],
): Promise<void> {
  const team = await stores.team.settings();
  const told: { to: Address; person: string | null; locale: typeof team.locale; zone: string }[] = [];
  for (const { chat, group } of chats) {
    const person = group ? null : await stores.people.byIdentity(adapter, chat);
    if (group) told.push({ to: { adapter, room: chat }, person: null, locale: team.locale, zone: team.zone });
    else if (person !== null)
      told.push({
        to: { adapter, room: directRoom(person._id) },
        person: person._id,
        locale: person.locale,
        zone: person.zone,
      });
  }
  if (told.length === 0) return;
  const minutes = Math.round((until.getTime() - from.getTime()) / 60_000);
  const id = `${adapter}:offline:${from.toISOString()}`;
  await ledger.record({ id, kind: 'rule', by: 'system' }, async (draft) => {
    const now = clock.now();
    const hours = usualHours(team.zone, regionOf(team.zone, team.holidays));
    const groupLeave = isOpen(now, hours) ? {} : { notBefore: nextMorning(now, hours) };
    for (const { to, person, locale, zone } of told) {
      const leave = person === null ? groupLeave : await allowPush(draft, person, now);
      const text = texts(locale).offline(minutes, wallClock(from, zone), wallClock(until, zone));
      draft.send(to, { text }, leave);
    }
  });
}

function wallClock(at: Date, zone: string): string {
  const minute = localMinute(at, zone);
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}
