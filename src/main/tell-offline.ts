import type { BotChat } from '../../adapters/wecom-bot/wecom-bot-chats.ts';
import { WECOM_BOT } from '../../adapters/wecom-bot/wecom-bot-ids.ts';
import type { Gap } from '../../adapters/wecom-bot/wecom-bot-lease.ts';
import { wecomBotTexts } from '../../adapters/wecom-bot/wecom-bot-texts.ts';
import type { Records } from '../app/records.ts';
import { type Address, directRoom } from '../chat/message.ts';
import type { Rules } from '../rules/create-rules.ts';
import { isOpen, localMinute, nextMorning, regionOf, usualHours } from '../rules/local-time.ts';

/**
 * Tells those who wrote to WeCom's bot lately that it was away: what they sent meanwhile never comes again. Once for a
 * gap; it is one of a person's pushes, so who is at home hears of it the next morning. Strangers are not told.
 */
export async function tellOffline(
  { ledger, stores, clock, allowPush }: Pick<Records, 'ledger' | 'stores' | 'clock'> & Pick<Rules, 'allowPush'>,
  { from, until }: Gap,
  chats: readonly BotChat[],
): Promise<void> {
  const team = await stores.team.settings();
  const told: { to: Address; person: string | null; locale: typeof team.locale; zone: string }[] = [];
  for (const { chat, group } of chats) {
    const person = group ? null : await stores.people.byIdentity(WECOM_BOT, chat);
    if (group)
      told.push({ to: { adapter: WECOM_BOT, room: chat }, person: null, locale: team.locale, zone: team.zone });
    else if (person !== null)
      told.push({
        to: { adapter: WECOM_BOT, room: directRoom(person._id) },
        person: person._id,
        locale: person.locale,
        zone: person.zone,
      });
  }
  if (told.length === 0) return;
  const minutes = Math.round((until.getTime() - from.getTime()) / 60_000);
  const id = `${WECOM_BOT}:offline:${from.toISOString()}`;
  await ledger.record({ id, kind: 'rule', by: 'system' }, async (draft) => {
    const now = clock.now();
    const hours = usualHours(team.zone, regionOf(team.zone, team.holidays));
    const groupLeave = isOpen(now, hours) ? {} : { notBefore: nextMorning(now, hours) };
    for (const { to, person, locale, zone } of told) {
      const leave = person === null ? groupLeave : await allowPush(draft, person, now);
      const text = wecomBotTexts(locale).offline(minutes, wallClock(from, zone), wallClock(until, zone));
      draft.send(to, { text }, leave);
    }
  });
}

function wallClock(at: Date, zone: string): string {
  const minute = localMinute(at, zone);
  return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
}
