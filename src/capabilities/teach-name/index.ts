import type { Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { defineTexts } from '../../chat/texts.ts';
import { fitted } from '../../chat/width.ts';
import { type Account, accountKind } from '../../crm/account/account.ts';
import { foldedName } from '../../crm/account/account-name.ts';
import { isTitled, meantBy } from '../../crm/person/meant-by.ts';
import { teachName } from '../../crm/taught-name/taught-name.ts';
import type { Stored } from '../../ledger/change-set.ts';
import type { CrmCapability, CrmTools } from '../crm-turn.ts';
import { readTaught } from './read-command.ts';

const MOST_LINES = 2;
const MOST_ALIKE = 8;

const texts = defineTexts({
  zh: {
    taught: (alias: string, name: string) => `✓ 记住了 · ${alias} = ${name}`,
    undo: '撤销',
  },
  en: {
    taught: (alias: string, name: string) => `✓ Learned · ${alias} = ${name}`,
    undo: 'Undo',
  },
});

/** Takes another name for a customer from whoever says it: from then on it means that customer to them. */
export const createTeachName = ({ stores }: CrmTools): CrmCapability => ({
  name: 'teach-name',
  purpose: { zh: '教一个叫法', en: 'Teach a name for a customer' },
  examples: { zh: ['大T就是腾云'], en: ['Big A means Alderbank'] },
  async command(text, _locale, _conversation, { viewer }) {
    for (const { alias, customer } of readTaught(text)) {
      const [account, another] = await called(customer, viewer, stores);
      if (account === undefined || another !== undefined) continue;
      return (await isTaken(alias, account, viewer, stores)) ? null : { alias, account: account._id };
    }
    return null;
  },
  async run(turn, _said, command) {
    const { alias, account: id } = command as { alias: string; account: string };
    const account = await turn.draft.read(accountKind, id);
    if (account === null) return;
    const words = texts(turn.speaker.locale);
    await teachName(turn.draft, { person: turn.speaker.id, alias, account: id, contact: null });
    turn.whisper({
      text: fitted([words.taught(alias, account.name)], MOST_LINES).join('\n'),
      buttons: [{ label: words.undo, action: 'undo.record', args: { set: turn.draft.setId } }],
    });
    turn.undoable();
  },
});

/** The customers of exactly that name or alias, width, case and spaces aside, that the speaker may know of. */
async function called(name: string, viewer: Viewer, { accounts }: CrmTools['stores']): Promise<Stored<Account>[]> {
  const folded = foldedName(name);
  const alike = folded === '' ? [] : await accounts.search(privately(viewer), name, MOST_ALIKE);
  return alike.filter((one) => [one.name, ...one.aliases].some((words) => foldedName(words) === folded));
}

/** Whether the words mean somebody already: a colleague, one of the customer's people, another customer. */
async function isTaken(
  alias: string,
  { _id }: Stored<Account>,
  viewer: Viewer,
  stores: CrmTools['stores'],
): Promise<boolean> {
  if (isTitled(alias) || meantBy(await stores.people.active(), alias).length > 0) return true;
  const contacts = await stores.contacts.ofAccount(_id);
  const names = contacts.flatMap(({ name, aliases }) => [name, ...name.split(/\s+/u), ...aliases]);
  if (names.some((name) => foldedName(name) === foldedName(alias))) return true;
  return (await called(alias, viewer, stores)).length > 0;
}
