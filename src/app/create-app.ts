import type { Viewer } from '../access/viewer.ts';
import { viewerFor } from '../access/viewer-for.ts';
import { createCapabilities } from '../capabilities/capabilities.ts';
import { createHandings } from '../capabilities/hand-over/create-handings.ts';
import { createImports } from '../capabilities/import-customers/create-imports.ts';
import type { AdapterStates } from '../chat/adapter-health.ts';
import { type Chat, createChat } from '../chat/chat.ts';
import type { ChatAdapter } from '../chat/chat-adapter.ts';
import { createInboxStore } from '../chat/inbox-store.ts';
import { type Address, isDirect } from '../chat/message.ts';
import type { ChatMetrics } from '../chat/metrics.ts';
import { createOutboxStore } from '../chat/outbox-store.ts';
import { setPrompt, setQuestions } from '../chat/prompt.ts';
import { createQuestionStore } from '../chat/question-store.ts';
import { createKeptFiles, type KeptFiles } from '../crm/interaction/kept-file.ts';
import { createJoining, type Joined } from '../crm/person/joining.ts';
import type { Person } from '../crm/person/person.ts';
import type { ChangeSet, Stored } from '../ledger/change-set.ts';
import { expireTexts } from '../ledger/expire-texts.ts';
import { shrinkGuards } from '../ledger/maintenance.ts';
import type { BlobStore } from '../ports/blob-store.ts';
import { machineClock } from '../ports/clock.ts';
import type { JobQueue } from '../ports/job-queue.ts';
import type { LanguageModel } from '../ports/language-model.ts';
import { createRules, type Rules } from '../rules/create-rules.ts';
import { createDueStore } from '../rules/due-store.ts';
import { createNudgeStore } from '../rules/nudge-store.ts';
import { addressOf, createColleagues, speakerOf } from './colleagues.ts';
import { createCompanyCalendar } from './company-calendar.ts';
import { createNames } from './names.ts';
import { createPromptUnder } from './prompt-under.ts';
import type { Records } from './records.ts';
import { repeat } from './repeat.ts';
import { createTellMaker } from './tell-maker.ts';
import { createWatchdog } from './watchdog.ts';

const NAMES_MS = 2_000;
const SWEEP_MS = 5_000;
const UPKEEP_MS = 6 * 3_600_000;
const FILES_MS = 3_600_000;
const TICK_MS = 5_000;
const LONG_WORK_MS = 1_000;
const WATCH_MS = 30_000;

export interface AppParts {
  records: Records;
  adapters: readonly ChatAdapter[];
  blobs: BlobStore;
  jobs: JobQueue;
  metrics?: ChatMetrics;
  /** How the adapters are; where it is given, a deaf one is told of. */
  states?: AdapterStates;
  /** A second reader for what the rules leave open; nothing needs one. */
  model?: LanguageModel | undefined;
  /** True where no other process can be on this store. */
  sole: boolean;
  /** Where a person is reached from this process alone (a terminal); null: where everybody finds them. */
  reach?: (person: string) => Address | null;
  /** Where the chat page is opened; null while it is not known. */
  pageUrl?: () => string | null;
}

