import { maySee, type Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import type { Said } from '../../chat/capability.ts';
import { defineTexts } from '../../chat/texts.ts';
import { accountCard } from '../../crm/account/account-card.ts';
import { readAccountFile } from '../../crm/account/account-file.ts';
import { type CrmCapability, type CrmReading, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { sayScoped } from '../say-scoped.ts';

const texts = defineTexts({
  zh: {
    whom: '查哪个客户?说名字就行,如「腾云怎么样了」。',
    which: (mention: string) => `哪个${mention}?`,
    none: (mention: string) => `没有叫「${mention}」的客户。`,
    colleague: (owner: string) => `这个客户不归你看,负责人是${owner}。`,
    later: '先放着',
  },
  en: {
    whom: 'Which customer? Just the name: "how is Alderbank".',
    which: (mention: string) => `Which ${mention}?`,
    none: (mention: string) => `No customer called "${mention}".`,
    colleague: (owner: string) => `That customer is ${owner}'s, not yours to see.`,
    later: 'Later',
  },
});

/** Answers how a customer is: the file with its people, deal, last interactions and next steps. */
export const createShowAccount = (tools: CrmTools): CrmCapability => ({
  name: 'show-account',
  purpose: { zh: '看一个客户的全部情况', en: 'Show a customer in full' },
  examples: { zh: ['腾云怎么样了'], en: ['how is Alderbank doing'] },
  intents: ['account.show'],
  run: (turn, said) => show(turn, said, tools),
  preview: (reading, record) => fileCard(reading, reading.viewer, record, tools),
  async answered(turn, _question, { account }) {
    if (typeof account === 'string') await showFile(turn, account, '', tools);
  },
});

async function show(turn: CrmTurn, { understanding }: Said, tools: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const { account, contacts } = understanding;
  if (account?.id != null) return showFile(turn, account.id, account.mention, tools);
  const candidates = account?.candidates ?? contacts.flatMap((contact) => contact.candidates);
  if (candidates.length > 0) {
    // Two people of one customer are one answer: it is the customer's file that is shown.
    const accounts = new Map(candidates.map(({ accountId, accountName }) => [accountId, accountName]));
    const [only] = accounts.keys();
    if (accounts.size === 1 && only !== undefined) return showFile(turn, only, '', tools);
    const choices = [...accounts].slice(0, 3).map(([accountId, accountName]) => ({
      label: accountName,
      value: { account: accountId },
      names: [accountName],
    }));
    const mention = account?.mention ?? contacts[0]?.mention ?? '';
    turn.ask({ text: words.which(mention), choices: [...choices, { label: words.later, value: {}, means: 'no' }] });
    return;
  }
  if (account === null) return void turn.whisper({ text: words.whom });
  await showNamed(turn, account.mention, tools);
}

async function showNamed(turn: CrmTurn, mention: string, tools: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const named = await tools.stores.accounts.named(mention);
  const mine = named.find(({ owner }) => maySee(privately(turn.viewer), owner));
  if (mine !== undefined) return showFile(turn, mine._id, mention, tools);
  const { discloseOwners } = await tools.stores.team.settings();
  const owner = discloseOwners && named[0] !== undefined ? await tools.stores.people.get(named[0].owner) : null;
  turn.whisper({ text: owner === null ? words.none(mention) : words.colleague(owner.name) });
}

async function showFile(turn: CrmTurn, id: string, mention: string, tools: CrmTools): Promise<void> {
  const none = { text: texts(turn.speaker.locale).none(mention) };
  await sayScoped(turn, (viewer) => fileCard(turn, viewer, id, tools), none);
}

async function fileCard(turn: CrmReading, viewer: Viewer, id: string, { stores }: CrmTools) {
  const { stages } = await stores.team.settings();
  const file = await readAccountFile(viewer, id, stores);
  return file === null ? null : accountCard(file, { locale: turn.speaker.locale, today: todayOf(turn), stages });
}
