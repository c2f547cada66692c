import { INTERACTION_KINDS, type InteractionKind } from '../../crm/interaction/interaction.ts';
import type { FieldChange } from '../../understanding/amend/amend.ts';
import type { Stage } from '../../understanding/understanding.ts';
import type { amendTexts } from './texts.ts';

type Words = ReturnType<typeof amendTexts>;

/** Stages that can be told; where a path begins with leads, first contact is one. */
export const STAGES = ['contacted', 'needs', 'proposal', 'negotiation', 'won', 'lost'] as const satisfies Stage[];

const AMOUNT = /^\D{0,3}(?<number>\d[\d,]*(?:\.\d+)?)\s*(?<unit>万|亿|k|m)?元?$/iu;
const UNITS: Record<string, number> = { 万: 10_000, 亿: 100_000_000, k: 1_000, m: 1_000_000 };

/** An amount as a form's one field takes it, in currency units: `850000`, `850,000`, `85万`, `85k`; null for anything else. */
function amountIn(text: string): number | null {
  const read = AMOUNT.exec(text.normalize('NFKC').trim())?.groups;
  if (read === undefined) return null;
  const amount = Number(read.number?.replaceAll(',', '')) * (UNITS[read.unit?.toLowerCase() ?? ''] ?? 1);
  return Number.isFinite(amount) && amount <= 1e12 ? amount : null;
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return day !== null && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const isTime = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);

const isOneOf = <T extends string>(all: readonly T[], text: string): text is T => all.includes(text as T);

/** What is wrong with the values that were changed, by field. An emptied field is left as it was. */
export function faultsIn(values: Record<string, string>, texts: Words): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const [id, value] of Object.entries(values)) {
    if (value === '') continue;
    if (id === 'amount' && amountIn(value) === null) faults[id] = texts.notAnAmount;
    if (/(?:^|-)(?:day|close)$/.test(id) && !isDay(value)) faults[id] = texts.notADay;
    if (/-time$/.test(id) && !isTime(value)) faults[id] = texts.notATime;
  }
  return faults;
}

/** The values as corrections; `customer`: the one that was chosen. Faults have been looked for before. */
export function changesOf(
  values: Record<string, string>,
  customer: { id: string; name: string } | null,
): FieldChange[] {
  const changes: FieldChange[] = [];
  if (customer !== null)
    changes.push({ field: 'account', to: { ...customer, mention: customer.name, candidates: [] } });
  for (const [id, value] of Object.entries(values)) {
    const change = value === '' ? null : changeOf(id, value);
    if (change !== null) changes.push(change);
  }
  return changes;
}

function changeOf(id: string, to: string): FieldChange | null {
  const [part = '', at = '', detail = ''] = id.split('-');
  const index = Number(at);
  switch (part) {
    case 'kind':
      return isOneOf<InteractionKind>(INTERACTION_KINDS, to) ? { field: 'interaction.kind', to } : null;
    case 'day':
      return { field: 'interaction.date', to };
    case 'amount':
      return { field: 'opportunity.amount', to: amountIn(to) ?? 0, currency: null };
    case 'stage':
      return isOneOf(STAGES, to) ? { field: 'opportunity.stage', to } : null;
    case 'close':
      return { field: 'opportunity.closeDate', to };
    case 'step':
      return { field: detail === 'time' ? 'task.time' : 'task.date', index, to };
    case 'fact':
      return { field: detail === 'email' ? 'contactFact.email' : 'contactFact.phone', index, to };
    default:
      return null;
  }
}
