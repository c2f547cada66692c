import type { Span } from '../text/normal-text.ts';
import type { Evidence, Slot, Understanding } from '../understanding.ts';
import type { Reading } from './reading.ts';
import type { Token } from './skeleton.ts';
import type { Step } from './steps.ts';
import type { ToldContact } from './told-contact.ts';

const STEP_CONFIDENCE: Record<Step['sign'], number> = {
  listed: 0.9,
  reminded: 0.95,
  asked: 0.93,
  wanted: 0.85,
  fixed: 0.88,
  pledged: 0.9,
  dated: 0.8,
};

/** Confidence and places in the original text, slot by slot; the whole is as sure as its least sure slot. */
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
  put('intent', intentConfidence(read, told), []);
  if (read.account)
    put(
      'account',
      read.account.id ? 0.97 : read.account.candidates.length > 0 ? 0.4 : 0.7,
      people.account ? [people.account.span] : [],
    );
  if (read.contacts.length > 0)
    put(
      'contacts',
      Math.min(...read.contacts.map(({ id, candidates }) => (id ? 0.96 : candidates.length > 0 ? 0.4 : 0.75))),
      people.contacts.flatMap(({ spans }) => spans),
    );
  if (read.interaction && told) put('interaction', told.confidence, [clauseSpan(reading, told.sense.clause)]);
  if (read.opportunity) put('opportunity', 0.88, tokenSpans(reading, 'sum'));
  if (read.tasks.length > 0 && steps.length > 0)
    put(
      'tasks',
      Math.min(...steps.map(({ sign }) => STEP_CONFIDENCE[sign])),
      steps.map(({ sense }) => clauseSpan(reading, sense.clause)),
    );
  if (read.contactFacts.length > 0)
    put('contactFacts', 0.93, [...tokenSpans(reading, 'phone'), ...tokenSpans(reading, 'email')]);
  if (read.assignee) put('assignee', 0.95, tokenSpans(reading, 'colleague'));
  if (read.period) put('period', 0.95, tokenSpans(reading, 'day'));
  const confidence =
    read.intent === 'unknown' ? 0 : Math.min(...Object.values(evidence).map((slot) => slot.confidence));
  return { confidence, evidence };
}

function intentConfidence({ intent }: Pick<Understanding, 'intent'>, told: ToldContact | null): number {
  if (intent === 'unknown') return 0.6;
  return intent === 'interaction.log' ? (told?.confidence ?? 0.6) : 0.9;
}

function clauseSpan({ skeleton }: Reading, { start, end }: { start: number; end: number }): Span {
  return [skeleton.offsets[start] ?? 0, skeleton.offsets[end] ?? 0];
}

function tokenSpans({ skeleton }: Reading, kind: Token['kind']): Span[] {
  return [...skeleton.at.values()].filter((token) => token.kind === kind).map(({ span }) => span);
}
