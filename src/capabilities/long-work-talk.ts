import type { ConversationFields } from '../chat/capability.ts';
import type { LongWork } from '../crm/long-work/long-work.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { CrmTurn } from './crm-turn.ts';
import type { SortOfWork } from './long-work.ts';

const RESTORE = /^\s*(?:恢复|restore)\s*[。.!!]?\s*$/iu;
const UNDO = /^\s*(?:撤销|撤回|undo)\s*[。.!!]?\s*$/iu;
const UNDOABLE = 20;

/** Words that turn long work back, or again. */
export type TurnCommand = { undo: string } | { restore: string };

interface Turning<T extends LongWork> extends SortOfWork<T> {
  /** What is done at once, before the rest is done behind the talk. Throws PersonError where it may not be. */
  atOnce?(turn: CrmTurn, record: Stored<T>): Promise<void>;
}

/** Takes long work back and restores it, by button or by typed words, for whoever asked for it. */
export function longWorkTalk<T extends LongWork>({ kind, words, size, atOnce }: Turning<T>) {
  /** Stands for it among what typed 撤销 takes back. */
  const mark = `${kind.kind}:`;

  const among = ({ conversation }: CrmTurn, id: string) => ({
    undoable: [...conversation.undoable, `${mark}${id}`].slice(-UNDOABLE),
    undone: null,
  });

  async function takeBack(turn: CrmTurn, id: string): Promise<void> {
    const record = await own(turn, id);
    if (record === null) return;
    const undoable = turn.conversation.undoable.filter((one) => one !== `${mark}${id}`);
    turn.remember({ undoable, ...(record.state === 'done' ? { undone: `${mark}${id}` } : {}) });
    if (record.state === 'done') await turnAbout(turn, record, 'undoing');
  }

  async function bringBack(turn: CrmTurn, id: string): Promise<void> {
    const record = await own(turn, id);
    if (record?.state !== 'undone') return;
    turn.remember(among(turn, id));
    await turnAbout(turn, record, 'restoring');
  }

  /** The speaker's own; null where there is none, or where it was said that something is under way with it. */
  async function own(turn: CrmTurn, id: string): Promise<Stored<T> | null> {
    const record = await turn.draft.read(kind, id);
    if (record === null || record.person !== turn.speaker.id) return null;
    if (record.state === 'done' || record.state === 'undone') return record;
    turn.whisper({ text: words(turn.speaker.locale).waits(record.state) });
    return null;
  }

  async function turnAbout(turn: CrmTurn, record: Stored<T>, state: 'undoing' | 'restoring'): Promise<void> {
    await atOnce?.(turn, record);
    const shown = turn.whisper({ text: words(turn.speaker.locale)[state](0, size(record)) });
    const after: Partial<LongWork> = { state, round: record.round + 1, shown, set: turn.draft.setId };
    turn.draft.change(kind, record, after as Partial<T>);
  }

  return {
    command(text: string, { undoable, undone }: Pick<ConversationFields, 'undoable' | 'undone'>): TurnCommand | null {
      const last = undoable.at(-1);
      if (last?.startsWith(mark) && UNDO.test(text)) return { undo: last.slice(mark.length) };
      return undone?.startsWith(mark) && RESTORE.test(text) ? { restore: undone.slice(mark.length) } : null;
    },
    obey: (turn: CrmTurn, command: TurnCommand): Promise<void> =>
      'undo' in command ? takeBack(turn, command.undo) : bringBack(turn, command.restore),
    /** The fields of work that this turn begins; `shown`: the message that is to show how far it is. */
    begun(turn: CrmTurn, id: string, shown: string): LongWork {
      turn.remember(among(turn, id));
      const at = { round: 0, done: 0, chunks: 0, shown, set: turn.draft.setId };
      return { person: turn.speaker.id, state: 'running', ...at };
    },
  };
}
