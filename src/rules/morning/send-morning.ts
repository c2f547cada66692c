import { accountSubject } from '../../crm/account/account.ts';
import type { Colleagues } from '../colleagues.ts';
import { sentDigest, type TeamDigestFacts, teamDigest } from '../decide/team-digest.ts';
import { byUrgency, type Item, isDue, namedAfter, subjectOf, verdictOf, withNamed } from '../item.ts';
import type { NameBook } from '../name-book.ts';
import { namedOf, nudgeId, nudgeKind } from '../nudge.ts';
import { NotNow, type Pushed, pushOnce, takePush } from '../push.ts';
import { recipientOf } from '../push-plan.ts';
import { readerOf } from '../reader.ts';
import { remember } from '../remember.ts';
import type { RuleTools } from '../tools.ts';
import { digestId, type Morning } from './gather.ts';
import { type MorningContent, morningMessage } from './morning-message.ts';

export const MORNING_CHECK = 'rules.morning';
/** A list names so many things at most; what is left over comes the next morning. */
const MOST_ITEMS = 200;

/** The facts of a morning's set: everything that its rules saw. */
export interface MorningFacts {
  person: string;
  day: string;
  items: Item[];
  digest: TeamDigestFacts | null;
}

/** What of a morning is due; null: nothing. */
export function dueContent({ items, digest }: MorningContent): MorningContent | null {
  const due = byUrgency(items.filter(isDue)).slice(0, MOST_ITEMS);
  const told = digest !== null && teamDigest.decide(digest).occurrence !== null ? digest : null;
  return due.length === 0 && told === null ? null : { items: due, digest: told };
}

/** Where the facts hold somebody's birthday, and whose customer they belong to. */
const birthdaysIn = (items: readonly Item[]) =>
  items.flatMap(({ rule, facts }, at) =>
    rule === 'birthday' && facts.birthday !== null
      ? [{ path: `items.${at}.facts.birthday`, subject: accountSubject(facts.account) }]
      : [],
  );

/** Commits a person's morning: the list, what was named, and why. */
export function sendMorning(
  { ledger, address }: Pick<RuleTools, 'ledger' | 'address'>,
  morning: Morning,
  at: { now: Date; wroteAt: Date | null; colleagues: Colleagues; book: NameBook; holidays: 'CN' | 'none' },
): Promise<Pushed> {
  const { person, day } = morning;
  const { now, wroteAt, colleagues, book } = at;
  const subject = `${person.id}:${day}`;
  const recipient = recipientOf(person, at.holidays, wroteAt);
  return pushOnce(ledger, `rule:morning:${subject}`, async (draft) => {
    await takePush(draft, 'merged', person.id, recipient, now);
    const items = await Promise.all(
      morning.items.map(async (item) =>
        withNamed(item, namedOf(await draft.read(nudgeKind, nudgeId(item.rule, subjectOf(item), person.id)))),
      ),
    );
    const digest = morning.digest && {
      ...morning.digest,
      named: namedOf(await draft.read(nudgeKind, digestId(person.id))),
    };
    const due = dueContent({ items, digest });
    const message =
      due === null ? null : morningMessage(due, draft.setId, subject, readerOf(person, colleagues, now), book);
    if (due === null || message === null) throw new NotNow(null);

    for (const item of due.items)
      await remember(draft, {
        rule: item.rule,
        subject: subjectOf(item),
        recipient: person.id,
        occurrence: verdictOf(item).occurrence,
        ...namedAfter(item),
      });
    if (due.digest !== null)
      await remember(draft, {
        rule: 'team-digest',
        subject: person.id,
        recipient: person.id,
        occurrence: teamDigest.decide(due.digest).occurrence,
        ...sentDigest(due.digest),
      });
    const facts: MorningFacts = { person: person.id, day, items: [...due.items], digest: due.digest };
    draft.because({ rule: 'morning', version: 1, facts: { ...facts }, personal: birthdaysIn(due.items) });
    draft.send(address(person), message, { recheck: { check: MORNING_CHECK, facts: { set: draft.setId } } });
  });
}
