import type { RecentRecord } from '../../chat/capability.ts';
import { accountKind } from '../../crm/account/account.ts';
import { shortName } from '../../crm/account/create-account.ts';
import { contactKind } from '../../crm/contact/contact.ts';
import { dealKind } from '../../crm/deal/deal.ts';
import { taskKind } from '../../crm/task/task.ts';
import type { ChangeSet } from '../../ledger/change-set.ts';
import type { UndoConflict, UndoOutcome } from '../../ledger/ledger.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { putRight } from '../put-right.ts';
import { broughtIn } from './brought-in.ts';
import { describe, fieldText, kindsNamed, movesBack, type Reader } from './describe.ts';
import { isNamed, namesItself } from './owner-words.ts';
import { refuseUnfit } from './refuse-unfit.ts';
import { undoTexts } from './texts.ts';
import { type Touched, touchedBy } from './touched.ts';

const COMMAND =
  /^\s*(?:撤销|撤回|undo|把?[这那]?整[条个笔](?:记录)?[都全]?(?:给我)?(?:不要|[删撤][掉了除]?)了?)\s*(?:#?(\d{1,2}))?\s*[。.!!]?\s*$/iu;
/** The whole record, with its corrections and additions: 撤销整条, undo everything. */
const WHOLE =
  /整[条个笔单]|全部|全都|都撤|全撤|删.{0,4}条|whole|everything|entire|all of (?:it|that)|\b(?:delete|remove)\b/iu;
/** What was added or changed last, never the record itself: 最后一句删了, delete that last bit, change it back. */
const LAST_PART =
  /[句段]|部分|[加补添](?:充|上)?的|[改变换复]回|原样|\b(?:bit|part|line|sentence|addition|remark|comment|piece|words?)\b|\bi(?:'ve| have)? (?:just )?(?:added|said|wrote|typed)\b|\b(?:change|put|set|switch|turn) (?:it|that|them) back\b|\bit was\b/iu;
const RESTORE = /^\s*(?:恢复|restore)\s*[。.!!]?\s*$/iu;

/**
 * Takes back what a person did here: typed, the last thing; by the receipt's button, the whole record with its
 * corrections. What somebody else built on stays, and a card says so.
 */
export const createUndo = (tools: CrmTools): CrmCapability => ({
  name: 'undo',
  purpose: { zh: '撤销刚才那条', en: 'Take back the last thing' },
  examples: { zh: ['撤销'], en: ['undo'] },
  intents: ['undo'],
  command: (text) => {
    const said = text.normalize('NFKC');
    if (RESTORE.test(said)) return { restores: true };
    const match = COMMAND.exec(said);
    return match === null ? null : { number: match[1] === undefined ? null : Number(match[1]) };
  },
  async run(turn, { text }, command) {
    const { number = null, restores = false } = (command ?? {}) as { number?: number | null; restores?: boolean };
    const { numbered, undoable, undone } = turn.conversation;
    const set = restores ? undone : number === null ? undoable.at(-1) : numbered[number - 1];
    const texts = undoTexts(turn.speaker.locale);
    if (set == null) turn.whisper({ text: restores ? texts.nothingUndone : texts.nothing });
    else if (command === null && LAST_PART.test(text) && (await recordOf(set, tools)) === set)
      turn.whisper({
        text: texts.nothingAdded,
        buttons: [{ label: texts.undoRecord, action: 'undo.record', args: { set } }],
      });
    else await takeBack(turn, isWhole(text) ? await recordOf(set, tools) : set, tools, { restores });
  },
  actions: {
    'undo.record': (turn, { set }) => takeBack(turn, String(set), tools),
    'undo.rest': (turn, { set }) => takeBack(turn, String(set), tools, { keepConflicting: true }),
    'undo.restore': (turn, { set }) => takeBack(turn, String(set), tools, { restores: true }),
    'undo.keep': async (turn) => {
      turn.whisper({ text: undoTexts(turn.speaker.locale).kept });
    },
  },
  async takesBack(turn, set) {
    const outcome = await tools.ledger.undo(turn.draft, set);
    if (outcome.kind !== 'undone') return;
    await refuseUnfit(turn, outcome.undid, tools);
    forget(turn, set, outcome.undid);
    await putRight(turn.draft, [...outcome.sent, ...outcome.withdrawn], turn.speaker.name, tools.stores);
  },
  async deleted(turn, original) {
    const texts = undoTexts(turn.speaker.locale);
    turn.whisper({
      text: texts.deleted,
      buttons: [
        { label: texts.undoRecord, action: 'undo.record', args: { set: original._id } },
        { label: texts.keepIt, action: 'undo.keep' },
      ],
    });
  },
});

const isWhole = (text: string): boolean => WHOLE.test(text) && !LAST_PART.test(text);

/** The set that made the record which this one amends; itself where it amends none. */
const recordOf = async (set: string, { ledger }: CrmTools): Promise<string> =>
  (await ledger.findSet(set))?.amends ?? set;

async function takeBack(
  turn: CrmTurn,
  set: string,
  tools: CrmTools,
  options: { keepConflicting?: boolean; restores?: boolean } = {},
): Promise<void> {
  const texts = undoTexts(turn.speaker.locale);
  const outcome = await tools.ledger.undo(turn.draft, set, options);
  if (outcome.kind === 'nothing') {
    // Else it would stand before everything that was said earlier.
    forget(turn, set, []);
    turn.whisper({ text: options.restores === true ? texts.nothingUndone : texts.nothing });
    return;
  }
  const { stages } = await tools.stores.team.settings();
  const touched = outcome.kind === 'undone' ? await touchedBy(outcome.undid, turn.draft, outcome.kept) : [];
  const { others } = broughtIn(touched, turn.speaker.locale);
  const customers = await namesOf(turn, others.filter(isNamed(others)));
  const reader: Reader = { locale: turn.speaker.locale, today: todayOf(turn), stages, customers };
  if (outcome.kind === 'conflict') return sayConflict(turn, set, outcome, reader, tools);
  await refuseUnfit(turn, outcome.undid, tools);
  forget(turn, set, outcome.undid);
  await putRight(turn.draft, [...outcome.sent, ...outcome.withdrawn], turn.speaker.name, tools.stores);
  const [customer] =
    touched.some((one) => movesBack(one) || namesItself(one)) || customers.size > 1 ? [] : customers.values();
  const what = describe(touched, reader);
  const said = customer === undefined ? what : texts.by(customer, what);
  if (options.restores !== true) {
    const restore = { label: texts.restore, action: 'undo.restore', args: { set: turn.draft.setId } };
    turn.remember({ undone: turn.draft.setId });
    turn.whisper({ text: texts.undone(said), buttons: [restore] });
    return;
  }
  // What stands again can be taken back again, by the same two ways.
  const again = outcome.undid.flatMap(({ undoes = [] }) => undoes);
  turn.remember({ undone: null, undoable: [...turn.conversation.undoable, ...again].slice(-20) });
  turn.whisper({
    text: texts.restored(said),
    buttons: [{ label: texts.undo, action: 'undo.record', args: { set: again[0] } }],
  });
}

/** Short names of the customers that records belong to, by id, in the order of the records. */
async function namesOf({ draft }: CrmTurn, touched: readonly Touched[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (const { kind, id, stands, after } of touched) {
    const account = kind === 'account' ? id : (stands ?? after).account;
    if (typeof account !== 'string' || names.has(account)) continue;
    const standing = await draft.read(accountKind, account);
    if (standing !== null) names.set(account, shortName(standing));
    else if (kind === 'account') names.set(account, String(after.name));
  }
  return names;
}

/** The talk's memory goes back too: a corrected record reads as before, an undone one is no longer spoken of. */
function forget(turn: CrmTurn, set: string, undid: readonly ChangeSet[]): void {
  const gone = new Set(undid.map(({ _id }) => _id));
  const target = undid.find(({ _id }) => _id === set);
  const talk = target?.changes.find(({ kind }) => kind === 'conversation');
  const earlier = (talk?.before.recent ?? []) as RecentRecord[];
  const recent = turn.conversation.recent.flatMap((record) => {
    if (gone.has(record.set)) return [];
    const former = record.set === target?.amends ? earlier.find((one) => one.set === record.set) : undefined;
    return [former ?? record];
  });
  const back =
    target?.undoes === undefined ? [] : earlier.filter((one) => !recent.some(({ set: id }) => id === one.set));
  const asked = undid.some(({ changes }) =>
    changes.some(({ kind, id }) => kind === 'question' && id === turn.conversation.question),
  );
  turn.remember({
    recent: [...back, ...recent].slice(-5),
    undoable: turn.conversation.undoable.filter((id) => id !== set && !gone.has(id)),
    ...(asked ? { question: null } : {}),
  });
}

async function sayConflict(
  turn: CrmTurn,
  set: string,
  { conflicts, undoable }: Extract<UndoOutcome, { kind: 'conflict' }>,
  reader: Reader,
  { stores, ledger }: CrmTools,
): Promise<void> {
  const texts = undoTexts(turn.speaker.locale);
  const [first] = conflicts;
  if (first === undefined) return;
  const by = (await stores.people.get(first.by))?.name ?? first.by;
  const now = fieldText(first.field, await fieldsAfter(first, ledger), reader);
  const what = fieldName(first, turn);
  const rest = kindsNamed(await touchedBy(await ledger.tree(set), turn.draft, conflicts), reader);
  // Once the later edit is taken back, the same button takes back the record.
  turn.unspent();
  const label = rest.size === 1 && rest.has(taskKind.kind) ? texts.undoTask : texts.undoRest;
  turn.whisper({
    text: now === '' ? texts.conflictGone(what, by) : texts.conflict(what, by, now),
    buttons: [
      ...(undoable && rest.size > 0 ? [{ label, action: 'undo.rest', args: { set } }] : []),
      { label: texts.keepAll, action: 'undo.keep' },
    ],
  });
}

async function fieldsAfter(
  { set, kind, id }: UndoConflict,
  ledger: CrmTools['ledger'],
): Promise<Record<string, unknown>> {
  const later = await ledger.findSet(set);
  return later?.changes.find((change) => change.kind === kind && change.id === id)?.set ?? {};
}

/** A field in a person's words; one that has none goes by what its record is. */
function fieldName({ field, kind }: UndoConflict, turn: CrmTurn): string {
  const texts = undoTexts(turn.speaker.locale);
  const named = {
    amount: texts.amount,
    currency: texts.amount,
    stage: texts.stage,
    closeDate: texts.closeDate,
    pausedUntil: texts.pausedUntil,
    birthday: texts.birthday,
    phone: texts.phone,
    email: texts.email,
  };
  if (field in named) return named[field as keyof typeof named];
  const things: Record<string, string> = {
    [taskKind.kind]: texts.task,
    [dealKind.kind]: texts.deal,
    [accountKind.kind]: texts.customer,
    [contactKind.kind]: texts.contact,
  };
  return things[kind] ?? texts.note;
}
