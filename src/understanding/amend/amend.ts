import type { MonthDay } from '../../calendar/lunar.ts';
import { senseClauses } from '../intent/clause-sense.ts';
import { readCommand } from '../intent/intent.ts';
import { type Reading, readMessage } from '../intent/reading.ts';
import { readToldContact } from '../intent/told-contact.ts';
import { COMMANDS } from '../intent/words/command-words.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import type { Intent, MessageInput } from '../understanding.ts';
import { amountChanges, currencyChange } from './amend-amount.ts';
import { dateChanges, daysNear } from './amend-dates.ts';
import { nameChanges } from './amend-names.ts';
import { deniesOutcome, saysMoreThanDenial, stageChanges } from './amend-stage.ts';
import { valueChanges } from './amend-values.ts';
import { wordChanges } from './amend-words.ts';
import { CORRECTS, OWN_CHANGE, OWN_SPEECH } from './correction-words.ts';
import type { FieldChange, Readings } from './field-change.ts';
import { stepWordsAt, tellsTimeAlone } from './lone-when.ts';
import type { PreviousRecord } from './previous-record.ts';
import { sidesOf } from './sides.ts';

export type { FieldChange } from './field-change.ts';

/**
 * `change`: all of `changes` belong to one correction, none where the record has that value already; `rests`: the deal is
 * paused besides, and until when is not told; `remark`: how the step is to be, or how it stands, in the words of the message. `ask`: the
 * value fits several fields, or is a day that does not exist (`missing`); each of `choices` is one reading, `further` what
 * comes with those of the same thing, and `sure` what the same words change otherwise. `unclear`: it is a correction, but
 * no field and value can be told (记错了).
 */
export type Amendment =
  | { kind: 'change'; changes: FieldChange[]; rests?: true; remark?: string }
  | { kind: 'ask'; choices: FieldChange[]; further?: FieldChange[]; missing?: MonthDay; sure?: FieldChange[] }
  | { kind: 'unclear' };

/** A correction is short; a longer text is a note of its own. */
const LONGEST = { zh: 40, en: 100 };

/**
 * Reads a message as a correction of the previous record, null when it is none. With `invited` (after 修改, or as a
 * reply to the receipt) a bare value counts too; with `next` (nothing was done or asked for since) a bare time of a step.
 */
export function amend(
  previous: PreviousRecord,
  input: MessageInput,
  directory: NameDirectory,
  options: { invited?: boolean; next?: boolean } = {},
): Amendment | null {
  const reading = readMessage(input, directory);
  const at = stepWordsAt(reading);
  if (at !== null) {
    const rest = reading.text.slice(0, at).replace(/[\s,;。]+$/u, '');
    const amendment = amend(previous, { ...input, text: rest }, directory, options);
    return amendment?.kind === 'change' ? { ...amendment, remark: reading.text.slice(at).trim() } : amendment;
  }
  const text = reading.skeleton.text.trim();
  if (text.length > LONGEST[reading.lang]) return null;
  const sides = sidesOf(reading);
  const currency = currencyChange(previous, reading, sides);
  if (currency !== null) return { kind: 'change', changes: [currency] };
  const corrects = CORRECTS.test(text) || deniesOutcome(previous, reading);
  if (!corrects && !options.invited) return options.next ? timeOfStep(previous, reading) : null;
  if (COMMANDS.undo.test(text)) return null;
  if (tellsOfAnotherContact(reading, previous) || changesAnother(reading, previous)) return null;
  const near = daysNear(previous, reading);
  if (near) return { kind: 'ask', ...near };
  const stage = stageChanges(previous, reading, sides);
  const found: Readings[] = [
    amountChanges(previous, reading, sides),
    valueChanges(previous, reading, sides),
    stage,
    dateChanges(previous, reading, sides.back),
    nameChanges(previous, reading, sides),
    wordChanges(previous, reading),
  ];
  const ask = found.find((one) => one.choices.length > 1 || one.isOpen);
  if (ask) {
    const sure = found.flatMap((one) => (one === ask ? [] : one.changes));
    return { kind: 'ask', choices: ask.choices, further: ask.further ?? [], ...(sure.length > 0 ? { sure } : {}) };
  }
  const changes = found.flatMap((one) => [...one.changes, ...one.choices]);
  changes.push(...outcomeOfItsOwn(changes, previous, reading));
  const reopens = changes.length === 1 && changes[0]?.field === 'opportunity.reopened' && !stage.rests;
  const remark = reopens && saysMoreThanDenial(reading) ? { remark: reading.text.trim() } : {};
  if (changes.length > 0) return { kind: 'change', changes, ...(stage.rests ? { rests: true } : remark) };
  return corrects && (UNCLEAR.test(text) || BARE_MOVE.test(text)) && text.length <= 24 ? { kind: 'unclear' } : null;
}

