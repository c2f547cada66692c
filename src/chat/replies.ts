import type { ChangeSet, Outgoing } from '../ledger/change-set.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { causeOf, deadCause, partCause, refusedPress, strangerCause } from './causes.ts';
import type { Reply } from './chat-adapter.ts';
import type { InboxRow } from './inbox-row.ts';
import { type Address, directRoom, isDirect } from './message.ts';

export const replyOf = ({ id, to, replaces, message }: Omit<Outgoing, 'notBefore'>): Reply => ({
  id,
  to,
  private: to.onlyFor !== undefined && !isDirect(to.room),
  ...(replaces === undefined ? {} : { replaces }),
  message,
});

/** What a set says to the one who caused it, where they wrote or to them directly; not what it says to others or elsewhere. */
export function repliesOf(set: ChangeSet, { adapter, room }: Address, person: string): Reply[] {
  return set.messages
    .filter(({ to, notBefore, corrects }) => {
      if (notBefore !== undefined || corrects !== undefined || to.adapter !== adapter) return false;
      if (to.room === directRoom(person)) return true;
      return to.room === room && (to.onlyFor === undefined || to.onlyFor === person);
    })
    .map(replyOf);
}

/** The sets that a handled event gave, whoever handled it. */
export async function setsOf(ledger: Pick<Ledger, 'findSet'>, row: InboxRow): Promise<ChangeSet[]> {
  const { event, state } = row;
  const only = async (id: string) => [await ledger.findSet(id)].filter((set) => set !== null);
  if (state === 'dead') return only(deadCause(event));
  if (state === 'kept') return only(strangerCause(event));
  const [first] = await only(causeOf(event));
  // A button that had been pressed before, or a press that was refused.
  if (event.kind === 'action' && first?.cause.event !== event.key) return only(refusedPress(event));
  if (first === undefined) return [];
  const sets = [first];
  for (let part = 2; first.cause.event === undefined; part++) {
    const next = await ledger.findSet(partCause(first._id, part));
    if (next === null) break;
    sets.push(next);
  }
  return sets;
}
