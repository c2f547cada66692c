import { CORRECTS } from '../amend/correction-words.ts';
import { SURE } from '../intent/confidence-table.ts';
import type { Reading } from '../intent/reading.ts';
import type { Slot, Understanding } from '../understanding.ts';

/** Whether a slot was found, and surely. */
export const isSure = (read: Understanding, slot: Slot): boolean => (read.evidence[slot]?.confidence ?? 0) >= SURE;

/** What is as short as a command or a nod is read by the rules alone: a model would only make the person wait. */
const FEWEST = { zh: 6, en: 16 };
/** A transcript or a pasted mail holds more than one note, and more than need leave the house. */
const MOST = 2000;
/** A correction belongs to the record before it, which a model does not see. */
const CORRECTION = { zh: 40, en: 100 };

/** Words without a name or sum are small talk, whatever day they speak of, unless they ask. */
const QUESTION = /[?？]|哪|谁|多少|怎么|如何|\b(?:which|who|how|what|show|list)\b/iu;

/** Whether the rules left something open that a second reader could settle. */
export function isDoubtful(reading: Reading, read: Understanding): boolean {
  const length = reading.text.trim().length;
  if (length < FEWEST[reading.lang] || reading.input.text.length > MOST) return false;
  if (length <= CORRECTION[reading.lang] && CORRECTS.test(reading.skeleton.text.trim())) return false;
  if (read.intent === 'unknown') return namesSomething(reading) || QUESTION.test(reading.text);
  if (!isSure(read, 'intent')) return true;
  return isUnsure(read) || (isNote(read) && (lacksCustomer(read) || leavesDayUnread(reading, read)));
}

const namesSomething = ({ skeleton }: Reading): boolean => [...skeleton.at.values()].some(({ kind }) => kind !== 'day');

const isNote = ({ interaction, opportunity }: Understanding): boolean => interaction !== null || opportunity !== null;

const lacksCustomer = ({ account, contacts }: Understanding): boolean => account === null && contacts.length === 0;

const isUnsure = (read: Understanding): boolean =>
  (['interaction', 'opportunity', 'tasks'] as const).some((slot) => {
    const found = read.evidence[slot];
    return found !== undefined && found.confidence < SURE;
  });

/** A day to come is told, and neither a step nor a closing day was made of it. */
function leavesDayUnread({ dates, today }: Reading, { tasks, opportunity }: Understanding): boolean {
  if (tasks.length > 0 || opportunity?.closeDate != null) return false;
  return dates.some((mention) => mention.kind === 'date' && (mention.resolve('future')?.day ?? '') > today);
}
