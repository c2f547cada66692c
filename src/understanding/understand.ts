import { senseClauses } from './intent/clause-sense.ts';
import { isBirthday, readContactFacts } from './intent/contact-facts.ts';
import { readDeal } from './intent/deal.ts';
import { evidenceOf } from './intent/evidence.ts';
import { isReminder, noteIntent, readCommand } from './intent/intent.ts';
import { readPeriod } from './intent/period.ts';
import { type Reading, readMessage } from './intent/reading.ts';
import { readNamedStage } from './intent/stage-name.ts';
import { titleOrFollowUp } from './intent/step-title.ts';
import { readSteps, type Step } from './intent/steps.ts';
import { readToldContact, type ToldContact } from './intent/told-contact.ts';
import { HANDED_OVER } from './intent/words/contact-words.ts';
import type { NameDirectory } from './name-directory.ts';
import type { Intent, MessageInput, ToldOpportunity, ToldTask, Understanding } from './understanding.ts';

/** One message in, one understanding out: pure, synchronous, never throws on any text. */
export function understand(input: MessageInput, directory: NameDirectory): Understanding {
  return understandReading(readMessage(input, directory));
}

/** The understanding of a message that has been taken apart; `settled`: its intent, where that is known from elsewhere. */
export function understandReading(reading: Reading, settled?: Intent): Understanding {
  const { people } = reading;
  const senses = withoutBirthdays(reading, senseClauses(reading));
  const command = readCommand(reading);
  const steps = readSteps(reading, senses, isReminder(reading)).filter(
    (step) => command === null || step.sense !== senses[0] || step.sign === 'asked',
  );
  const somebody =
    people.account !== null ||
    people.contacts.length > 0 ||
    SOMEBODY.test(reading.text) ||
    HANDED_OVER.test(reading.skeleton.text);
  const told = somebody && !isReminder(reading) ? readToldContact(reading, senses, steps) : null;
  const facts = readContactFacts(reading);
  const deal = readDeal(reading, senses, steps);
  const intent =
    settled ??
    (overruled(reading, command, told)
      ? noteIntent(reading, { senses, told, deal, steps, facts })
      : (command ?? noteIntent(reading, { senses, told, deal, steps, facts })));
  const shape = SHAPES[intent];
  const understanding: Omit<Understanding, 'confidence' | 'evidence'> = {
    id: reading.input.id,
    intent,
    account:
      shape.people && people.account
        ? {
            mention: people.account.mention,
            name: people.account.name,
            id: people.account.id,
            candidates: people.account.candidates,
          }
        : null,
    contacts: shape.people
      ? people.contacts.map(({ mention, name, id, candidates }) => ({ mention, name, id, candidates }))
      : [],
    interaction: intent === 'interaction.log' && told ? { kind: told.kind, date: told.date, time: told.time } : null,
    opportunity: shape.deal ? dealOf(reading, intent, deal) : null,
    tasks: tasksOf(reading, intent, shape.tasks ? steps : []),
    contactFacts: shape.facts ? facts : [],
    assignee: intent === 'account.transfer' ? (people.colleagues.at(-1)?.name ?? null) : null,
    period: shape.period ? readPeriod(reading, intent) : null,
  };
  const evidence = evidenceOf(reading, understanding, { told, steps });
  return { ...understanding, ...evidence };
}

/** Nobody by name, and a contact all the same: cold called a dry cleaner's, spoke to the owner. */
const SOMEBODY =
  /客户|client|customer|\bcold[- ]?call(?:ed)?\b|\b(?:spoke|talked|chatted) (?:to|with) (?:the |their |an? )?(?:owner|manager|buyer|director|boss|founder|receptionist|foreman)\b/iu;

/** A message that plainly tells of a contact is a note, although it speaks of a new lead or contact. */
function overruled({ lang, skeleton }: Reading, command: Intent | null, told: ToldContact | null): boolean {
  return (
    told !== null &&
    told.kind !== 'other' &&
    (command === 'contact.create' ||
      command === 'opportunity.create' ||
      ((command === 'lead.create' || command === 'account.create') &&
        lang === 'en' &&
        MET_A_LEAD.test(skeleton.text))) &&
    told.sense.happened &&
    told.sense.clause.start < 12
  );
}

