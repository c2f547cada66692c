import { countText } from '../chat/format.ts';
import { defineTexts } from '../chat/texts.ts';
import { type HandedCounts, type Handing, handingKind } from '../crm/handing/handing.ts';
import type { UnderWay } from '../crm/long-work/long-work.ts';
import { personKind } from '../crm/person/person.ts';
import { PersonError } from '../errors.ts';
import type { CrmTools, CrmTurn } from './crm-turn.ts';
import type { SortOfWork } from './long-work.ts';
import { longWorkTalk } from './long-work-talk.ts';
import { onlyAdmin } from './only-admin.ts';

const zhWaits: Record<UnderWay, string> = {
  running: '还在转客户,转完再撤销。',
  undoing: '还在撤销,完了再恢复。',
  restoring: '还在恢复,完了再撤销。',
};
const enWaits: Record<UnderWay, string> = {
  running: 'Still moving customers. Undo it when it is done.',
  undoing: 'Still undoing. Restore it when it is done.',
  restoring: 'Still restoring. Undo it when it is done.',
};

export const handingTexts = defineTexts({
  zh: {
    moving: (done: number, all: number) => `正在转客户 · ${countText(done)}/${countText(all)} 家`,
    undoing: (done: number, all: number) => `正在撤销转交 · ${countText(done)}/${countText(all)} 家`,
    restoring: (done: number, all: number) => `正在恢复转交 · ${countText(done)}/${countText(all)} 家`,
    waits: (state: UnderWay) => zhWaits[state],
    given: (number: number, from: string, to: string) => `✓ ${countText(number)} 家 · ${from}→${to}`,
    rest: (number: number, to: string) => `还有 ${countText(number)} 家没转:${to}已不在团队里。`,
    undone: (number: number, from: string) => `已撤销:${from}的 ${countText(number)} 家。\n后来改过的不变。`,
    restored: (number: number, from: string, to: string) => `✓ 已恢复 · ${countText(number)} 家 · ${from}→${to}`,
    busy: (name: string) => `${name}的客户还在转,转完再来。`,
    gone: (name: string) => `${name}已经不在团队里。`,
    left: (name: string) => `${name}离职 · 客户归你`,
    undo: '撤销',
    restore: '恢复',
  },
  en: {
    moving: (done: number, all: number) => `Moving customers · ${countText(done)}/${countText(all)}`,
    undoing: (done: number, all: number) => `Undoing the move · ${countText(done)}/${countText(all)}`,
    restoring: (done: number, all: number) => `Restoring the move · ${countText(done)}/${countText(all)}`,
    waits: (state: UnderWay) => enWaits[state],
    given: (number: number, from: string, to: string) => `✓ ${countText(number)} customers · ${from}→${to}`,
    rest: (number: number, to: string) => `${countText(number)} not moved: ${to} is no longer in the team.`,
    undone: (number: number, from: string) =>
      `Undone: ${countText(number)} customers of ${from}.\nWhat was changed since stays.`,
    restored: (number: number, from: string, to: string) =>
      `✓ Restored · ${countText(number)} customers · ${from}→${to}`,
    busy: (name: string) => `${name}: still being moved, try later.`,
    gone: (name: string) => `${name} is no longer in the team.`,
    left: (name: string) => `${name} left · customers are yours`,
    undo: 'Undo',
    restore: 'Restore',
  },
});

/** A hand-over as long work. */
export const handingWork: SortOfWork<Handing> = {
  kind: handingKind,
  words: handingTexts,
  size: ({ given }) => given.customers,
};

const NOTHING: HandedCounts = { customers: 0, deals: 0, steps: 0, sums: {} };

const talk = longWorkTalk(handingWork);

/** Begins what one change set does not take: it is done behind the talk, see `createHandings`. */
export function beginHanding(
  turn: CrmTurn,
  { from, to, left, customers }: Pick<Handing, 'from' | 'to' | 'left' | 'customers'>,
): void {
  const { draft, now, speaker } = turn;
  const id = draft.newId(handingKind.kind);
  const shown = turn.whisper({ text: handingTexts(speaker.locale).moving(0, customers) });
  draft.create(handingKind, id, {
    ...talk.begun(turn, id, shown),
    ...{ from, to, left, customers },
    ordered: draft.setId,
    began: now,
    given: NOTHING,
    top: [],
    ended: null,
  });
}

/** Turns a hand-over back, or again: who had left is a colleague again at once, or no longer one, before anything moves. */
export const handingTalk = ({ ledger }: Pick<CrmTools, 'ledger'>) =>
  longWorkTalk<Handing>({
    ...handingWork,
    async atOnce(turn, { state, from, to, left, ordered, set }) {
      const back = state === 'done';
      if (left) {
        await onlyAdmin(turn);
        await ledger.undo(turn.draft, back ? ordered : set, { keepConflicting: true });
      }
      if (!left || !back) await mustBeThere(turn, back ? from : to);
    },
  });

/** Whoever gets them must be a colleague when it begins, and nobody leaves while it is under way. */
async function mustBeThere(turn: CrmTurn, id: string): Promise<void> {
  const person = await turn.draft.read(personKind, id);
  if (person?.active !== true) throw new PersonError(handingTexts(turn.speaker.locale).gone(person?.name ?? ''));
  turn.draft.rely(personKind, person);
}

/** Whoever's customers are being moved, to them or from them, neither leaves meanwhile nor is handed on. Throws PersonError. */
export async function notBeingMoved(
  turn: CrmTurn,
  { _id, name }: { _id: string; name: string },
  { stores }: Pick<CrmTools, 'stores'>,
): Promise<void> {
  const moving = await stores.handings.underWay();
  if (moving.some(({ from, to }) => from === _id || to === _id))
    throw new PersonError(handingTexts(turn.speaker.locale).busy(name));
}
