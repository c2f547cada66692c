import { clip } from '../../chat/width.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { Account } from '../account/account.ts';
import { dealKind } from '../deal/deal.ts';
import { interactionKind } from '../interaction/interaction.ts';
import { chainedDeal } from './chained-deal.ts';
import { tellContacts } from './tell-contacts.ts';
import { tellDone } from './tell-done.ts';
import { tellSuccession } from './tell-succession.ts';
import { changeDeal, type DealTold, tellDeal, wroteDeal } from './tell-the-deal.ts';
import type { Teller } from './teller.ts';
import type { ReceiptFacts, Telling, Told } from './telling.ts';
import { bareNote, type Written, writeInteraction, writeTasks } from './write-telling.ts';

/** In columns, of which a 汉字 takes two: a line of a receipt. */
const REMARK_WIDTH = 60;

/** Words that are said back, as far as one line has room for them. */
export const remarkOf = (note: string): string => clip(note, REMARK_WIDTH);

/**
 * Adds what a further message told to the same record: facts, note, steps, the deal's changes, what it did; no second
 * interaction. Words of which nothing else came are said back as a remark. Where several open deals could be meant, the
 * deal's part is left to be asked. `isSaid`: the telling shows already what came of the words.
 */
export async function addToTelling(
  teller: Teller,
  telling: Telling,
  told: Told,
  account: Stored<Account>,
  note: string,
  isSaid = false,
): Promise<Written> {
  const { draft } = teller;
  const interaction = telling.interaction === null ? null : await draft.read(interactionKind, telling.interaction);
  if (interaction !== null) draft.change(interactionKind, interaction, { note: `${interaction.note}\n${note}` });
  const people = telling.contacts.map((id) => ({ mention: '', name: null, id }));
  const contacts = await tellContacts(teller, { ...told, contacts: [...people, ...told.contacts] }, account);
  const succession = await tellSuccession(teller, told, contacts.called);
  const deal = told.opportunity === null ? null : await tellSameDeal(teller, telling, told.opportunity, account);
  const written = deal?.kind === 'written' ? deal.deal : telling.deal;
  const dealSays = deal === null || deal.kind === 'several' ? null : deal.says;
  const done = await tellDone(teller, told, account._id, note);
  const tasks = await writeTasks(teller, told, account._id, written);
  const added = wroteDeal(dealSays) || tasks.ids.length > 0 || contacts.facts.length > 0;
  const seen = isSaid || added || done.length > 0 || succession !== null || deal?.kind === 'several';
  const kept = interaction !== null || added ? null : bareNote(teller);
  const { remark: _, ...said } = telling.says;
  const longer: Telling = {
    ...telling,
    interaction:
      kept === null ? telling.interaction : writeInteraction(teller, kept, note, { account }, written, contacts.ids),
    deal: written,
    tasks: [...telling.tasks, ...tasks.ids],
    contacts: [...new Set([...telling.contacts, ...contacts.ids])],
    says: {
      ...said,
      interaction: kept === null ? telling.says.interaction : { kind: kept.kind, day: kept.date },
      deal: saysOfDeal(telling, written, dealSays),
      tasks: [...telling.says.tasks, ...tasks.says],
      facts: [...telling.says.facts, ...contacts.facts],
      succession: succession ?? telling.says.succession ?? null,
      ...(done.length === 0 ? {} : { done: [...(telling.says.done ?? []), ...done] }),
      ...(seen ? {} : { remark: remarkOf(note) }),
    },
  };
  return { telling: longer, question: deal?.kind === 'several' ? deal.question : null };
}

/** The record's own deal, unless one more is told of. */
async function tellSameDeal(
  teller: Teller,
  telling: Telling,
  told: NonNullable<Told['opportunity']>,
  account: Stored<Account>,
): Promise<DealTold> {
  const own = telling.deal === null || told.isFurther === true ? null : telling.deal;
  const deal = own === null ? null : await teller.draft.read(dealKind, own);
  if (deal === null) return tellDeal(teller, told, account);
  return { kind: 'written', deal: deal._id, says: changeDeal(teller, deal, told) };
}

/** Changes of one deal are chained; those of another stand for themselves. */
function saysOfDeal(telling: Telling, deal: string | null, says: ReceiptFacts['deal']): ReceiptFacts['deal'] {
  if (says === null) return telling.says.deal;
  return deal === telling.deal ? chainedDeal(telling.says.deal, says) : says;
}
