import { allKinds, openRecords, type Records } from '../../src/app/records.ts';
import { buttonKind } from '../../src/ledger/button.ts';
import { compareWithLedger } from '../../src/ledger/rebuild.ts';
import { type OpenStore, openStore, type StoreWhere } from '../../src/main/open-store.ts';
import { explained } from '../../src/main/run-tool.ts';
import { machineClock } from '../../src/ports/clock.ts';
import { silentLogger } from '../../src/ports/logger.ts';
import { type Finding, minuteText } from './finding.ts';
import type { doctorTexts } from './texts.ts';

type Words = ReturnType<typeof doctorTexts>;

const good = (what: string): Finding => ({ ok: true, what, mend: '' });

/**
 * Looks at the store: whether it opens, who and what is in it, what failed, and whether records and ledger agree. `also`:
 * what else there is to be read from it.
 */
export async function examineStore(
  where: StoreWhere,
  words: Words,
  also: (connection: OpenStore['connection'], stores: Records['stores']) => Promise<Finding[]>,
): Promise<Finding[]> {
  let store: OpenStore;
  try {
    store = await openStore(where, { share: true });
  } catch (error) {
    return [{ ok: false, what: explained(error), mend: words.storeMend }];
  }
  try {
    const kind = store.kind === 'server' ? words.server : words[store.kind](where.DATA_DIR);
    const records = await openRecords(store.connection, { clock: machineClock, logger: silentLogger });
    return [
      good(kind),
      ...(await examineContent(store, records, words)),
      ...(await also(store.connection, records.stores)),
    ];
  } catch (error) {
    return [{ ok: false, what: explained(error), mend: words.storeMend }];
  } finally {
    await store.close();
  }
}

async function examineContent(
  { db }: OpenStore,
  { stores, signIns, ledger, ledgerStore }: Records,
  words: Words,
): Promise<Finding[]> {
  const people = (await stores.people.active()).length;
  const [inbox, outbox] = [db.collection('inbox'), db.collection('outbox')];
  const [dead, waiting, last] = await Promise.all([
    Promise.all([inbox.countDocuments({ state: 'dead' }), outbox.countDocuments({ state: 'dead' })]),
    outbox.countDocuments({ state: 'open' }),
    inbox.findOne({}, { sort: { order: -1 }, projection: { order: 1 } }),
  ]);
  await ledger.sweep();
  await ledger.close();
  const failed = dead[0] + dead[1];
  const compared = await compareWithLedger(db, ledgerStore, [...allKinds, buttonKind]);
  const named = compared.named.slice(0, 5).map(({ kind, id, problem }) => `${kind}:${id} (${problem})`);
  return [
    people > 0 ? good(words.people(people)) : { ok: false, what: words.nobody, mend: words.nobodyMend },
    (await signIns.anyTokens())
      ? good(words.signedIn)
      : { ok: false, what: words.neverSignedIn, mend: words.neverSignedInMend },
    good(last === null ? words.noMessages : words.messages(minuteText(last.order as Date))),
    failed === 0 ? good(words.noDead) : { ok: false, what: words.dead(failed), mend: words.deadMend },
    ...(waiting > 0 ? [good(words.waiting(waiting))] : []),
    compared.differences === 0
      ? good(words.ledger(compared.sets, compared.records))
      : { ok: false, what: words.differs(compared.differences, named.join(', ')), mend: words.differsMend },
  ];
}
