import { accountKind } from '../../src/crm/account/account.ts';
import { handingKind } from '../../src/crm/handing/handing.ts';
import { fillMany } from '../support/many-customers.ts';
import { answerParent } from './child.ts';
import { closeBot, type Noticed, notice, records, says, stateIs } from './long-work-bot.ts';

/** Somebody leaves with very many customers, and it is taken back by one word. Seconds from each sentence. */
export interface Handed extends Noticed {
  /** Until the sentence was answered: they can do nothing any more. */
  answered: number;
  handed: number;
  customers: number;
  takenBack: number;
  back: number;
  /** Records of the largest change set. */
  largest: number;
}

const HANDINGS = handingKind.collection;

const owned = (owner: string) => records.db.collection(accountKind.collection).countDocuments({ owner });

answerParent(
  {
    async leave(customers: number): Promise<Handed> {
      await fillMany(records, customers, 'zhang');
      const before = { chen: await owned('chen'), zhang: await owned('zhang') };
      const noticed = await notice();
      const began = performance.now();
      await says('li', '停用张伟');
      const answered = (performance.now() - began) / 1000;
      noticed.ask();
      await stateIs(HANDINGS, 'done');
      const handed = (performance.now() - began) / 1000;
      const came = (await owned('chen')) - before.chen;
      await says('li', '撤销');
      const takenBack = await stateIs(HANDINGS, 'undone');
      const back = (await owned('zhang')) - before.zhang + customers;
      const sets = records.db.collection<{ _id: string; changes: object[] }>('ledger').find({ _id: /^handing:/ });
      const largest = (await sets.toArray()).reduce((most, { changes }) => Math.max(most, changes.length), 0);
      return { answered, handed, customers: came, takenBack, back, largest, ...(await noticed.stop()) };
    },
  },
  closeBot,
);
