import { readContactFacts } from '../intent/contact-facts.ts';
import { isAdded } from '../intent/deal-sum.ts';
import type { Reading } from '../intent/reading.ts';
import type { Token } from '../intent/skeleton.ts';
import { readNamedStage } from '../intent/stage-name.ts';
import type { MoneyMention } from '../money/find-money.ts';
import type { InteractionKind } from '../understanding.ts';
import { KIND_NAMES } from './correction-words.ts';
import type { FieldChange, Readings } from './field-change.ts';
import type { PreviousRecord } from './previous-record.ts';

/** 不是80是85, not 80, 85: figures without a unit take that of the amount they correct. */
const BARE_PAIR =
  /(?:不是|not|from)\s*(\d+(?:\.\d+)?)\s*(万|w|k|m)?[\s,，]*(?:而?是|应该是|but|to|it's|改成)?\s*(\d+(?:\.\d+)?)\s*(万|w|k|m)?(?![\p{L}\d:点号月日])/iu;
/** 说错了85, make it 35: a figure alone at the end of the correction. */
const BARE_FIGURE = /(?:是|了|说|make (?:it|that)|should be|said|to)[,，\s]*(\d+(?:\.\d+)?)[\s。.!！吧]*$/iu;
const KINDS = ['call', 'visit', 'meeting', 'message', 'email', 'demo', 'event'] as const;

/** Corrections of the amount, the kind of contact, the stage and facts about a person. */
export function valueChanges(previous: PreviousRecord, reading: Reading, back: ReadonlySet<Token>): Readings {
  const changes: FieldChange[] = [];
  const amount = newAmount(previous, reading, back);
  if (amount) changes.push(amount);
  const kind = newKind(previous, reading);
  if (kind) changes.push({ field: 'interaction.kind', to: kind });
  const stage = readNamedStage(reading);
  if (stage && stage !== previous.opportunity?.stage) changes.push({ field: 'opportunity.stage', to: stage });
  return { changes: [...changes, ...newFacts(previous, reading)], choices: [] };
}

function newAmount(previous: PreviousRecord, reading: Reading, back: ReadonlySet<Token>): FieldChange | null {
  const { skeleton } = reading;
  const sums = [...skeleton.at].flatMap(([at, token]) =>
    token.kind === 'sum' && !back.has(token) && !isAdded(skeleton.text, at) ? [token.sum] : [],
  );
  const told = sums.at(-1);
  const currency = previous.opportunity?.currency ?? null;
  const pair = BARE_PAIR.exec(reading.text);
  const before = previous.opportunity?.amount ?? null;
  const denied = [...back].flatMap((token) => (token.kind === 'sum' ? [token.sum.amount] : []));
  if (
    denied.length > 0 &&
    !denied.includes(before ?? Number.NaN) &&
    !(pair && pair[2] === undefined && before !== null)
  )
    return null;
  const currencyOf = (sum: MoneyMention | undefined) =>
    sum && saysCurrency(sum) ? sum.currency : (currency ?? sum?.currency ?? null);
  if (pair && pair[4] === undefined && before !== null) {
    const unit = before / Number(pair[1]);
    if ([1, 1000, 10_000, 1_000_000].includes(unit))
      return {
        field: 'opportunity.amount',
        to: Math.round(Number(pair[3]) * unit * 100) / 100,
        currency: currencyOf(told),
      };
    if (told === undefined) return null;
  }
  const to = told?.amount ?? bareSum(previous, reading);
  return to === null ? null : { field: 'opportunity.amount', to, currency: currencyOf(told) };
}

/** A figure without a unit, where in that of the amount on record it comes near it and no step's hour is as likely meant. */
function bareSum({ opportunity, tasks }: PreviousRecord, { text, lang }: Reading): number | null {
  const figure = Number(BARE_FIGURE.exec(text)?.[1] ?? Number.NaN);
  const before = opportunity?.amount ?? 0;
  const sum = Math.round(figure * (lang === 'zh' ? 10_000 : 1000) * 100) / 100;
  if (!(sum >= before / 2 && sum <= before * 2) || (figure < 24 && tasks.some(({ time }) => time !== null)))
    return null;
  return sum;
}

/** 26万 in Chinese text is taken for yuan, but it does not say so. */
function saysCurrency({ text }: MoneyMention): boolean {
  return /[¥￥$€£₹]|[元块圆刀]|人民币|美|欧|港|日|英|镑|[a-z]{3}|rs\.?/iu.test(
    text.replace(/(?:grand|lakh|crore|mil|million|thousand)s?/giu, ''),
  );
}

/** The way named last, unless it stands behind "not". */
function newKind(previous: PreviousRecord, reading: Reading): InteractionKind | null {
  if (!previous.interaction) return null;
  const words = reading.skeleton.text.replace(
    /不是[^,，是]{1,8}(?=[,，是]|$)|(?<!\p{L})(?:not|wasn't|isn't) (?:a |an |by )?\w+/giu,
    '',
  );
  const kind = KINDS.find((one) => KIND_NAMES[one].test(words));
  return kind && kind !== previous.interaction.kind ? kind : null;
}

/** A fact that the record has; one that it has not is added, not corrected. */
function newFacts(previous: PreviousRecord, reading: Reading): FieldChange[] {
  const facts = readContactFacts({
    ...reading,
    people: { ...reading.people, contacts: [{ mention: '', name: null, id: null, candidates: [], spans: [] }] },
  });
  const told = previous.contactFacts ?? [];
  const last = (field: 'phone' | 'email' | 'birthday') => told.findLastIndex((one) => one[field] !== null);
  return facts
    .flatMap((fact): FieldChange[] => [
      ...(fact.phone ? [{ field: 'contactFact.phone', index: last('phone'), to: fact.phone } as const] : []),
      ...(fact.email ? [{ field: 'contactFact.email', index: last('email'), to: fact.email } as const] : []),
      ...(fact.birthday
        ? [{ field: 'contactFact.birthday', index: last('birthday'), to: fact.birthday } as const]
        : []),
    ])
    .filter((change) => 'index' in change && change.index >= 0);
}
