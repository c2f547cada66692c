import { maySee } from '../access/viewer.ts';
import { nextBirthday } from '../calendar/lunar.ts';
import { clockText } from '../calendar/zone.ts';
import { dayText } from '../chat/format.ts';
import { dotted, fitted, roomFor } from '../chat/width.ts';
import { USUAL } from '../crm/peace/peace.ts';
import type { ChangeSet } from '../ledger/change-set.ts';
import type { StepBriefFacts } from './decide/step-brief.ts';
import { type DigestItem, needFirst, type TeamDigestFacts, teamDigest } from './decide/team-digest.ts';
import { explainTexts } from './explain-texts.ts';
import { type Item, rowsOf, subjectOf, verdictOf, withNamed } from './item.ts';
import { digestId } from './morning/gather.ts';
import { calendarText } from './morning/item-words.ts';
import { namesFor } from './morning/morning-message.ts';
import type { MorningFacts } from './morning/send-morning.ts';
import { type NameBook, openNameBook } from './name-book.ts';
import { namedOf, nudgeId, pushesKind } from './nudge.ts';
import type { Reader } from './reader.ts';
import type { WinFacts } from './room/wins.ts';
import { timeText } from './timed/brief-message.ts';
import type { ToldRow } from './told-rows.ts';
import type { RuleTools } from './tools.ts';

/** A rule in words: its name, what it saw, when it speaks next, how to stop it. */
interface Explanation {
  rule: string;
  facts: string;
  next: string;
  stop: string;
}

/** Whoever had a list, with the hour at which theirs comes. */
type ListReader = Reader & { hour: string };

const MOST_ROWS = 8;

/**
 * Why a set of a rule spoke, in at most eight rows of a bubble, for this reader's rights; null when no rule made the set. The next
 * firing is reckoned from what is remembered now, so that a snooze since then counts. `about`: the one row of a list that
 * is asked about.
 */
export async function explain(
  tools: RuleTools,
  set: ChangeSet | null,
  reader: Reader,
  about: ToldRow | null = null,
): Promise<string[] | null> {
  if (set === null) return null;
  const texts = explainTexts(reader.locale);
  const { due, colleagues } = tools;
  const people = await colleagues.recent();
  const hour = clockText((people.get(reader.viewer.person)?.quiet ?? USUAL).from);
  const all = ({ rule, facts, next, stop }: Explanation) =>
    fitted([texts.rule(rule), texts.facts(facts), texts.next(next), texts.stop(stop)], MOST_ROWS);
  if (set.reason === undefined) {
    // Somebody's act that made a push of this person's due.
    const told = set.changes.some(({ kind, id }) => kind === pushesKind.kind && id === reader.viewer.person);
    const by = people.get(set.cause.by)?.name ?? texts.someone;
    return told ? all({ rule: texts.told, facts: texts.actOf(by), next: texts.none, stop: texts.stopTold }) : null;
  }
  switch (set.reason.rule) {
    case 'morning': {
      const told = set.reason.facts as unknown as MorningFacts;
      const book = await openNameBook(due, people, namesFor(told));
      const explained = await explainMorning(tools, told, { ...reader, today: told.day, hour }, book, about);
      const [only] = explained;
      if (explained.length === 1 && only !== undefined) return all(only);
      const head = texts.rule(texts.morning(rowsOf(told.items).length + (told.digest?.items.length ?? 0), hour));
      const lines = explained.map(({ rule, facts, next }) => [...dotted([facts, rule]), ` → ${next}`]);
      if (roomFor(lines, [head], MOST_ROWS) === lines.length) return fitted([head, ...lines], MOST_ROWS);
      const shown = roomFor(lines, [head], MOST_ROWS - 1);
      return fitted([head, ...lines.slice(0, shown), texts.more(lines.length - shown)], MOST_ROWS);
    }
    case 'step-brief':
    case 'step-question': {
      const told = set.reason.facts as unknown as StepBriefFacts & { today: string };
      const accounts = told.account === null ? [] : [told.account];
      const book = await openNameBook(due, people, { accounts, tasks: [told.task] });
      return all({
        rule: set.reason.rule === 'step-brief' ? texts.stepBrief : texts.stepQuestion,
        facts: texts.stepFacts(
          book.customer(reader.viewer, told.account) ?? book.task(reader.viewer, told.task) ?? texts.someone,
          `${dayText(told.today, reader.locale, reader.today)} ${timeText(told.dueAt, reader)}`,
        ),
        next: texts.notAgain,
        stop: texts.stopStep,
      });
    }
    case 'open-questions': {
      const { questions } = set.reason.facts as unknown as { questions: string[] };
      return all({
        rule: texts.openQuestions,
        facts: texts.openFacts(questions.length),
        next: texts.none,
        stop: texts.stopOpen,
      });
    }
    case 'watch': {
      const { by } = set.reason.facts as unknown as { by: string };
      return all({
        rule: texts.watch,
        facts: texts.watchFacts(people.get(by)?.name ?? texts.someone),
        next: texts.none,
        stop: texts.stopWatch,
      });
    }
    case 'room-alerts': {
      const { items } = set.reason.facts as unknown as { items: DigestItem[] };
      return all({
        rule: texts.teamDigest,
        facts: texts.digestFacts(items.length),
        next: texts.none,
        stop: texts.stopRoom,
      });
    }
    case 'win': {
      const { owner } = set.reason.facts as unknown as WinFacts;
      return all({
        rule: texts.win,
        facts: texts.winFacts(people.get(owner)?.name ?? texts.someone),
        next: texts.none,
        stop: texts.stopRoom,
      });
    }
    default:
      return null;
  }
}

