import { z } from 'zod';
import { privately } from '../../access/viewer-for.ts';
import type { RecentRecord } from '../../chat/capability.ts';
import { fitted } from '../../chat/width.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import type { Told } from '../../crm/telling/telling.ts';
import { writeTelling } from '../../crm/telling/write-telling.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, tellerOf, todayOf } from '../crm-turn.ts';
import { logMemo } from '../say-receipt.ts';
import { attachTexts } from './texts.ts';

/** A file sent this soon after a record belongs to it. */
const JOINS_MS = 10 * 60_000;
const CUSTOMERS = 3;

interface Kept {
  name: string;
  blob: string;
}

/** Takes what is no words: a picture or file joins the record of the last ten minutes, the rest is answered. */
export const createAttachFile = (tools: CrmTools): CrmCapability => ({
  name: 'attach-file',
  purpose: { zh: '图片和文件附到刚记的那条', en: 'A picture or file joins the last record' },
  examples: { zh: [], en: [] },
  async run() {},
  async thing(turn, thing) {
    const words = attachTexts(turn.speaker.locale);
    const { what, name, blob, tooLarge } = thing;
    if (what !== 'file' && what !== 'image' && what !== 'video') return void turn.whisper({ text: words[what] });
    if (tooLarge) return void turn.whisper({ text: words.tooLarge(name) });
    if (blob === null) return void turn.whisper({ text: words.lost(name) });
    const record = turn.conversation.recent.findLast(({ at }) => turn.now.getTime() - at.getTime() <= JOINS_MS);
    if (record !== undefined && (await join(turn, record, { name, blob }))) return;
    await ask(turn, { name, blob }, tools);
  },
  async answered(turn, question, { account: id }) {
    const words = attachTexts(turn.speaker.locale);
    const account = typeof id === 'string' ? await tools.stores.accounts.byId(privately(turn.viewer), id) : null;
    if (account === null) return void turn.whisper({ text: words.setAside });
    const file = question.memo as unknown as Kept;
    const teller = await tellerOf(turn, tools);
    const told: Told = {
      interaction: { kind: 'other', date: todayOf(turn), time: null },
      opportunity: null,
      tasks: [],
      contacts: [],
      contactFacts: [],
    };
    const customer = { account, says: shortName(account), isNew: false };
    const { telling } = await writeTelling(teller, told, customer, file.name);
    const interaction =
      telling.interaction === null ? null : await turn.draft.read(interactionKind, telling.interaction);
    if (interaction === null) throw new Error('a told interaction is written');
    turn.draft.change(interactionKind, interaction, { files: [file] });
    sayAttached(turn, customer.says, file.name);
  },
  actions: { 'attach-file.open': (turn, args) => sayLink(turn, fileShape.parse(args), tools) },
  files: { 'attach-file.open': ({ viewer }, args) => tools.files.read(privately(viewer), fileShape.parse(args)) },
});

const fileShape = z.object({ interaction: z.string(), blob: z.string() });

/** Where a press gives no file: a link for the presser alone. */
async function sayLink(turn: CrmTurn, file: z.infer<typeof fileShape>, { files, pageUrl }: CrmTools): Promise<void> {
  const words = attachTexts(turn.speaker.locale);
  const link = await files.link(privately(turn.viewer), file);
  const page = pageUrl();
  turn.unspent();
  if (link === null) turn.whisper({ text: words.opensNot });
  else
    turn.whisper({ text: page === null ? words.opensOnPage : words.opens(link.name, new URL(link.path, page).href) });
}

/** Adds the file to the record's interaction; false where it has none any more. */
async function join(turn: CrmTurn, record: RecentRecord, file: Kept): Promise<boolean> {
  const { telling } = logMemo(record);
  const interaction = telling?.interaction == null ? null : await turn.draft.read(interactionKind, telling.interaction);
  if (interaction === null) return false;
  const files = (interaction.files ?? []).filter(({ blob }) => blob !== file.blob);
  turn.draft.amends(record.set);
  turn.draft.change(interactionKind, interaction, { files: [...files, file] });
  sayAttached(turn, telling.says.customer?.name ?? attachTexts(turn.speaker.locale).openCustomer, file.name);
  return true;
}

/** A receipt has five rows of a bubble. */
const MOST_ROWS = 5;

function sayAttached(turn: CrmTurn, customer: string, name: string): void {
  const words = attachTexts(turn.speaker.locale);
  const buttons = [{ label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } }];
  const lines = words.attached(customer, name).split('\n');
  turn.whisper({ text: fitted(lines, MOST_ROWS).join('\n'), buttons });
  turn.undoable();
}

/** Whose is it? Asked among the customers whom the person spoke of last. */
async function ask(turn: CrmTurn, file: Kept, { stores }: CrmTools): Promise<void> {
  const words = attachTexts(turn.speaker.locale);
  const own = { owner: turn.speaker.id };
  const latest = await stores.accounts.list(privately(turn.viewer), own, {
    sort: { lastContactAt: -1 },
    limit: CUSTOMERS,
  });
  const near = latest.map((account) => ({
    label: shortName(account),
    value: { account: account._id },
    names: [account.name],
  }));
  if (near.length === 0) return void turn.whisper({ text: words.nobody(file.name) });
  turn.ask({
    text: words.which(file.name),
    choices: [...near, { label: words.later, value: {}, means: 'no' }],
    memo: { ...file },
  });
}
