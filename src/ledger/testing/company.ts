import type { Draft, Ledger, RecordKind } from '../ledger.ts';
import type { Random } from './random.ts';

/** The small company that the simulation's people write about. */
export interface Account {
  name: string;
  amount?: string;
  stage?: string;
  seen?: string;
}

export const accountKind: RecordKind<Account> = {
  kind: 'account',
  collection: 'accounts',
  yields: ['seen'],
  validate({ name }) {
    if (!name) throw new Error('an account has a name');
  },
};
export const nameKind: RecordKind<{ holder: string }> = {
  kind: 'account-name',
  collection: 'account_names',
  keyOf: { kind: 'account', field: 'name' },
};
export const noteKind: RecordKind<{ account: string; text: string }> = { kind: 'note', collection: 'notes' };
export const seatKind: RecordKind<{ admin: boolean }> = { kind: 'seat', collection: 'seats' };
export const talkKind: RecordKind<{ last: string }> = { kind: 'talk', collection: 'talks', bookkeeping: true };

export type Command =
  | { do: 'create'; account: string; name: string }
  | { do: 'rename'; account: string; name: string }
  | { do: 'edit'; account: string; field: 'amount' | 'stage' | 'seen'; value: string; amends?: string }
  | { do: 'note'; account: string; triggeredBy?: string }
  | { do: 'remove'; account: string }
  | { do: 'promote' | 'demote'; seat: string; other: string }
  | { do: 'undo'; set: string; keepConflicting: boolean };

const NAMES = ['north', 'east', 'south'];
const ACCOUNTS = ['a1', 'a2', 'a3'];
export const SEATS = ['s1', 's2'];

/** A command that somebody might give; `earlier`: causes of commands that came before. */
export function someCommand(random: Random, earlier: readonly string[]): Command {
  const account = random.pick(ACCOUNTS);
  const known = () => (earlier.length > 0 && random.chance(0.4) ? random.pick(earlier) : undefined);
  const dice = random.next();
  if (dice < 0.2 || earlier.length === 0) return { do: 'create', account, name: random.pick(NAMES) };
  if (dice < 0.3) return { do: 'rename', account, name: random.pick(NAMES) };
  if (dice < 0.55) {
    const field = random.pick(['amount', 'stage', 'seen'] as const);
    const amends = known();
    return { do: 'edit', account, field, value: random.pick(['x', 'y', 'z']), ...(amends && { amends }) };
  }
  if (dice < 0.63) {
    const triggeredBy = known();
    return { do: 'note', account, ...(triggeredBy && { triggeredBy }) };
  }
  if (dice < 0.68) return { do: 'remove', account };
  if (dice < 0.78) {
    const [seat = '', other = ''] = random.chance(0.5) ? SEATS : [...SEATS].reverse();
    return { do: random.chance(0.6) ? 'demote' : 'promote', seat, other };
  }
  return { do: 'undo', set: random.pick(earlier), keepConflicting: random.chance(0.5) };
}

/** What a command came to. `nothing`: it met something absent, which no guard can hold. */
export type Outcome = 'done' | 'taken' | 'refused' | 'conflict' | 'nothing';

/** Decides a command as a capability would: reads through the draft, takes what it relies on. */
export async function decide(ledger: Ledger, draft: Draft, command: Command): Promise<Outcome> {
  const outcome = await act(ledger, draft, command);
  const talk = await draft.read(talkKind, draft.cause.by);
  if (talk === null) draft.create(talkKind, draft.cause.by, { last: draft.setId });
  else draft.change(talkKind, talk, { last: draft.setId });
  draft.send({ adapter: 'web', room: 'group' }, { text: command.do }, { notBefore: new Date(0) });
  draft.send({ adapter: 'web', room: `direct:${draft.cause.by}` }, { text: outcome });
  return outcome;
}

async function act(ledger: Ledger, draft: Draft, command: Command): Promise<Outcome> {
  switch (command.do) {
    case 'undo':
      return undo(ledger, draft, command);
    case 'promote':
    case 'demote':
      return seat(draft, command);
    case 'create': {
      const account = await draft.read(accountKind, command.account);
      if (account !== null) draft.rely(accountKind, account);
      if (account !== null || !(await takeName(draft, command.name, command.account))) return 'taken';
      draft.create(accountKind, command.account, { name: command.name });
      return 'done';
    }
    default:
      return change(ledger, draft, command);
  }
}

async function change(
  ledger: Ledger,
  draft: Draft,
  command: Extract<Command, { do: 'rename' | 'edit' | 'note' | 'remove' }>,
): Promise<Outcome> {
  const account = await draft.read(accountKind, command.account);
  if (account === null) return 'nothing';
  if (command.do === 'edit') {
    draft.change(accountKind, account, { [command.field]: command.value });
    if (command.amends && (await ledger.findSet(command.amends))) draft.amends(command.amends);
  } else if (command.do === 'note') {
    draft.rely(accountKind, account);
    draft.create(noteKind, `note-${draft.setId}`, { account: account._id, text: 'called' });
    if (command.triggeredBy && (await ledger.findSet(command.triggeredBy))) draft.triggeredBy(command.triggeredBy);
  } else if (command.do === 'remove') {
    draft.remove(accountKind, account);
    await releaseName(draft, account.name);
  } else {
    if (account.name === command.name) draft.rely(accountKind, account);
    if (account.name === command.name) return 'done';
    if (!(await takeName(draft, command.name, account._id))) {
      draft.rely(accountKind, account);
      return 'taken';
    }
    await releaseName(draft, account.name);
    draft.change(accountKind, account, { name: command.name });
  }
  return 'done';
}

async function seat(draft: Draft, command: Extract<Command, { do: 'promote' | 'demote' }>): Promise<Outcome> {
  const own = await draft.read(seatKind, command.seat);
  const other = await draft.read(seatKind, command.other);
  if (own === null || other === null) return 'nothing';
  draft.rely(seatKind, own);
  draft.rely(seatKind, other);
  if (command.do === 'demote' && !other.admin) return 'refused';
  draft.change(seatKind, own, { admin: command.do === 'promote' });
  return 'done';
}

async function undo(ledger: Ledger, draft: Draft, command: Extract<Command, { do: 'undo' }>): Promise<Outcome> {
  const { keepConflicting } = command;
  const undone = await ledger.undo(draft, command.set, { keepConflicting });
  return undone.kind === 'undone' ? 'done' : undone.kind;
}

async function takeName(draft: Draft, name: string, holder: string): Promise<boolean> {
  const held = await draft.read(nameKind, name);
  if (held !== null) draft.rely(nameKind, held);
  else draft.create(nameKind, name, { holder });
  return held === null;
}

async function releaseName(draft: Draft, name: string): Promise<void> {
  const held = await draft.read(nameKind, name);
  if (held !== null) draft.remove(nameKind, held);
}