/** 是麦语不做了: with the customer the words may tell what came of it. */
function outcomeOfItsOwn(
  changes: readonly FieldChange[],
  { opportunity }: PreviousRecord,
  reading: Reading,
): FieldChange[] {
  const moved =
    changes.some(({ field }) => field === 'account') && !changes.some(({ field }) => field === 'opportunity.stage');
  const to = moved ? (understandReading(reading).opportunity?.stage ?? null) : null;
  return to === null || to === opportunity?.stage ? [] : [{ field: 'opportunity.stage', to }];
}

/** 上午10点, 周二,在他们公司: the time of a step of that record; of several steps it is asked which. */
function timeOfStep(previous: PreviousRecord, reading: Reading): Amendment | null {
  if (!tellsTimeAlone(reading, previous)) return null;
  const steps = { ...previous, interaction: null, opportunity: null, pausedUntil: null };
  const near = daysNear(steps, reading);
  if (near) return { kind: 'ask', ...near };
  const { changes, choices, further = [] } = dateChanges(steps, reading, new Set());
  if (choices.length > 1) return { kind: 'ask', choices, further };
  const hasGone = reading.dates.some((date) => (date.resolve('future')?.day ?? reading.today) < reading.today);
  return hasGone ? null : { kind: 'change', changes: [...changes, ...choices] };
}

const UNCLEAR = /[记写搞弄说][错混]|错了|不对|wrong|typo/iu;
/** 改到周五, make it 11, where nothing on record can be moved: nothing to be kept as if it were news. */
const BARE_MOVE =
  /^(?:改到|改成|改为|换成|推迟?到|挪到)\s?[◷¤][\s。!！吧]*$|^make (?:it|that) (?:[◷¤]|\d{1,4})[\s.!]*$/iu;

/** No, that was a call with Globex: whoever is named, it is said of the record before. */
const TURNS_BACK =
  /^\s*(?:不[是对,]|[哦啊呃]|其实|应该|搞错|[说记写弄]错|刚才|上一?条|(?:no|not|wait|sorry|oops|whoops|actually|that|it|it's|i meant?|should)(?!\p{L}))/iu;
/** Trident chose Siemens instead: how it ended with one, told from its name on. */
const OWN_END =
  /^\s*(?:the )?◆(?:'s)?(?: deal| bid| project)?(?: has| have|'ve| just| finally)* (?:cho(?:se|sen)|picked|selected|went|gone|signed|bought|dropped|passed|cancell?ed|renewed|declined|rejected|lost|won)(?!\p{L})|^\s*◆(?:那边|那单)?(?:最后|最终|还是|已经?)*(?:选|签|丢|黄|输|不做|不买|取消|续)/u;
const FILES: ReadonlySet<Intent | null> = new Set(['lead.create', 'account.create']);

/** "不对,昨天还拜访了海拓", "met Bob at Initech, not now, maybe in Q2" is a note on another customer, known or not. */
function tellsOfAnotherContact(reading: Reading, previous: PreviousRecord): boolean {
  const { account, companies } = reading.people;
  if (!account || (account.id ?? account.mention) === (previous.account?.id ?? previous.account?.name)) return false;
  if (account.id === null) {
    const names = companies.some(({ id }) => id !== null && id === previous.account?.id);
    if (names || TURNS_BACK.test(reading.skeleton.text)) return false;
    if (FILES.has(readCommand(reading)) || OWN_END.test(reading.skeleton.text)) return true;
  }
  const told = readToldContact(reading, senseClauses(reading), []);
  return told !== null && told.kind !== 'other' && told.confidence > 0.8 && told.sense.happened;
}

/** 芯澜金额改成40万, Kestrel should be 200k, 周敏说…改成三七开: something of another customer; 不是渝达是芯澜 corrects the customer itself. */
function changesAnother({ people, skeleton }: Reading, previous: PreviousRecord): boolean {
  const { account } = people;
  if (!account || (account.id ?? account.mention) === (previous.account?.id ?? previous.account?.name)) return false;
  return OWN_CHANGE.test(skeleton.text) || OWN_SPEECH.test(skeleton.text);
}
