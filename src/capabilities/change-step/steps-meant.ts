import type { Viewer } from '../../access/viewer.ts';
import type { ConversationFields } from '../../chat/capability.ts';
import { foldedName } from '../../crm/account/account-name.ts';
import { handsOver, isHandedAlone, isItHanded, isToHandOver } from '../../crm/task/deliverable.ts';
import { isDoneBy, stepKind } from '../../crm/task/step-kind.ts';
import type { Task } from '../../crm/task/task.ts';
import type { Telling } from '../../crm/telling/telling.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { CrmTools } from '../crm-turn.ts';
import { logMemo } from '../say-receipt.ts';
import { customersNamed } from './customers-named.ts';

const RECENT_MS = 30 * 60_000;
/** It, that one: the step of the last record. */
export const LAST =
  /^(?:它|他|这个?|那个?|[这那](?:一|个)?(?:步|件事?|件|次)|这件事|下一步|时间|(?:to )?(?:it|that|this)(?: one| step)?|(?:the )?next step)?$/iu;
/** Words between the name of a customer and that of the thing. */
const PARTICLES =
  /^(?:的|跟|和|与|去|给|那边|这边|[那这]个|with|for|at|to|['’]s)+|(?:的|那边|这边|[那这]个|with|for|at|to|['’]s)+$/giu;
const WEEKDAYS: readonly RegExp[] = [
  /(?:周|星期|礼拜)[日天7]|\bsun/iu,
  /(?:周|星期|礼拜)[一1]|\bmon/iu,
  /(?:周|星期|礼拜)[二2]|\btue/iu,
  /(?:周|星期|礼拜)[三3]|\bwed/iu,
  /(?:周|星期|礼拜)[四4]|\bthu/iu,
  /(?:周|星期|礼拜)[五5]|\bfri/iu,
  /(?:周|星期|礼拜)[六6]|\bsat/iu,
];

/** The open steps that words may mean, and whether the words name a kind of step or a known step at all. */
export interface Meant {
  steps: Stored<Task>[];
  names: boolean;
  /** The steps are of the last record, or of a customer that the words name. */
  near: boolean;
}

/** Who asks, under which rights and after which talk. */
export interface Asking {
  person: string;
  viewer: Viewer;
  conversation: Readonly<ConversationFields>;
  now: Date;
}

/**
 * The person's open steps that `what` names: by customer, by how they are done (拜访, call), by words of their title, by
 * weekday; it and that are the steps of the last record.
 */
export async function stepsMeant(what: string, asking: Asking, { stores }: CrmTools): Promise<Meant> {
  const open = await stores.tasks.openOf(asking.viewer, [asking.person]);
  const last = lastTelling(asking)?.tasks ?? [];
  const ofLast = open.filter(({ _id }) => last.includes(_id));
  if (LAST.test(what)) return { steps: ofLast, names: true, near: true };
  const ids = open.flatMap(({ account }) => account ?? []);
  const accounts = await stores.accounts.list(asking.viewer, { _id: { $in: [...new Set(ids)] } });
  const people = await stores.contacts.ofAccounts(accounts.map(({ _id }) => _id));
  const customer = customersNamed(what, accounts, people);
  const named = (customer === null ? what : what.replace(customer.words, '')).trim().replace(PARTICLES, '').trim();
  // 麦语那步: of this customer, whichever it is.
  const rest = customer !== null && LAST.test(named) ? '' : named;
  const fitting = open.filter(
    (step) =>
      (customer === null || (step.account !== null && customer.ids.includes(step.account))) &&
      (rest === '' || fits(step, rest)),
  );
  const near = customer === null ? fitting.filter((step) => ofLast.includes(step)) : fitting;
  const steps = onItsDay(near.length > 0 ? near : fitting, what);
  const names = named !== '' && (steps.length > 0 || stepKind(rest) !== null);
  return { steps, names, near: customer !== null || near.length > 0 };
}

/** The person's open steps that 样品带了 does: of the customer spoken of last, else of any; 发过去了 does those of that customer alone. */
export async function stepsHandedOver(words: string, asking: Asking, { stores }: CrmTools): Promise<Stored<Task>[]> {
  const isIt = isItHanded(words);
  if (!isIt && !isHandedAlone(words)) return [];
  const last = lastTelling(asking);
  const open = await stores.tasks.openOf(asking.viewer, [asking.person]);
  if (isIt)
    return open.filter(({ title, account }) => last !== null && account === last.account && isToHandOver(title));
  return open.filter(({ title, account }) => (last === null || account === last.account) && handsOver(title, words));
}

/** The last record of this talk, while it is fresh. */
function lastTelling(asking: Asking): Telling | null {
  const last = lastRecord(asking);
  return last === undefined ? null : logMemo(last).telling;
}

/** The same as the talk keeps it. */
export function lastRecord({ conversation: { recent }, now }: Pick<Asking, 'conversation' | 'now'>) {
  const last = recent.at(-1);
  return last === undefined || now.getTime() - last.at.getTime() > RECENT_MS ? undefined : last;
}

function fits({ title }: Task, words: string): boolean {
  const kind = stepKind(words);
  if (kind !== null && isDoneBy(title, kind)) return true;
  const [folded, said] = [foldedName(title), foldedName(words)];
  if (/\p{Script=Han}/u.test(said)) return said.length >= 2 && pairs(said).some((pair) => folded.includes(pair));
  const spoken = words.toLowerCase().match(/[a-z0-9]{4,}/gu) ?? [];
  return spoken.some((word) => folded.includes(word));
}

/** Every two characters that stand side by side, less those that only tell a day. */
const pairs = (text: string): string[] =>
  [...text.replace(/(?:周|星期|礼拜)[一二三四五六日天]|[今明后]天/gu, ' ')]
    .map((character, at, all) => `${character}${all[at + 1] ?? ' '}`)
    .filter((pair) => !pair.includes(' '));

function onItsDay(steps: Stored<Task>[], what: string): Stored<Task>[] {
  const weekday = WEEKDAYS.findIndex((words) => words.test(what));
  const there = steps.filter(({ day }) => day !== null && new Date(`${day}T00:00:00Z`).getUTCDay() === weekday);
  return there.length > 0 ? there : steps;
}
