import { privately } from '../../access/viewer-for.ts';
import type { RecentRecord } from '../../chat/capability.ts';
import { addToTelling } from '../../crm/telling/add-to-telling.ts';
import { amendLog } from '../../crm/telling/amend-log.ts';
import type { Correction } from '../../crm/telling/amend-telling.ts';
import type { Teller } from '../../crm/telling/teller.ts';
import type { Telling, Told } from '../../crm/telling/telling.ts';
import { PersonError } from '../../errors.ts';
import type { FieldChange } from '../../understanding/amend/amend.ts';
import { corrected, correctionFor } from '../corrections.ts';
import { type CrmTools, type CrmTurn, tellerOf } from '../crm-turn.ts';
import { logMemo, sayReceipt } from '../say-receipt.ts';
import { tellItsOwner } from '../tell-owner.ts';
import { askWhichCustomer, correctedCustomer } from './corrected-customer.ts';
import { keepCorrection } from './keep-correction.ts';
import { amendTexts } from './texts.ts';

/** Corrects fields of a record in one set and says its receipt anew. `words`: what was typed; null for a button or form; `remark`: those of it that are kept as they are. */
export async function applyChanges(
  turn: CrmTurn,
  record: RecentRecord,
  changes: FieldChange[],
  words: string | null,
  tools: CrmTools,
  remark?: string,
): Promise<void> {
  const corrections: Correction[] = [];
  let previous = record.previous;
  for (const change of changes) {
    if (change.field !== 'account') {
      corrections.push(correctionFor(change));
      previous = corrected(previous, change);
      continue;
    }
    if (change.to.id === null && change.to.candidates.length > 0)
      return askWhichCustomer(turn, change.to, { record, words });
    const customer = await correctedCustomer(turn, change.to, tools);
    if (customer === null) return;
    corrections.push({ field: 'customer', to: customer });
    const { _id: id, name } = customer.account;
    previous = corrected(previous, { field: 'account', to: { ...change.to, id, name } });
  }
  const log = logMemo(record);
  const teller = await tellerOf(turn, tools);
  turn.draft.amends(record.set);
  await keepCorrection(turn, record, changes, words);
  const amended = await amendLog(teller, log, corrections);
  const kept = remark === undefined ? amended.telling : await keepRemark(turn, teller, amended.telling, remark, tools);
  if (kept === log.telling) throw new PersonError(amendTexts(turn.speaker.locale).unchanged);
  const telling = words === null ? kept : await tellItsOwner(turn, kept, words, tools);
  sayReceipt(turn, { ...amended, telling, previous, set: record.set }, teller.team, 'amended');
}

async function keepRemark(
  turn: CrmTurn,
  teller: Teller,
  telling: Telling,
  remark: string,
  { stores }: CrmTools,
): Promise<Telling> {
  const account = telling.account === null ? null : await stores.accounts.byId(privately(turn.viewer), telling.account);
  return account === null ? telling : (await addToTelling(teller, telling, NOTHING_TOLD, account, remark)).telling;
}

const NOTHING_TOLD: Told = { interaction: null, opportunity: null, tasks: [], contacts: [], contactFacts: [] };