async function explainMorning(
  { nudges }: Pick<RuleTools, 'nudges'>,
  { person, items, digest }: MorningFacts,
  reader: ListReader,
  book: NameBook,
  about: ToldRow | null,
): Promise<Explanation[]> {
  const rows = rowsOf(items).filter((item) => isAbout(item.facts.account, item, about));
  const known = await nudges.nudges([
    ...rows.map((item) => nudgeId(item.rule, subjectOf(item), person)),
    ...(digest === null ? [] : [digestId(person)]),
  ]);
  return [
    ...rows.map((item) => {
      const named = namedOf(known.get(nudgeId(item.rule, subjectOf(item), person)));
      return explainItem(item, nextOf(item, named, reader), reader, book);
    }),
    ...(digest === null
      ? []
      : explainDigest({ ...digest, named: namedOf(known.get(digestId(person))) }, reader, book, about)),
  ];
}

/** Whether a row is the one that is asked about; a step stands for itself, all else for its customer. */
const isAbout = (account: string | null, item: Item | null, about: ToldRow | null): boolean =>
  about === null ||
  (about.task === null ? about.account === account : item?.rule === 'step-due' && item.facts.task === about.task);

/** In words, when it is named next, given what has been asked since. */
function nextOf(item: Item, named: ReturnType<typeof namedOf>, { locale, today, hour }: ListReader): string {
  const texts = explainTexts(locale);
  if (named?.paused) return texts.paused;
  const day = named?.snoozedUntil ?? verdictOf(withNamed(item, item.facts.named)).next;
  return day === null ? texts.none : texts.at(dayText(day, locale, today), hour);
}

function explainItem(item: Item, next: string, reader: Reader, book: NameBook): Explanation {
  const texts = explainTexts(reader.locale);
  const { locale, today, viewer } = reader;
  const customer = book.customer(viewer, item.facts.account) ?? texts.someone;
  const said = (day: string) => dayText(day, locale, today);
  switch (item.rule) {
    case 'stale-deal':
      return {
        rule: texts.staleDeal(item.facts.after),
        facts: item.facts.never
          ? texts.neverFacts(customer, said(today))
          : texts.staleFacts(customer, said(item.facts.touched), said(today)),
        next,
        stop: texts.stopStale,
      };
    case 'important-account':
      return {
        rule: texts.importantAccount(item.facts.after),
        facts: texts.importantFacts(customer, said(item.facts.contact)),
        next,
        stop: texts.stopStale,
      };
    case 'step-due':
      return {
        rule: texts.stepDue,
        facts: texts.stepFacts(
          item.facts.account === null ? (book.task(viewer, item.facts.task) ?? customer) : customer,
          item.facts.day === null ? '' : said(item.facts.day),
        ),
        next,
        stop: texts.stopStep,
      };
    case 'birthday': {
      const { birthday, contact, leads } = item.facts;
      const name = book.contact(viewer, contact) ?? customer;
      return {
        rule: texts.birthday(leads.join('/')),
        facts:
          birthday === null
            ? name
            : texts.birthdayFacts(name, said(nextBirthday(birthday, today)), calendarText(birthday, reader)),
        next,
        stop: texts.stopBirthday,
      };
    }
    case 'told':
      return { rule: texts.told, facts: texts.toldFacts(customer), next, stop: texts.stopTold };
  }
}

/** What a manager is told of their team: each row of the list; where there is none, what happened. */
function explainDigest(
  facts: TeamDigestFacts,
  { locale, today, hour, viewer }: ListReader,
  book: NameBook,
  about: ToldRow | null,
): Explanation[] {
  const texts = explainTexts(locale);
  const { next: day } = teamDigest.decide(facts);
  const next = facts.named?.paused
    ? texts.paused
    : day === null
      ? texts.none
      : texts.at(dayText(day, locale, today), hour);
  if (facts.items.length === 0)
    return about === null ? [{ rule: texts.teamDigest, facts: texts.news, next, stop: texts.stopDigest }] : [];
  const rows = needFirst(facts).filter(({ owner, account }) => maySee(viewer, owner) && isAbout(account, null, about));
  return rows.map(({ rule, account, owner, last, never, weight = 0 }) => {
    const customer = texts.ownedBy(book.customer(viewer, account) ?? texts.someone, book.person(owner));
    const since = never
      ? texts.neverFacts(customer, dayText(today, locale, today))
      : texts.listedFacts(customer, dayText(last, locale, today));
    return {
      rule: rule === 'stale-deal' ? texts.teamStale : texts.teamImportant,
      facts: weight > 0 ? texts.weighed(since) : since,
      next,
      stop: texts.stopListed,
    };
  });
}