/** Met with a new prospect: the contact comes before the lead. */
const MET_A_LEAD =
  /^[^:]{0,40}(?<!\p{L})(?:met|saw|called|rang|phoned|visited|spoke|talked|chatted|had|did|call|meeting|mtg|demo(?:ed|'d)?|coffee|lunch|dinner|zoom|visit)(?!\p{L})[^:]{0,30}(?:lead|prospect|enquiry|inquiry|client|customer)/u;

function withoutBirthdays(reading: Reading, senses: ReturnType<typeof senseClauses>): ReturnType<typeof senseClauses> {
  return senses.map((sense) => ({
    ...sense,
    days: sense.days.filter(({ at }) => {
      const token = reading.skeleton.at.get(sense.clause.start + at);
      return !token || !isBirthday(reading, sense.clause.start + at, token);
    }),
  }));
}

function dealOf(reading: Reading, intent: Intent, deal: ToldOpportunity | null): ToldOpportunity | null {
  const stage = intent === 'opportunity.update' || intent === 'opportunity.create' ? readNamedStage(reading) : null;
  if (intent === 'opportunity.lose') return { ...(deal ?? NO_DEAL), stage: 'lost', closeDate: null };
  if (stage === null) return deal;
  return { ...(deal ?? NO_DEAL), stage };
}

const NO_DEAL: ToldOpportunity = { amount: null, currency: null, stage: null, closeDate: null };

function tasksOf(reading: Reading, intent: Intent, steps: readonly Step[]): ToldTask[] {
  if (intent === 'task.complete') return [{ title: doneTitle(reading), date: null, time: null, assignee: null }];
  return steps.map(({ title, date, time, assignee }) => ({
    title: titleOrFollowUp(reading, title),
    date,
    time,
    assignee,
  }));
}

function doneTitle({ text }: Reading): string {
  return text
    .replace(
      /(?:这个|那个)?(?:任务|待办)?(?:已经?)?(?:完成了?|做完了?|搞定了?|办完了?|勾掉了?|弄完了?)|[,，]?任务(?=$)|✅|的?任务$/gu,
      '',
    )
    .replace(
      /\b(?:done with|mark(?:ed)?|(?:as )?(?:complete|completed|done)|the|task|tick (?:that|it)(?: one)? off|finished)\b/giu,
      '',
    )
    .replace(/^[\s,，.'"‘’“”]+|[\s,，.。'"‘’“”]+$/gu, '');
}

/** Which slots an intent carries. */
export const SHAPES: Record<
  Intent,
  { people: boolean; deal: boolean; tasks: boolean; facts: boolean; period: boolean }
> = {
  'interaction.log': { people: true, deal: true, tasks: true, facts: true, period: false },
  'lead.create': { people: true, deal: true, tasks: true, facts: true, period: false },
  'account.create': { people: true, deal: false, tasks: false, facts: true, period: false },
  'contact.create': { people: true, deal: false, tasks: false, facts: true, period: false },
  'contact.update': { people: true, deal: false, tasks: false, facts: true, period: false },
  'opportunity.create': { people: true, deal: true, tasks: true, facts: false, period: false },
  'opportunity.update': { people: true, deal: true, tasks: true, facts: false, period: false },
  'opportunity.win': { people: true, deal: true, tasks: true, facts: false, period: false },
  'opportunity.lose': { people: true, deal: true, tasks: true, facts: false, period: false },
  'task.create': { people: true, deal: false, tasks: true, facts: false, period: false },
  'task.complete': { people: true, deal: false, tasks: false, facts: false, period: false },
  'task.list': { people: false, deal: false, tasks: false, facts: false, period: true },
  'ticket.create': { people: true, deal: false, tasks: false, facts: false, period: false },
  'account.transfer': { people: true, deal: false, tasks: false, facts: false, period: false },
  'account.show': { people: true, deal: false, tasks: false, facts: false, period: false },
  'pipeline.show': { people: false, deal: false, tasks: false, facts: false, period: true },
  'opportunity.stale': { people: false, deal: false, tasks: false, facts: false, period: false },
  'report.funnel': { people: false, deal: false, tasks: false, facts: false, period: true },
  'report.forecast': { people: false, deal: false, tasks: false, facts: false, period: true },
  'report.leaderboard': { people: false, deal: false, tasks: false, facts: false, period: true },
  'report.activity': { people: false, deal: false, tasks: false, facts: false, period: true },
  'birthday.list': { people: false, deal: false, tasks: false, facts: false, period: true },
  undo: { people: false, deal: false, tasks: false, facts: false, period: false },
  help: { people: false, deal: false, tasks: false, facts: false, period: false },
  unknown: { people: false, deal: false, tasks: false, facts: false, period: false },
};
