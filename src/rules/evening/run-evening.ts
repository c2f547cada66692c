import type { Colleagues, Member } from '../colleagues.ts';
import { groupBy } from '../group-by.ts';
import { type Day, hoursOf, isOpen, localDay, localMinute, nextMorning } from '../local-time.ts';
import { namedOf, nudgeId, nudgeKind } from '../nudge.ts';
import { NotNow, pushOnce, takePush } from '../push.ts';
import { recipientOf } from '../push-plan.ts';
import { remember } from '../remember.ts';
import type { AskedBefore, RuleTools } from '../tools.ts';
import { eveningMessage } from './evening-message.ts';

const SIX = 18 * 60;
const RULE = 'open-questions';
const MINUTE_MS = 60_000;

/** What a person has not answered comes back once, merged, at 18:00 of a working day; then it waits to be asked for. */
export function createEvenings({ ledger, nudges, team: teams, openQuestions, askAgain, address }: RuleTools) {
  /** Whose evening this process has seen to. */
  const seen = new Map<string, Day>();
  const held = new Map<string, number>();

  async function run(now: Date, colleagues: Colleagues): Promise<number> {
    const { holidays } = await teams.settings();
    const isEvening = (person: Member) =>
      localMinute(now, person.zone) >= SIX && isOpen(now, hoursOf(person, holidays)) && wanted(person);
    const people = colleagues.all.filter(
      (person) => isEvening(person) && seen.get(person.id) !== localDay(now, person.zone),
    );
    if (people.length === 0) return 0;
    const [questions, wrote] = await Promise.all([
      openQuestions(people.map(({ id }) => id)),
      nudges.wroteSince(new Date(now.getTime() - MINUTE_MS)),
    ]);
    const asked = groupBy(questions, ({ person }) => person);
    let sent = 0;
    for (const person of people) {
      const open = asked.get(person.id) ?? [];
      const wroteAt = wrote.get(person.id) ?? null;
      const pushed =
        open.length === 0 ? 'nothing' : await ask(person, open, now, recipientOf(person, holidays, wroteAt));
      held.delete(person.id);
      if (typeof pushed === 'object' && pushed.kind === 'hold') held.set(person.id, pushed.until.getTime());
      else seen.set(person.id, localDay(now, person.zone));
      if (pushed === 'committed') sent++;
    }
    return sent;
  }

  const ask = (person: Member, open: readonly AskedBefore[], now: Date, recipient: ReturnType<typeof recipientOf>) => {
    const day = localDay(now, person.zone);
    return pushOnce(ledger, `rule:${RULE}:${person.id}:${day}`, async (draft) => {
      const named = namedOf(await draft.read(nudgeKind, nudgeId(RULE, person.id, person.id)));
      const fresh = open.filter(({ askedAt }) => askedAt.toISOString() > (named?.series ?? ''));
      const message = eveningMessage(
        fresh.map((question) => question.message(person.locale)),
        person.locale,
      );
      const newest = fresh.at(-1);
      const ids = fresh.map(({ id }) => id);
      if (message === null || newest === undefined) throw new NotNow(null);
      const through = newest.askedAt.toISOString();
      await takePush(draft, 'other', person.id, recipient, now);
      await remember(draft, {
        ...{ rule: RULE, subject: person.id, recipient: person.id, occurrence: day, series: through },
        ...{ count: 1, firstDay: day, lastDay: day, snoozedUntil: null, paused: false },
      });
      draft.because({
        rule: RULE,
        version: 1,
        facts: { person: person.id, day, questions: ids },
      });
      const row = draft.send(address(person), message);
      await askAgain(draft, address(person), person.id, ids, row);
    });
  };

  return {
    run,
    /** The next instant at which somebody's evening comes, or is free to be told. */
    async next(after: Date, colleagues: Colleagues): Promise<Date | null> {
      const { holidays } = await teams.settings();
      const evenings = colleagues.all
        .filter(wanted)
        .map((person) => nextMorning(after, { ...hoursOf(person, holidays), from: SIX }).getTime());
      const instants = [...evenings, ...[...held.values()].filter((at) => at > after.getTime())];
      return instants.length === 0 ? null : new Date(Math.min(...instants));
    },
  };
}

const wanted = ({ quiet }: Member): boolean => !quiet.fewer && !quiet.muted.has(RULE);
