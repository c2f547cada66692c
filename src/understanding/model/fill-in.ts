import type { UnderstandProposal } from '../../../prompts/understand/prompt.ts';
import type { Reading } from '../intent/reading.ts';
import type { Span } from '../text/normal-text.ts';
import { SHAPES, understandReading } from '../understand.ts';
import type { Evidence, Slot, ToldOpportunity, Understanding } from '../understanding.ts';
import type { bearOut } from './bear-out.ts';
import { isSure } from './doubts.ts';

/** A model's word, borne out by the text, is worth a question at most: it stays under the border of what is sure. */
const PROPOSED = 0.7;

const NO_DEAL: ToldOpportunity = { amount: null, currency: null, stage: null, closeDate: null };

/**
 * The rules' understanding with what they left open, or were unsure of, filled in from what a proposal comes to. What
 * is sure stays as it is, whatever the proposal says.
 */
export function fillIn(
  reading: Reading,
  read: Understanding,
  proposal: UnderstandProposal,
  borne: ReturnType<typeof bearOut>,
  producedBy: string,
): Understanding {
  const { filled, evidence } = underIntent(reading, read, proposal, borne, producedBy);
  const shape = SHAPES[filled.intent];
  const note = (slot: Slot, spans: Span[]) => {
    evidence[slot] = { confidence: PROPOSED, spans, producedBy };
  };

  if (shape.people && (filled.account === null || isStrange(filled.account)) && proposal.account !== null) {
    const account = borne.account(proposal.account);
    if (account !== null && (filled.account === null || account.value.id !== null)) {
      filled.account = account.value;
      note('account', [account.span]);
    }
  }
  if (shape.people && filled.contacts.length === 0) {
    const contacts = borne.contacts(proposal.contacts).filter(({ value }) => value.mention !== filled.account?.mention);
    filled.contacts = contacts.map(({ value }) => value);
    if (contacts.length > 0)
      note(
        'contacts',
        contacts.map(({ span }) => span),
      );
  }
  if (filled.intent === 'interaction.log' && !isSure(filled, 'interaction') && proposal.contact !== null) {
    const told = borne.interaction(proposal.contact);
    if (told !== null) {
      const { kind } = told.value;
      filled.interaction = filled.interaction === null ? told.value : { ...filled.interaction, kind };
      note('interaction', [told.span]);
    }
  }
  if (shape.deal && !isSure(filled, 'opportunity')) fillDeal(filled, proposal, borne, note);
  if (shape.tasks && !isSure(filled, 'tasks')) {
    const tasks = borne.tasks(proposal.tasks);
    if (tasks.length > 0) {
      filled.tasks = tasks.map(({ value }) => value);
      note(
        'tasks',
        tasks.map(({ span }) => span),
      );
    }
  }
  if (shape.period && filled.period === null && proposal.period !== null) {
    const period = borne.period(proposal.period);
    if (period !== null) {
      filled.period = period.value;
      note('period', [period.span]);
    }
  }
  const sureness = Object.values(evidence).map(({ confidence }) => confidence);
  return { ...filled, evidence, confidence: filled.intent === 'unknown' ? 0 : Math.min(...sureness) };
}

/** Only the rules' intent that is none, or unsure, gives way; the rules then read the message under the new one. */
function underIntent(
  reading: Reading,
  read: Understanding,
  { intent, contact }: UnderstandProposal,
  borne: ReturnType<typeof bearOut>,
  producedBy: string,
): { filled: Understanding; evidence: Evidence } {
  const span = intent === null ? null : borne.words(intent.words);
  const open = read.intent === 'unknown' || !isSure(read, 'intent');
  const told = intent?.value !== 'interaction.log' || (contact !== null && borne.interaction(contact) !== null);
  if (intent === null || span === null || !open || !told || intent.value === read.intent)
    return { filled: { ...read }, evidence: { ...read.evidence } };
  const filled = understandReading(reading, intent.value);
  const evidence = { ...filled.evidence, intent: { confidence: PROPOSED, spans: [span], producedBy } };
  return { filled: { ...filled, evidence }, evidence };
}

const isStrange = ({ id, candidates }: NonNullable<Understanding['account']>): boolean =>
  id === null && candidates.length === 0;

/** Each of a deal's four values that is not told yet; its own words must bear it out. */
function fillDeal(
  filled: Understanding,
  proposal: UnderstandProposal,
  borne: ReturnType<typeof bearOut>,
  note: (slot: Slot, spans: Span[]) => void,
): void {
  const deal = filled.opportunity ?? NO_DEAL;
  const amount = deal.amount === null && proposal.amount !== null ? borne.amount(proposal.amount) : null;
  const stage = deal.stage === null && proposal.stage !== null ? borne.stage(proposal.stage) : null;
  const over = deal.stage === 'won' || deal.stage === 'lost';
  const closing =
    deal.closeDate === null && !over && proposal.closing !== null ? borne.closing(proposal.closing) : null;
  const spans = [amount, stage, closing].flatMap((one) => (one === null ? [] : [one.span]));
  if (spans.length === 0) return;
  filled.opportunity = {
    ...deal,
    ...amount?.value,
    stage: stage?.value ?? deal.stage,
    closeDate: closing?.value ?? deal.closeDate,
  };
  note('opportunity', spans);
}
