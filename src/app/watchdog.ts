import type { AdapterStates } from '../chat/adapter-health.ts';
import { directRoom } from '../chat/message.ts';
import { defineTexts } from '../chat/texts.ts';
import type { Person } from '../crm/person/person.ts';
import type { Stored } from '../ledger/change-set.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Clock } from '../ports/clock.ts';
import type { Rules } from '../rules/create-rules.ts';

/** Platforms ask for a new connection now and then; one that is away this long is deaf. */
const DEAF_MS = 3 * 60_000;

const texts = defineTexts({
  zh: {
    deaf: (adapter: string, minutes: number, code: string) =>
      `连不上 · ${adapter} 已 ${minutes} 分钟\n那边说的话现在收不到。${code === '' ? '' : `错误:${code}。`}\n运行 npm run doctor 看怎么修。`,
    back: (adapter: string) => `恢复了 · ${adapter}\n断开时说的话,平台会补发的已补上。`,
  },
  en: {
    deaf: (adapter: string, minutes: number, code: string) =>
      `Not connected · ${adapter}, ${minutes} minutes\nWhat is said there does not arrive.${code === '' ? '' : ` Error: ${code}.`}\nnpm run doctor says what to do.`,
    back: (adapter: string) => `Connected again · ${adapter}\nWhat the platform sends again has arrived.`,
  },
});

export interface WatchdogParts {
  states: AdapterStates;
  /** The adapters that run here. */
  adapters: readonly string[];
  ledger: Pick<Ledger, 'record' | 'findSet'>;
  admins(): Promise<Stored<Person>[]>;
  allowPush: Rules['allowPush'];
  /** Business time. */
  clock: Clock;
  /** Machine time, by which states are kept. */
  machine: Clock;
}

/**
 * Notices a chat world that has gone deaf and tells the admins of it by another one: once when it goes, once when it is
 * back, whatever process that is by then.
 */
export function createWatchdog({ states, adapters, ledger, admins, allowPush, clock, machine }: WatchdogParts) {
  async function look(adapter: string): Promise<void> {
    const state = await states.read(adapter);
    if (state === null) return;
    const { connection, since, deafSince = null } = state;
    if (connection === 'connected' && deafSince !== null) {
      await tell(adapter, `watchdog:${adapter}:${deafSince.getTime()}:back`, (words) => words.back(adapter));
      return states.noteDeaf(adapter, null);
    }
    const away = machine.now().getTime() - since.getTime();
    if (connection !== 'connecting' || away < DEAF_MS || deafSince !== null) return;
    const minutes = Math.floor(away / 60_000);
    await tell(adapter, `watchdog:${adapter}:${since.getTime()}`, (words) =>
      words.deaf(adapter, minutes, state.lastError?.code ?? ''),
    );
    await states.noteDeaf(adapter, since);
  }

  async function tell(adapter: string, cause: string, say: (words: ReturnType<typeof texts>) => string): Promise<void> {
    if ((await ledger.findSet(cause)) !== null) return;
    const reached = (await admins()).flatMap((admin) => {
      const other = adapters.find((name) => name !== adapter && admin.identities.some((one) => one.adapter === name));
      return other === undefined ? [] : [{ admin, other }];
    });
    if (reached.length === 0) return;
    await ledger.record({ id: cause, kind: 'message', by: 'system' }, async (draft) => {
      for (const { admin, other } of reached) {
        const leave = await allowPush(draft, admin._id, clock.now());
        draft.send({ adapter: other, room: directRoom(admin._id) }, { text: say(texts(admin.locale)) }, leave);
      }
    });
  }

  return {
    async check(): Promise<void> {
      for (const adapter of adapters) await look(adapter);
    },
  };
}
