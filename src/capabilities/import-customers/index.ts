import { privately } from '../../access/viewer-for.ts';
import { importKind } from '../../crm/import/import.ts';
import { type CrmCapability, type CrmReading, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { longWorkTalk, type TurnCommand } from '../long-work-talk.ts';
import { chunksOf } from './chunks.ts';
import { importWork } from './import-work.ts';
import { countKnown, heldElsewhere, lookUp, readNames } from './known-customers.ts';
import { leftFile } from './left-file.ts';
import { readPasted } from './read/pasted.ts';
import { PASTED, readList, SOURCE_KEPT_MS } from './read-list.ts';
import { isTableName } from './source/read-source.ts';
import { importTexts } from './texts.ts';
import { leftLines, listRefused, previewText, resultMessage, unreadLines } from './words.ts';
import { hidingFrom, writeCustomers } from './write-customers.ts';

const talk = longWorkTalk(importWork);

/**
 * Brings customers in from pasted lines, a CSV or an XLSX file: a preview, one tap, one undo. What fits into one change
 * set is written at the tap; more is brought in behind it, see `createImports`.
 */
export const createImportCustomers = (tools: CrmTools): CrmCapability => ({
  name: 'import-customers',
  purpose: { zh: '粘贴名单或发表格,一次导入客户', en: 'Paste a list or send a table to import customers' },
  examples: { zh: [], en: [] },
  command(text, _locale, conversation) {
    const turning = talk.command(text, conversation);
    if (turning !== null) return { turning };
    return text.includes('\n') && readPasted(text) !== null ? {} : null;
  },
  async run(turn, said, command) {
    const { turning } = (command ?? {}) as { turning?: TurnCommand };
    if (turning !== undefined) return talk.obey(turn, turning);
    const name = importTexts(turn.speaker.locale).pasted;
    const bytes = new TextEncoder().encode(said.whole ?? said.text);
    await preview(turn, { name, blob: await tools.blobs.put({ name, type: PASTED, bytes }) }, tools);
  },
  takesThing: ({ what, name, blob }) => what === 'file' && blob !== null && isTableName(name),
  thing: async (turn, { name, blob }) => preview(turn, { name, blob: blob ?? '' }, tools),
  async answered(turn, { memo }, { take }) {
    await keep(turn, String(memo.blob), 'over', tools);
    if (take === true) await bringIn(turn, String(memo.blob), tools);
    else turn.whisper({ text: importTexts(turn.speaker.locale).setAside });
  },
  actions: {
    'import-customers.undo': (turn, { import: id }) => talk.obey(turn, { undo: String(id) }),
    'import-customers.restore': (turn, { import: id }) => talk.obey(turn, { restore: String(id) }),
    'import-customers.left': (turn, { blob }) => sayLeft(turn, String(blob), tools),
  },
  files: {
    'import-customers.left': async (reading, { blob }) => {
      const list = await leftOf(reading, String(blob), tools);
      return list.kind === 'read' ? leftFile(list, list.left, reading.speaker.locale) : null;
    },
  },
});

/** Reads a list under the speaker's own rights. */
async function listFor(reading: CrmReading, blob: string, tools: CrmTools) {
  const team = await tools.stores.team.settings();
  const viewer = privately(reading.viewer);
  const asker = { person: reading.speaker.id, viewer, today: todayOf(reading), team };
  return { ...asker, ...(await readList(blob, asker, tools)) };
}

/** The same, with all that is left out of it. */
async function leftOf(reading: CrmReading, blob: string, tools: CrmTools) {
  const list = await listFor(reading, blob, tools);
  if (list.kind !== 'read') return list;
  const names = await readNames(list.viewer, tools.stores);
  const held = await heldElsewhere(list.customers, names, { ledger: tools.ledger, hideFrom: hidingFrom(list) });
  return { ...list, left: [...list.doubts, ...held] };
}

/** Where a press gives no file: the first rows in words, and where all of them are. */
async function sayLeft(turn: CrmTurn, blob: string, tools: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const list = await leftOf(turn, blob, tools);
  if (list.kind !== 'read') return void turn.whisper({ text: listRefused(list, locale) });
  turn.whisper({ text: [...leftLines(list.left, 7, locale), importTexts(locale).leftElsewhere].join('\n') });
}

/** A list to bring in; null once it was said why it cannot be read. */
async function listOf(turn: CrmTurn, blob: string, tools: CrmTools) {
  const list = await listFor(turn, blob, tools);
  if (list.kind === 'read') return list;
  turn.whisper({ text: listRefused(list, turn.speaker.locale) });
  return null;
}

const keep = ({ now }: CrmTurn, blob: string, how: keyof typeof SOURCE_KEPT_MS, { blobs }: CrmTools): Promise<void> =>
  blobs.keepUntil(blob, new Date(now.getTime() + SOURCE_KEPT_MS[how]));

async function preview(turn: CrmTurn, file: { name: string; blob: string }, tools: CrmTools): Promise<void> {
  const { locale } = turn.speaker;
  const texts = importTexts(locale);
  await keep(turn, file.blob, 'open', tools);
  const list = await listOf(turn, file.blob, tools);
  if (list === null) return;
  const { customers, doubts, unused, unread, viewer } = list;
  const { fresh, shown, filled } = await countKnown(customers, viewer, tools.stores);
  if (fresh + filled === 0) {
    const head = customers.length > 0 ? texts.nothingNew(customers.length) : texts.nothingClear;
    const rows = doubts.filter(({ row }) => row);
    return void turn.whisper({
      text: [head, ...unreadLines(unread, locale), ...leftLines(rows, 6, locale)].join('\n'),
    });
  }
  turn.ask({
    text: previewText(
      { name: file.name, customers: customers.length, fresh, shown, unclear: doubts, unused, unread },
      locale,
    ),
    choices: [
      { label: texts.take(fresh + filled), value: { take: true }, means: 'yes' },
      { label: texts.later, value: {}, means: 'no' },
    ],
    memo: file,
  });
}

async function bringIn(turn: CrmTurn, blob: string, tools: CrmTools): Promise<void> {
  const { speaker, draft, now } = turn;
  const texts = importTexts(speaker.locale);
  const list = await listOf(turn, blob, tools);
  if (list === null) return;
  const { customers, doubts, team, viewer } = list;
  const chunks = chunksOf(customers);
  if (chunks.length > 1) {
    const id = draft.newId(importKind.kind);
    const shown = turn.whisper({ text: texts.progress(0, customers.length) });
    return draft.create(importKind, id, {
      ...talk.begun(turn, id, shown),
      blob,
      customers: customers.length,
      brought: 0,
    });
  }
  const known = await lookUp(customers, await readNames(viewer, tools.stores), viewer, tools.stores);
  const writer = { draft, person: speaker.id, zone: speaker.zone, today: todayOf(turn), now, team };
  const { brought, leftOut } = await writeCustomers(writer, customers, known);
  const left = [...doubts, ...leftOut];
  if (brought === 0)
    return void turn.whisper({
      text: [texts.nothingNew(customers.length - leftOut.length), ...leftLines(left, 7, speaker.locale)].join('\n'),
    });
  const undo = { action: 'undo.record', args: { set: draft.setId } };
  turn.whisper(resultMessage({ brought, left, blob, undo }, speaker.locale));
  turn.undoable();
}
