import type { Span } from '../text/normal-text.ts';
import type { Evidence, Slot, Understanding } from '../understanding.ts';
import { confidenceIn } from './confidence-table.ts';
import type { Reading } from './reading.ts';
import { signsOf } from './signs.ts';
import type { Token } from './skeleton.ts';
import type { Step } from './steps.ts';
import type { ToldContact } from './told-contact.ts';

/** Confidence and places in the original text, slot by slot, from how each was read; the whole is as sure as its least sure slot. */
export function evidenceOf(
  reading: Reading,
  read: Omit<Understanding, 'confidence' | 'evidence'>,
  { told, steps }: { told: ToldContact | null; steps: readonly Step[] },
): Pick<Understanding, 'confidence' | 'evidence'> {
  const evidence: Evidence = {};
  const put = (slot: Slot, confidence: number, spans: readonly Span[]) => {
    evidence[slot] = { confidence, spans: spans.map((span) => reading.normal.toOriginal(span)) };
  };
  const { people } = reading;
  const sign = signsOf(reading, read, { told, steps });
  const sure = (slot: Slot) => confidenceIn(slot, sign[slot] ?? '');
  put('intent', sure('intent'), []);
  if (read.account) put('account', sure('account'), people.account ? [people.account.span] : []);
  if (read.contacts.length > 0)
    put(
      'contacts',
      sure('contacts'),
      people.contacts.flatMap(({ spans }) => spans),
    );
  if (read.interaction && told) put('interaction', sure('interaction'), [clauseSpan(reading, told.sense.clause)]);
  if (read.opportunity) put('opportunity', sure('opportunity'), tokenSpans(reading, 'sum'));
  if (read.tasks.length > 0 && steps.length > 0)
    put(
      'tasks',
      sure('tasks'),
      steps.map(({ sense }) => clauseSpan(reading, sense.clause)),
    );
  if (read.contactFacts.length > 0)
    put('contactFacts', sure('contactFacts'), [...tokenSpans(reading, 'phone'), ...tokenSpans(reading, 'email')]);
  if (read.assignee) put('assignee', sure('assignee'), tokenSpans(reading, 'colleague'));
  if (read.period) put('period', sure('period'), tokenSpans(reading, 'day'));
  const confidence =
    read.intent === 'unknown' ? 0 : Math.min(...Object.values(evidence).map((slot) => slot.confidence));
  return { confidence, evidence };
}

function clauseSpan({ skeleton }: Reading, { start, end }: { start: number; end: number }): Span {
  return [skeleton.offsets[start] ?? 0, skeleton.offsets[end] ?? 0];
}

function tokenSpans({ skeleton }: Reading, kind: Token['kind']): Span[] {
  return [...skeleton.at.values()].filter((token) => token.kind === kind).map(({ span }) => span);
}
