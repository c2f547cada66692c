import type { ContactChange } from '../../adapters/wecom-app/wecom-app-contacts.ts';
import { WECOM_APP } from '../../adapters/wecom-app/wecom-app-ids.ts';
import type { Records } from '../app/records.ts';
import type { Outsider } from '../capabilities/outside-contact/index.ts';
import { directRoom, type MessageDraft } from '../chat/message.ts';
import { defineTexts, type Locale } from '../chat/texts.ts';
import type { Rules } from '../rules/create-rules.ts';

const texts = defineTexts({
  zh: {
    added: (who: string) => `新联系人 · ${who}\n你在企业微信加了对方,点一下就记成客户。`,
    addedUnnamed: '新联系人 · 名字查不到\n你在企业微信加了对方。要记的话说一句,如「新客户 澄海机械」。',
    left: (who: string) => `被删除 · ${who}\n对方在企业微信删了你。客户记录没有动。`,
    handedOver: (who: string) => `已转接 · ${who}\n在企业微信转给了同事。客户记录没有动。`,
    refused: (who: string) => `转接没成 · ${who}\n对方不同意换人。`,
    full: (who: string) => `转接没成 · ${who}\n接手的同事客户数满了。`,
    failed: (who: string) => `转接没成 · ${who}`,
    unnamed: '一位外部联系人',
    keep: '记成客户',
  },
  en: {
    added: (who: string) => `New contact · ${who}\nYou added them on WeCom. One tap makes them a customer.`,
    addedUnnamed:
      'New contact · no name to be had\nYou added them on WeCom. To keep them, say "new customer Alderbank".',
    left: (who: string) => `Removed you · ${who}\nThey removed you on WeCom. The customer's records stay.`,
    handedOver: (who: string) =>
      `Handed over · ${who}\nA colleague has them on WeCom now. The customer's records stay.`,
    refused: (who: string) => `Not handed over · ${who}\nThey did not agree.`,
    full: (who: string) => `Not handed over · ${who}\nThe colleague has too many contacts.`,
    failed: (who: string) => `Not handed over · ${who}`,
    unnamed: 'a contact',
    keep: 'Add customer',
  },
});

/**
 * Tells a colleague what became of a contact of theirs outside the company, once for a change, as one of
 * their pushes. A
 * new one is proposed as a customer; nothing is written before they tap. Changes of strangers' contacts tell nobody.
 */
export async function tellContact(
  { ledger, stores, clock, allowPush }: Pick<Records, 'ledger' | 'stores' | 'clock'> & Pick<Rules, 'allowPush'>,
  change: ContactChange,
): Promise<void> {
  const person = await stores.people.byIdentity(WECOM_APP, change.member);
  const message = person === null ? null : messageOf(change, person.locale);
  if (person === null || !person.active || message === null) return;
  await ledger.record({ id: change.key, kind: 'message', by: 'system' }, async (draft) => {
    const leave = await allowPush(draft, person._id, clock.now());
    draft.send({ adapter: WECOM_APP, room: directRoom(person._id) }, message, leave);
  });
}

function messageOf(
  { change, outsider = null, handedOver, reason }: ContactChange,
  locale: Locale,
): MessageDraft | null {
  const words = texts(locale);
  const who = outsider === null ? words.unnamed : named(outsider);
  switch (change) {
    case 'added': {
      if (outsider === null) return { text: words.addedUnnamed };
      const keep = { label: words.keep, action: 'outside-contact.keep', args: { ...outsider } };
      return { text: words.added(who), buttons: [keep] };
    }
    case 'leftByContact':
      return { text: words.left(who) };
    case 'removed':
      return handedOver === true ? { text: words.handedOver(who) } : null;
    case 'handoverFailed':
      return { text: reason === 'refused' || reason === 'full' ? words[reason](who) : words.failed(who) };
    case 'changed':
      return null;
  }
}

const named = ({ name, company }: Outsider): string => (company === null ? name : `${company} ${name}`);
