import { maySee } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import { defineTexts } from '../../chat/texts.ts';
import { createAccount, shortName } from '../../crm/account/create-account.ts';
import { createContact } from '../../crm/contact/create-contact.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';

const texts = defineTexts({
  zh: {
    kept: (company: string, name: string, fresh: boolean) =>
      `✓ 已记 · ${company}${fresh ? '(新客户)' : ''}\n联系人 ${name}`,
    known: (company: string, name: string) => `${company}的${name}已经有了。`,
    taken: (company: string) => `「${company}」已经有了,没有再建。`,
    undo: '撤销',
  },
  en: {
    kept: (company: string, name: string, fresh: boolean) =>
      `✓ Logged · ${company}${fresh ? ' (new customer)' : ''}\nContact ${name}`,
    known: (company: string, name: string) => `Known: ${name}, ${company}.`,
    taken: (company: string) => `"${company}" is there already; nothing was added.`,
    undo: 'Undo',
  },
});

/** Who became a contact on a platform, as the card's button carries them. */
export interface Outsider {
  name: string;
  /** Where they work, as the platform knows it; null for one who is nobody's. */
  company: string | null;
}

/** Makes a customer of somebody whom a colleague added on a platform, by the button of the card that they got. */
export const createOutsideContact = (tools: CrmTools): CrmCapability => ({
  name: 'outside-contact',
  purpose: { zh: '把外部联系人记成客户', en: 'Keep an outside contact as a customer' },
  examples: { zh: [], en: [] },
  async run() {},
  actions: { 'outside-contact.keep': (turn, args) => keep(turn, args as unknown as Outsider, tools) },
});

async function keep(turn: CrmTurn, { name, company }: Outsider, { stores }: CrmTools): Promise<void> {
  const { draft, speaker } = turn;
  const words = texts(speaker.locale);
  const called = company ?? name;
  const own = await visibleNamed(turn, called, stores);
  const contacts = own === undefined ? [] : await stores.contacts.ofAccount(own._id);
  if (own !== undefined && contacts.some((contact) => contact.name === name))
    return void turn.whisper({ text: words.known(shortName(own), name) });
  const account = own ?? (await created(turn, called, stores));
  if (account === null) return void turn.whisper({ text: words.taken(called) });
  createContact(draft, name, account);
  turn.whisper({
    text: words.kept(shortName(account), name, own === undefined),
    buttons: [{ label: words.undo, action: 'undo.record', args: { set: draft.setId } }],
  });
  turn.undoable();
}

async function created({ draft, speaker, now }: CrmTurn, name: string, { team }: CrmTools['stores']) {
  const { discloseOwners } = await team.settings();
  const options = { now, hideFrom: discloseOwners ? null : speaker.id };
  const creation = await createAccount(draft, { name, owner: speaker.id }, options);
  return creation.kind === 'created' ? creation.account : null;
}

async function visibleNamed(turn: CrmTurn, name: string, { accounts }: CrmTools['stores']) {
  const viewer = privately(turn.viewer);
  return (await accounts.named(name)).find(({ owner }) => maySee(viewer, owner));
}
