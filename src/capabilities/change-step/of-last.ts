import type { RecentRecord } from '../../chat/capability.ts';
import { doneByWords, plannedBy } from '../../crm/task/done-by-words.ts';
import type { Task } from '../../crm/task/task.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { CrmTools } from '../crm-turn.ts';
import { logMemo } from '../say-receipt.ts';
import type { StepChange } from './read-command.ts';
import { type Asking, lastRecord } from './steps-meant.ts';

/** What words do to steps of the last record, which they do not name. */
export interface LastChange {
  act: StepChange['act'];
  steps: string[];
}

/** 还是原来的时间, back to the original time: the one told first. */
const ORIGINAL =
  /^(?:那|还是|就|算了|不改了|[,，\s])*(?:按|照|改回|恢复|用|回到|维持|保持)*(?:原来|原先|之前|最初|原定|原本|一开始|刚开始)(?:说|定|约)?的?(?:那个)?(?:时间|日期|日子|计划|安排|那天)?(?:不变|来|吧|好了)*$|^(?:那|还是|就|[,，\s])*(?:时间|日期)?(?:不变|照旧|照原计划|按原计划|维持原样|保持不变)(?:吧|好了)?$|^(?:no|actually|ok|sorry|let'?s|please|pls|[,\s])*(?:back|revert|return|go back|(?:change|put|move|set) it back|keep|stick|stay)?(?: it)?(?: to| with| at)?(?: the| our)? ?(?:original|previous|first|initial|earlier)(?: one)?(?: time| day| date| plan| slot)?(?: again| instead| after all| please)?$|^(?:leave|keep) it (?:as (?:it was|is|before|planned)|the same)$|^(?:as|same) (?:time )?as (?:before|originally planned|it was)$/iu;
/** 改回去, change it back: the one before the last change. */
const BACK =
  /^(?:那|还是|就|又|再|[,，\s])*(?:(?:改|换|挪|调)回(?:去|来)(?:吧|了|好了)?|(?:不|别|先不)改了(?:吧)?)$|^(?:please|pls|actually|no|sorry|[,\s])*(?:change|put|move|set|switch) (?:it|that) back(?: again| please| pls)?$/iu;
const OFF =
  /^(?:那|就|还是|要不|这次|暂时|先|我们?|都|算了吧?|[,，\s])*(?:不|别|不用|不必|甭)(?:再|用)?(?<zh>打电话|打|去|见面?|碰面?|约|聊|联系|拜访|发|寄|送|催|问|演示)(?:他|她|他们|对方)?(?:了(?:吧|啦)?|吧)$|^(?:actually|ok|no|sorry|so|then|i'?m|we'?re|i am|we are|[,\s])*not (?<en>[a-z]+)ing(?: (?:him|her|them|there|it))?(?: (?:any ?more|after all|then|now|this time))*$/iu;
/** 算了, never mind: the step, or what was said of it. */
const NEVER_MIND =
  /^(?:那|就|还是|唉|哎)*算了(?:吧|啦)?$|^(?:oh |ah |well |ok )?(?:never ?mind|nvm)(?: then| that)?$/iu;

/** Reads words that mean steps of the last record, and which; null where they have no such form, or none fits. */
export async function changeOfLast(text: string, asking: Asking, tools: CrmTools): Promise<LastChange | null> {
  const { conversation, viewer, person } = asking;
  const { didAt, query } = conversation;
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!！~]+$/u, '');
  const record = lastRecord(asking);
  const form =
    record === undefined
      ? null
      : formOf(
          said,
          [didAt, query?.at].every((other) => other === undefined || other <= record.at),
        );
  if (record === undefined || form === null) return null;
  const { account, tasks } = logMemo(record).telling;
  const fitting = (await tools.stores.tasks.openOf(viewer, [person])).filter(({ title }) => form.fits(title));
  const own = fitting.filter(({ _id }) => tasks.includes(_id));
  const steps = own.length > 0 || !form.ofCustomer ? own : fitting.filter((step) => step.account === account);
  if (steps.length === 0) return null;
  const meant = form.act === 'back' || form.act === 'original' ? await movedLast(record, steps, tools) : steps;
  return { act: form.act, steps: meant.map(({ _id }) => _id) };
}

/** Of several steps those whose time was changed; the first where none was. */
async function movedLast(record: RecentRecord, steps: Stored<Task>[], tools: CrmTools): Promise<Stored<Task>[]> {
  const times = await Promise.all(steps.map((step) => timesOf(record, step._id, tools)));
  const moved = steps.filter((_, at) => (times[at]?.length ?? 0) > 1);
  return moved.length > 0 ? moved : steps.slice(0, 1);
}

interface Form {
  act: LastChange['act'];
  fits(title: string): boolean;
  /** Where no step of the record fits, another one of its customer may be meant. */
  ofCustomer: boolean;
}

function formOf(said: string, isLast: boolean): Form | null {
  const any = () => true;
  const done = doneByWords(said);
  if (done !== null && (isLast || done !== 'any'))
    return { act: 'done', fits: done === 'any' ? any : done, ofCustomer: done !== 'any' };
  const off = OFF.exec(said)?.groups;
  const verb = off?.zh ?? off?.en;
  if (verb !== undefined) return { act: 'cancel', fits: plannedBy(verb), ofCustomer: false };
  if (!isLast) return null;
  if (ORIGINAL.test(said)) return { act: 'original', fits: any, ofCustomer: false };
  if (BACK.test(said)) return { act: 'back', fits: any, ofCustomer: false };
  return NEVER_MIND.test(said) ? { act: 'doubt', fits: any, ofCustomer: false } : null;
}

type Time = Pick<Task, 'title' | 'day' | 'time'>;

/** The times that a step of a record had, the first one first, the present one last. */
export async function timesOf(record: RecentRecord, step: string, { ledger }: CrmTools): Promise<Time[]> {
  const times: Time[] = [];
  for (const { changes } of await ledger.tree(record.set))
    for (const { kind, id, set } of changes) {
      if (kind !== 'task' || id !== step || !('day' in set || 'time' in set)) continue;
      const { title, day, time } = { ...times.at(-1), ...set } as Time;
      times.push({ title, day, time });
    }
  return times;
}
