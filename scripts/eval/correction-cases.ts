import type { Records } from '../../src/app/records.ts';
import { createNameFeed } from '../../src/crm/account/name-feed.ts';
import { correctionKind, type KeptCorrection } from '../../src/crm/telling/kept-correction.ts';
import { amend, type FieldChange } from '../../src/understanding/amend/amend.ts';
import type { PreviousRecord } from '../../src/understanding/amend/previous-record.ts';
import { readMessage } from '../../src/understanding/intent/reading.ts';
import type { NameDirectory } from '../../src/understanding/name-directory.ts';
import { createNameDirectory } from '../../src/understanding/people/create-name-directory.ts';
import { understandReading } from '../../src/understanding/understand.ts';
import type { MessageInput, Understanding } from '../../src/understanding/understanding.ts';

/** `of`: how many could be told; `right`: how many are read right today; `wrong`: the origins of the others. */
export interface CorrectionFigures {
  kept: number;
  /** Notes that held the meant value all along and were misread. */
  notes: { of: number; right: number; wrong: string[] };
  /** Corrections in words: the field and the value that were meant. */
  words: { of: number; right: number; wrong: string[] };
}

/** Holds what people put right in chat against what understanding makes of it today. */
export async function judgeCorrections({ connection, stores, clock }: Records): Promise<CorrectionFigures> {
  const directory = createNameDirectory();
  const feed = createNameFeed(
    stores,
    {
      account: (account) => directory.upsertAccount(account),
      accountGone: (id) => directory.removeAccount(id),
      colleague: (colleague) => directory.upsertUser(colleague),
    },
    clock,
  );
  await feed.refresh();
  const rows = connection.collection(correctionKind.collection).find({ deleted: { $ne: true } });
  const kept = (await rows.toArray()) as unknown as KeptCorrection[];
  const figures: CorrectionFigures = {
    kept: kept.length,
    notes: { of: 0, right: 0, wrong: [] },
    words: { of: 0, right: 0, wrong: [] },
  };
  const count = (into: CorrectionFigures['notes'], isRight: boolean, origin: string) => {
    into.of += 1;
    if (isRight) into.right += 1;
    else into.wrong.push(origin);
  };
  for (const one of kept) {
    const changes = one.changes as readonly FieldChange[];
    const input = (text: string, at: Date): MessageInput => ({
      id: one.origin,
      text,
      at: at.toISOString(),
      timeZone: one.zone,
      context: { sender: one.by },
    });
    if (one.words !== null)
      count(figures.words, amendsThus(one, input(one.words, one.at), changes, directory), one.origin);
    if (one.note === null) continue;
    const reading = readMessage(input(one.note.text, one.note.at), directory);
    const told = changes.filter((change) => isTold(change, reading));
    if (told.length > 0)
      count(
        figures.notes,
        told.every((change) => reads(change, understandReading(reading))),
        one.origin,
      );
  }
  return figures;
}

function amendsThus(
  { previous }: KeptCorrection,
  input: MessageInput,
  changes: readonly FieldChange[],
  directory: NameDirectory,
): boolean {
  const amendment = amend(previous as PreviousRecord, input, directory, { invited: true });
  const found = amendment?.kind === 'change' ? amendment.changes : [];
  return changes.every((change) => found.some((one) => one.field === change.field && sameValue(one.to, change.to)));
}

/** Whether a note holds the meant value at all: a changed mind is no misreading. */
function isTold(change: FieldChange, { dates, sums, phones, emails, people }: ReturnType<typeof readMessage>): boolean {
  switch (change.field) {
    case 'opportunity.amount':
      return sums.some(({ amount }) => amount === change.to);
    case 'interaction.date':
    case 'opportunity.closeDate':
    case 'task.date':
      return dates.some((date) => [date.resolve('past'), date.resolve('future')].some((one) => one?.day === change.to));
    case 'interaction.time':
    case 'task.time':
      return dates.some(({ time }) => time === change.to);
    case 'contactFact.phone':
      return phones.some(({ value }) => value === change.to);
    case 'contactFact.email':
      return emails.some(({ value }) => value === change.to);
    case 'account':
      return people.companies.some(({ id }) => id !== null && id === change.to.id);
    default:
      return false;
  }
}

function reads(change: FieldChange, read: Understanding): boolean {
  switch (change.field) {
    case 'opportunity.amount':
      return read.opportunity?.amount === change.to;
    case 'opportunity.closeDate':
      return read.opportunity?.closeDate === change.to;
    case 'interaction.date':
      return read.interaction?.date === change.to;
    case 'interaction.time':
      return read.interaction?.time === change.to;
    case 'task.date':
      return read.tasks[change.index]?.date === change.to;
    case 'task.time':
      return read.tasks[change.index]?.time === change.to;
    case 'contactFact.phone':
      return read.contactFacts.some(({ phone }) => phone === change.to);
    case 'contactFact.email':
      return read.contactFacts.some(({ email }) => email === change.to);
    case 'account':
      return read.account?.id === change.to.id;
    default:
      return true;
  }
}

/** Who is meant counts, not by which words. */
function sameValue(one: FieldChange['to'], other: FieldChange['to']): boolean {
  if (typeof one === 'object' && 'mention' in one && typeof other === 'object' && 'mention' in other)
    return one.id === other.id && (one.id !== null || one.mention === other.mention);
  return JSON.stringify(one) === JSON.stringify(other);
}
