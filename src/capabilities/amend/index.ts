import { privately } from '../../access/viewer-for.ts';
import type { RecentRecord, Said } from '../../chat/capability.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import { addToTelling } from '../../crm/telling/add-to-telling.ts';
import { amendTelling } from '../../crm/telling/amend-telling.ts';
import type { FieldChange } from '../../understanding/amend/amend.ts';
import type { Doubt, Heard } from '../../understanding/open/heard.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, tellerOf } from '../crm-turn.ts';
import { askOpenFields, asksForField, settleField } from '../open-fields.ts';
import { logMemo, sayReceipt } from '../say-receipt.ts';
import { tellItsOwner } from '../tell-owner.ts';
import { toldOf, turnedTo } from '../told-of.ts';
import { askDeal, asksForDeal, chooseDeal } from '../which-deal.ts';
import { applyChanges } from './apply-changes.ts';
import { askUntilWhen, askWhichChange } from './ask-which.ts';
import { continueWaiting } from './continue-waiting.ts';
import { createEditForm } from './edit-form.ts';
import { offerWithdrawn } from './offer-withdrawn.ts';
import { rewrite } from './rewrite.ts';
import { amendTexts } from './texts.ts';
import { stepsTold } from './told-again.ts';

const COMMAND = /^(?:修改|改一下|edit)[。.!!]?$/iu;

/** Corrects or continues the record that the talk is about: in place, as one change set, with no second interaction. */
export const createAmend = (tools: CrmTools): CrmCapability => ({
  name: 'amend',
  purpose: { zh: '改刚才那条,或接着补充', en: 'Correct the last note, or add to it' },
  examples: { zh: ['不是80万是85万', '是周四'], en: ['no, Friday', 'make it 85k'] },
  takesFollowUps: ['amendment', 'continuation'],
  command(text, _locale, { recent }) {
    const last = COMMAND.test(text.trim()) ? recent.at(-1) : undefined;
    return last === undefined ? null : { set: last.set };
  },
  async run(turn, { follows, text }, command) {
    if (command !== null) return invite(turn, String(command.set));
    if (follows?.kind === 'continuation')
      await continueRecord(turn, follows.record, follows.understanding, text, tools);
    if (follows?.kind === 'amendment') await amendRecord(turn, follows, text, tools);
  },
  async answered(turn, question, choice) {
    if (asksForField(question)) return settleField(turn, question, choice, tools);
    if (asksForDeal(question)) return chooseDeal(turn, question, choice, tools);
    const { record, words } = question.memo as unknown as { record: RecentRecord; words: string };
    const { change, further = [] } = choice as { change?: FieldChange; further?: FieldChange[] };
    if (change !== undefined) await applyChanges(turn, record, [change, ...further], words, tools);
  },
  actions: {
    'amend.start': async (turn, { set }) => invite(turn, String(set)),
    'amend.lunar': async (turn, { set, contact }) => {
      const record = turn.conversation.recent.find((one) => one.set === set);
      const index =
        record === undefined
          ? -1
          : logMemo(record).telling.says.facts.findLastIndex((one) => one.name === contact && one.birthday !== null);
      const birthday = record === undefined ? null : logMemo(record).telling.says.facts[index]?.birthday;
      if (record === undefined || birthday == null) {
        turn.whisper({ text: amendTexts(turn.speaker.locale).gone });
        return;
      }
      const to = { ...birthday, calendar: 'lunar' as const };
      await applyChanges(turn, record, [{ field: 'contactFact.birthday', index, to }], null, tools);
    },
  },
  forms: { 'amend.start': createEditForm(tools) },
  edited: (turn, said, original) => rewrite(turn, said, original, tools),
});

/** From here to the next message a bare value corrects this record. */
function invite(turn: CrmTurn, set: string): void {
  turn.remember({ amending: set });
  turn.whisper({ text: amendTexts(turn.speaker.locale).whatInstead });
}

async function amendRecord(
  turn: CrmTurn,
  { record, amendment }: Extract<Said['follows'], { kind: 'amendment' }>,
  words: string,
  tools: CrmTools,
): Promise<void> {
  switch (amendment.kind) {
    case 'change':
      await applyChanges(turn, record, amendment.changes, words, tools, amendment.remark);
      if (amendment.rests) askUntilWhen(turn, record.set, words);
      return;
    case 'ask':
      if (amendment.sure !== undefined) await applyChanges(turn, record, amendment.sure, words, tools);
      return askWhichChange(turn, record.set, amendment, words, tools);
    case 'unclear':
      invite(turn, record.set);
  }
}

async function continueRecord(
  turn: CrmTurn,
  record: RecentRecord,
  understanding: Heard,
  text: string,
  tools: CrmTools,
): Promise<void> {
  if (record.previous.account === null) return continueWaiting(turn, record, understanding, text, tools);
  const { telling, told } = logMemo(record);
  const viewer = privately(turn.viewer);
  const account = telling.account === null ? null : await tools.stores.accounts.byId(viewer, telling.account);
  if (account === null) {
    if (telling.account === null && (await addWords(turn, record, text))) return;
    turn.whisper({ text: amendTexts(turn.speaker.locale).gone });
    return;
  }
  const teller = await tellerOf(turn, tools);
  const { moved, fresh, tasks, places } = await stepsTold(turn, record, understanding, text);
  const added = toldOf({ ...understanding, tasks: fresh });
  turn.draft.amends(record.set);
  const amended = await amendTelling(teller, telling, moved);
  const { telling: longer, question } = await addToTelling(teller, amended, added, account, text, moved.length > 0);
  const grown = await tellItsOwner(turn, longer, text, tools);
  const previous = {
    ...turnedTo(record.previous, understanding),
    tasks,
    contactFacts: [...(record.previous.contactFacts ?? []), ...understanding.contactFacts],
    opportunity: understanding.opportunity ?? record.previous.opportunity,
  };
  const { set } = record;
  const kept = sayReceipt(turn, { telling: grown, told, previous, set }, teller.team, 'amended');
  const ofDeal = { ...told, opportunity: added.opportunity };
  if (question !== null) askDeal(turn, question, { about: 'deal', set, telling: kept, told: ofDeal, previous });
  const doubts = [
    ...shifted(understanding.remarks.doubts, places, record.previous),
    ...offerWithdrawn(understanding.remarks, telling),
  ];
  await askOpenFields(turn, set, doubts, teller.team, question === null ? 0 : 1);
}

/** Keeps further words with a note that stands under no customer of one's own. */
async function addWords(turn: CrmTurn, record: RecentRecord, text: string): Promise<boolean> {
  const { interaction } = logMemo(record).telling;
  const note = interaction === null ? null : await turn.draft.read(interactionKind, interaction);
  if (note === null) return false;
  turn.draft.amends(record.set);
  turn.draft.change(interactionKind, note, { note: `${note.note}\n${text}` });
  turn.undoable();
  turn.whisper({ text: amendTexts(turn.speaker.locale).keptToo });
  return true;
}

/** Steps are meant by their place in the record, facts that were added stand behind its own. */
function shifted(
  doubts: readonly Doubt[],
  places: readonly number[],
  { contactFacts = [] }: RecentRecord['previous'],
): Doubt[] {
  return doubts.map((doubt) => ({
    ...doubt,
    choices: doubt.choices.map((change): FieldChange => {
      if (change.field === 'task.date') return { ...change, index: places[change.index] ?? change.index };
      if (change.field === 'contactFact.birthday') return { ...change, index: change.index + contactFacts.length };
      return change;
    }),
  }));
}
