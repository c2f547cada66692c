import { type Task, taskKind } from '../crm/task/task.ts';
import type { Draft, Ledger } from '../ledger/ledger.ts';
import { step } from './decide/ladder.ts';
import { stepLadder } from './decide/step-due.ts';
import { stepFacts } from './facts-of.ts';
import { subjectOf } from './item.ts';
import { addDays, type Day, localDay, regionOf, workdayFrom } from './local-time.ts';
import type { MorningFacts } from './morning/send-morning.ts';
import { type Nudge, nudgeId, nudgeKind } from './nudge.ts';

/** What a person asks of reminders that they get: `rule` and `subject` as a button carries them, `recipient` who pressed it. */
export interface Asked {
  rule: string;
  subject: string;
  recipient: string;
}

interface Asker {
  zone: string;
  holidays: 'CN' | 'none';
  now: Date;
}

/**
 * Puts reminders off by so many days, to the first working morning then, whose day it returns. The rule `morning` (its
 * subject is `<person>:<day>`) puts off everything of that list. Null: there is nothing of the kind to put off.
 */
export async function snooze(
  draft: Draft,
  { ledger }: { ledger: Ledger },
  asked: Asked,
  days: number,
  asker: Asker,
): Promise<Day | null> {
  const today = localDay(asker.now, asker.zone);
  const until = workdayFrom(addDays(today, Math.max(1, Math.trunc(days))), regionOf(asker.zone, asker.holidays));
  const subjects = asked.rule === 'morning' ? await ofMorning(ledger, asked) : [asked];
  let changed = false;
  for (const one of subjects) changed = (await write(draft, one, { snoozedUntil: until }, asker)) || changed;
  return changed ? until : null;
}

/** Stops reminding of this one thing, or takes it up again; a note, a contact or another day starts afresh anyway. */
export const pause = (draft: Draft, asked: Asked, paused: boolean, asker: Asker): Promise<boolean> =>
  write(draft, asked, { paused }, asker);

async function ofMorning(ledger: Ledger, { subject, recipient }: Asked): Promise<Asked[]> {
  const set = await ledger.findSet(`rule:morning:${subject}`);
  const told = set?.reason?.facts as unknown as MorningFacts | undefined;
  if (told?.person !== recipient) return [];
  return [
    ...told.items.map((item) => ({ rule: item.rule, subject: subjectOf(item), recipient })),
    ...(told.digest === null ? [] : [{ rule: 'team-digest', subject: recipient, recipient }]),
  ];
}

async function write(
  draft: Draft,
  { rule, subject, recipient }: Asked,
  patch: Partial<Pick<Nudge, 'snoozedUntil' | 'paused'>>,
  asker: Asker,
): Promise<boolean> {
  const id = nudgeId(rule, subject, recipient);
  const known = await draft.read(nudgeKind, id);
  if (known !== null) {
    draft.change(nudgeKind, known, patch);
    return true;
  }
  // Only a step can be put off before a list has named it: from the brief before its time.
  const task = rule === 'step-due' ? await draft.read<Task>(taskKind, subject) : null;
  if (task === null || task.owner !== recipient) return false;
  const region = regionOf(asker.zone, asker.holidays);
  const today = localDay(asker.now, asker.zone);
  const ladder = stepLadder(stepFacts(task, { briefed: true, region, today, named: null }));
  draft.create(nudgeKind, id, { rule, subject, recipient, occurrence: null, ...step(ladder), ...patch });
  return true;
}
