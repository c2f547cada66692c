import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accountKind } from '../../crm/account/account.ts';
import { createAccountStore } from '../../crm/account/account-store.ts';
import { contactKind } from '../../crm/contact/contact.ts';
import { createContactStore } from '../../crm/contact/contact-store.ts';
import { dealKind } from '../../crm/deal/deal.ts';
import { createDealStore } from '../../crm/deal/deal-store.ts';
import { interactionKind } from '../../crm/interaction/interaction.ts';
import { peaceKind } from '../../crm/peace/peace.ts';
import { createPeaceStore } from '../../crm/peace/peace-store.ts';
import { personKind } from '../../crm/person/person.ts';
import { createPersonStore } from '../../crm/person/person-store.ts';
import { roomKind } from '../../crm/room/room.ts';
import { createRoomStore } from '../../crm/room/room-store.ts';
import { taskKind } from '../../crm/task/task.ts';
import { createTaskStore } from '../../crm/task/task-store.ts';
import { teamKind } from '../../crm/team/team.ts';
import { createTeamStore } from '../../crm/team/team-store.ts';
import { startEmbeddedMongo } from '../../infra/embedded-mongo/start-embedded-mongo.ts';
import { connectMongo } from '../../infra/mongo/connect.ts';
import type { ChangeSet, Outgoing, Stored } from '../../ledger/change-set.ts';
import { createLedger } from '../../ledger/create-ledger.ts';
import type { AnyKind, Ledger, RecordKind } from '../../ledger/ledger.ts';
import { ledgerIndexes, mongoLedgerStore } from '../../ledger/mongo-ledger-store.ts';
import { silentLogger } from '../../ports/logger.ts';
import { createRules, type Rules, ruleKinds } from '../create-rules.ts';
import { createDueStore } from '../due-store.ts';
import { createNudgeStore } from '../nudge-store.ts';
import type { AskedBefore } from '../tools.ts';
import { recordWriters } from './record-writers.ts';

const conversationKind: RecordKind<{ person: string; wroteAt: Date }> = {
  kind: 'conversation',
  collection: 'conversations',
};
const kinds: AnyKind[] = [
  accountKind,
  contactKind,
  dealKind,
  interactionKind,
  peaceKind,
  personKind,
  roomKind,
  taskKind,
  teamKind,
  conversationKind,
  ...ruleKinds,
];

/** Somebody's push, as a test reads it. */
export interface Told {
  to: string;
  text: string;
  buttons: string[];
  set: ChangeSet;
  message: Outgoing;
}

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A store for the tests of one file. */
export async function startStore() {
  const dataDir = await mkdtemp(join(tmpdir(), 'genjin-rules-'));
  const server = await startEmbeddedMongo({ dataDir });
  let worlds = 0;
  return {
    uri: server.uri,
    nextDatabase: () => `world${worlds++}`,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The rules on a real ledger in a database of their own, with a clock that a test sets. */
export async function startWorld(on: Awaited<ReturnType<typeof startStore>>) {
  const root = await connectMongo(on.uri);
  const connection = root.useDb(on.nextDatabase());
  if (connection.db === undefined) throw new Error('not connected');
  await ledgerIndexes(connection.db);
  const store = mongoLedgerStore(connection.db);
  const clock = { at: new Date('2026-11-23T01:30:00Z'), now: () => clock.at };
  const stores = {
    peace: createPeaceStore(connection),
    people: createPersonStore(connection),
    contacts: createContactStore(connection),
    rooms: createRoomStore(connection),
    team: createTeamStore(connection),
    due: createDueStore(connection),
    nudges: createNudgeStore(connection),
  };
  createDealStore(connection);
  createAccountStore(connection);
  createTaskStore(connection);
  await stores.nudges.prepare();
  await Promise.all(Object.values(connection.models).map((model) => model.init()));
  const told: Told[] = [];
  const asked: AskedBefore[] = [];
  let count = 0;

  /** One process: its own ledger and clock over the common store. */
  function process(ahead = 0): { rules: Rules; ledger: Ledger } {
    const own = { now: () => new Date(clock.at.getTime() + ahead) };
    const book = createLedger({ store, kinds, clock: own, markDelayMs: 0 });
    const ledger: Ledger = {
      ...book,
      async record(cause, decide) {
        const recorded = await book.record(cause, decide);
        if (recorded.kind === 'committed')
          for (const message of recorded.set.messages)
            told.push({
              to: message.to.room,
              text: message.message.text,
              buttons: (message.message.buttons ?? []).map(({ label }) => label),
              set: recorded.set,
              message,
            });
        return recorded;
      },
    };
    const address = ({ id }: { id: string }) => ({ adapter: 'web', room: `direct:${id}` });
    return {
      rules: createRules({
        ledger,
        stores,
        clock: own,
        logger: silentLogger,
        address,
        prompt: async () => {},
        askAgain: async () => {},
        openQuestions: async () => asked,
      }),
      ledger,
    };
  }
  const { rules, ledger } = process();

  const put = async <T extends object>(kind: RecordKind<T>, id: string, fields: T): Promise<void> => {
    await ledger.record({ id: `test:${count++}`, kind: 'admin', by: 'test' }, async (draft) =>
      draft.create(kind, id, fields),
    );
  };
  const at = (text: string) => new Date(text.length === 16 ? `${text}:00+08:00` : text);

  return {
    rules,
    ledger,
    process,
    stores,
    told,
    asked,
    at,
    put,
    async stop() {
      await root.close();
    },
    /** Sets the clock (Shanghai) and lets the rules run; what was told by that. */
    async runAt(time: string): Promise<Told[]> {
      clock.at = at(time);
      const before = told.length;
      await rules.runDue(clock.at);
      return told.slice(before);
    },
    setClock(time: string) {
      clock.at = at(time);
    },
    ...recordWriters(put, at),
    wrote: (person: string, time: string) =>
      put(conversationKind, `direct:${person}:${count}`, { person, wroteAt: at(time) }),
    /** Changes a record as a person would. */
    change: async <T extends object>(kind: RecordKind<T>, id: string, patch: Partial<T>): Promise<void> => {
      await ledger.record({ id: `test:${count++}`, kind: 'admin', by: 'test' }, async (draft) => {
        const record = (await draft.read(kind, id)) as Stored<T>;
        draft.change(kind, record, patch);
      });
    },
  };
}