export interface App {
  chat: Chat;
  rules: Rules;
  /** An active colleague, as of a moment ago; null for anybody else. */
  colleague(id: string): Promise<Stored<Person> | null>;
  /** Takes in whoever opens the page with a join code, under the name that they give. `attempt` names this try. */
  joinOnPage(code: string, attempt: string, name: string): Promise<Joined>;
  /** What a link to a kept file leads to. */
  fileBehind: KeptFiles['behind'];
  /** Does what is due at the business clock's now, and delivers it. */
  runDue(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Joins chat, capabilities and rules over one store. Tests build the same. */
export function createApp({
  records,
  adapters,
  blobs,
  jobs,
  metrics,
  states,
  model,
  sole,
  reach = () => null,
  pageUrl = () => null,
}: AppParts): App {
  const { connection, seals, ledger, stores, worker, clock, logger } = records;
  const adapterNames = adapters.map(({ name }) => name);
  const colleagues = createColleagues(stores, (person) => reach(person._id) ?? addressOf(person, adapterNames));
  const nudges = createNudgeStore(connection);
  const questions = createQuestionStore(connection);
  const rules = createRules({
    ledger,
    stores: { ...stores, people: colleagues, due: createDueStore(connection), nudges },
    clock,
    logger,
    openQuestions: questions.openOf,
    askAgain: setQuestions,
    prompt: (draft, { room }, person, { task, account, set, at }) =>
      setPrompt(draft, room, person, { capability: 'log-interaction', at, account, memo: { task, set } }),
    address: (person) => reach(person._id) ?? addressOf(person, adapterNames),
  });
  const calendar = createCompanyCalendar(stores);
  const names = createNames(stores, clock, model);
  const viewerOf = async (person: string) => viewerFor(person, { kind: 'direct' }, await colleagues.forAccess());
  const files = createKeptFiles({ stores, blobs, seals, clock, viewerOf });
  const imports = createImports({ ledger, stores, blobs, clock, viewerOf });
  const handings = createHandings({ ledger, stores, rules, clock, addressOf: colleagues.addressOf });
  const joining = createJoining({
    ledger,
    people: stores.people,
    team: stores.team,
    clock,
    tellMaker: createTellMaker({ colleagues, rules, clock }),
  });
  const chat: Chat = createChat<Viewer>({
    ledger,
    capabilities: createCapabilities({
      stores,
      ledger,
      blobs,
      files,
      addressOf: colleagues.addressOf,
      rules,
      colleagues: colleagues.forAccess,
      pageUrl,
      deadLetters: () => chat.deadLetters,
      strangers: () => chat.strangers,
      openQuestions: questions.openOf,
      lastPush: async (person) => (await nudges.pushes([person])).get(person)?.writers.count ?? null,
    }),
    rechecks: new Map(Object.entries(rules.recheckHandlers)),
    reader: names.reader,
    async resolvePerson(adapter, user) {
      const person =
        reach(user)?.adapter === adapter ? await colleagues.byId(user) : await colleagues.byIdentity(adapter, user);
      return person === null ? null : speakerOf(person);
    },
    viewerFor: async (speaker, room) =>
      viewerFor(speaker.id, await colleagues.listeners(room), await colleagues.forAccess()),
    async guide() {
      const [admin] = await colleagues.admins();
      const to = admin === undefined ? null : await colleagues.addressOf(admin._id);
      if (admin === undefined || to === null) return null;
      return { id: admin._id, name: admin.name, locale: admin.locale, zone: admin.zone, adapter: to.adapter };
    },
    allowPush: rules.allowPush,
    promptUnder: createPromptUnder(rules),
    joining,
    houseLocale: async () => (await stores.team.settings()).locale,
    async hasLeft(person) {
      if ((await colleagues.byId(person)) !== null) return false;
      return (await stores.people.get(person))?.active === false;
    },
    async localeOf({ room, onlyFor }) {
      const person = onlyFor ?? (isDirect(room) ? room.slice('direct:'.length) : null);
      const known = person === null ? null : await colleagues.byId(person);
      return known?.locale ?? (await stores.team.settings()).locale;
    },
    inbox: createInboxStore(connection, seals),
    outbox: createOutboxStore(connection, seals),
    worker,
    adapters,
    clock,
    machine: machineClock,
    logger,
    ...(metrics === undefined ? {} : { metrics }),
    sole,
  });

  records.onCommit((set) => {
    colleagues.note(set);
    stores.team.note(set);
    calendar.note(set).catch((error: unknown) => logger.warn({ error: String(error) }, 'the company calendar lags'));
    names.note(set).catch((error: unknown) => logger.warn({ error: String(error) }, 'names lag behind'));
    chat.committed(set);
    for (const { adapter, user } of joinedBy(set))
      chat.admit(adapter, user).catch((error: unknown) => logger.warn({ error: String(error) }, 'kept messages wait'));
  });

  const again = (everyMs: number, work: () => Promise<unknown>, trouble: string) =>
    repeat(everyMs, work, (error) => logger.warn({ error: String(error) }, trouble));
  const watch = (known: AdapterStates) => {
    const { admins } = colleagues;
    const { allowPush } = rules;
    const parts = { states: known, adapters: adapterNames, ledger, admins, allowPush, clock, machine: machineClock };
    return again(WATCH_MS, createWatchdog(parts).check, 'the watchdog failed');
  };
  const runDue = async () => {
    await rules.runDue(clock.now());
    await chat.deliverDue();
  };
  jobs.every('due', TICK_MS, runDue);
  const own = [
    again(NAMES_MS, names.refresh, 'names lag behind'),
    again(NAMES_MS, calendar.refresh, 'the company calendar lags behind'),
    again(UPKEEP_MS, () => shrinkGuards(records.db, machineClock.now()), 'old guards were not dropped'),
    again(UPKEEP_MS, () => expireTexts(records.db, seals, machineClock.now()), 'keys of old days were not destroyed'),
    again(FILES_MS, () => records.expireFiles(blobs), 'files whose time is over stay'),
    ...(states === undefined ? [] : [watch(states)]),
    again(LONG_WORK_MS, handings.sweep, 'a hand-over waits'),
    again(LONG_WORK_MS, imports.sweep, 'an import waits'),
    again(SWEEP_MS, ledger.sweep, 'the sweep failed'),
  ];

  return {
    chat,
    rules,
    colleague: colleagues.byId,
    joinOnPage: joining.onPage,
    fileBehind: files.behind,
    runDue,
    async start() {
      await ledger.sweep();
      await names.refresh();
      await calendar.refresh();
      await nudges.prepare();
      await questions.prepare();
      await chat.start();
      for (const { start } of own) start();
      await jobs.start();
    },
    async stop() {
      await rules.stop();
      await jobs.stop();
      imports.stop();
      handings.stop();
      for (const { stop } of own) await stop();
      await chat.stop();
      await ledger.close();
    },
  };
}

/** Who a set has made known on a platform: what was kept of theirs can be handled now. */
const joinedBy = (set: ChangeSet): Person['identities'] =>
  set.changes.flatMap(({ kind, set: fields }) =>
    kind === 'person' ? ((fields.identities ?? []) as Person['identities']) : [],
  );
