import { maySee, type Viewer } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import type { Said } from '../../chat/capability.ts';
import { isDirect, type MessageDraft } from '../../chat/message.ts';
import { defineTexts } from '../../chat/texts.ts';
import { accountCard } from '../../crm/account/account-card.ts';
import { readAccountFile } from '../../crm/account/account-file.ts';
import { type CrmCapability, type CrmReading, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { notYoursTexts } from '../not-yours.ts';
import { sayScoped } from '../say-scoped.ts';
import { type AskedOfLast, askedOfLast, lastSpokenOf } from './asked-of-last.ts';
import { nameAsked, recordsAsked } from './name-asked.ts';
import { type FileField, fieldAsked, nameOfField, oneField } from './one-field.ts';

const texts = defineTexts({
  zh: {
    whom: '查哪个客户?说名字就行,如「腾云怎么样了」。',
    which: (mention: string) => `哪个${mention}?`,
    none: (mention: string) => `没有叫「${mention}」的客户。`,
    later: '先放着',
  },
  en: {
    whom: 'Which customer? Just the name: "how is Alderbank".',
    which: (mention: string) => `Which ${mention}?`,
    none: (mention: string) => `There is no customer called “${mention}”.`,
    later: 'Later',
  },
});

const NAME = 'show-account';
/** The same question about another customer: 海拓呢, and Tern Island? */
const AND = /呢[??\s]*$|^(?:and|what about|how about)\b/iu;

/** What of the customer is asked: all of it, or one field, of one person where one was named. */
interface Asked {
  field: FileField | null;
  contact: string | null;
}

/** Answers how a customer is: the file with its people, deal, last interactions and next steps; or one field alone. */
export const createShowAccount = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '看一个客户的全部情况', en: 'Show a customer in full' },
  examples: { zh: ['腾云怎么样了'], en: ['how is Alderbank doing'] },
  intents: ['account.show'],
  /** A name that nobody here may know of is asked after like any other; in a group such words are for the others. */
  async goesOn({ text }, { room }) {
    if (!isDirect(room)) return null;
    const name = nameAsked(text) ?? (await colleaguesName(nameOfField(text), tools));
    return name === null ? null : { name };
  },
  /** 他电话多少 of the customer just spoken of; 腾云的跟进记录, 腾云什么时候到期, where the name is one's own customer's. */
  async command(text, _locale, conversation, { viewer, now }) {
    const asked = askedOfLast(text);
    if (asked !== null) return { of: lastSpokenOf(conversation, NAME, now), ...asked };
    const field = fieldAsked(text) === 'renewal' ? 'renewal' : null;
    const name = field === null ? recordsAsked(text) : nameOfField(text);
    const named = name === null ? [] : await tools.stores.accounts.named(name);
    return named.some(({ owner }) => maySee(privately(viewer), owner)) ? { name, field } : null;
  },
  run(turn, said, command) {
    if (command === null) return show(turn, said, tools);
    if (command.name === undefined) return showLast(turn, command as unknown as OfLast, tools);
    const field = (command.field ?? null) as FileField | null;
    return showNamed(turn, [String(command.name)], { ...WHOLE, field }, tools);
  },
  async preview(reading, record) {
    const card = await fileCard(reading, reading.viewer, record, WHOLE, tools);
    return card === null || !reading.direct ? card : { ...card, links: await linksOf(reading, card, tools) };
  },
  async answered(turn, question, { account }) {
    const asked = (question.memo.asked ?? WHOLE) as Asked;
    if (typeof account === 'string') await showFile(turn, account, '', asked, tools);
  },
});

const WHOLE: Asked = { field: null, contact: null };

type OfLast = AskedOfLast & { of: ReturnType<typeof lastSpokenOf> };

/** The customer spoken of last; for what belongs to a person, the one it was dealt with. */
async function showLast(turn: CrmTurn, { of, field, ofPerson }: OfLast, tools: CrmTools): Promise<void> {
  if (of === null) return void turn.whisper({ text: texts(turn.speaker.locale).whom });
  const memo = { ...of, field };
  turn.remember({ query: { capability: NAME, at: turn.now, memo } });
  await showFile(turn, of.account, '', { field, contact: ofPerson ? of.contact : null }, tools);
}

async function show(turn: CrmTurn, { understanding, text }: Said, tools: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const { account, contacts } = understanding;
  const before = AND.test(text) ? lastQuery(turn.conversation, NAME, turn.now) : null;
  const field = fieldAsked(text) ?? ((before?.field ?? null) as FileField | null);
  const asked: Asked = { field, contact: contacts[0]?.id ?? null };
  turn.remember({ query: { capability: NAME, at: turn.now, memo: { ...asked, account: account?.id ?? null } } });
  if (account?.id != null) return showFile(turn, account.id, account.mention, asked, tools);
  const candidates = account?.candidates ?? contacts.flatMap((contact) => contact.candidates);
  if (candidates.length > 0) {
    // Two people of one customer are one answer: it is the customer's file that is shown.
    const accounts = new Map(candidates.map(({ accountId, accountName }) => [accountId, accountName]));
    const [only] = accounts.keys();
    if (accounts.size === 1 && only !== undefined) return showFile(turn, only, '', asked, tools);
    const choices = [...accounts].slice(0, 3).map(([accountId, accountName]) => ({
      label: accountName,
      value: { account: accountId },
      names: [accountName],
    }));
    const mention = account?.mention ?? contacts[0]?.mention ?? '';
    turn.ask({
      text: words.which(mention),
      choices: [...choices, { label: words.later, value: {}, means: 'no' }],
      memo: { asked },
    });
    return;
  }
  if (account === null) return void turn.whisper({ text: words.whom });
  const whole = nameAsked(text);
  const typed = whole?.includes(account.mention) ? whole : account.mention;
  await showNamed(turn, [account.mention, typed], asked, tools);
}

/** A customer's name, where it may be said that the customer is a colleague's: 电话 and the like stand beside many words. */
async function colleaguesName(name: string | null, { stores }: CrmTools): Promise<string | null> {
  if (name === null || !(await stores.team.settings()).discloseOwners) return null;
  return (await stores.accounts.named(name)).length > 0 ? name : null;
}

/** `mentions`: what may be its name; the last is the name as typed. */
async function showNamed(turn: CrmTurn, mentions: readonly string[], asked: Asked, tools: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const mention = mentions.at(-1) ?? '';
  const named = (await Promise.all([...new Set(mentions)].map((name) => tools.stores.accounts.named(name)))).flat();
  const mine = named.find(({ owner }) => maySee(privately(turn.viewer), owner));
  if (mine !== undefined) return showFile(turn, mine._id, mention, asked, tools);
  const { discloseOwners } = await tools.stores.team.settings();
  const owner = discloseOwners && named[0] !== undefined ? await tools.stores.people.get(named[0].owner) : null;
  const { customer } = notYoursTexts(turn.speaker.locale);
  turn.whisper({ text: owner === null ? words.none(mention) : customer(owner.name) });
}

async function showFile(turn: CrmTurn, id: string, mention: string, asked: Asked, tools: CrmTools): Promise<void> {
  const none = { text: texts(turn.speaker.locale).none(mention) };
  await sayScoped(turn, (viewer) => fileCard(turn, viewer, id, asked, tools), none);
}

/** A page that has no buttons opens the files by links; they are the reader's own. */
async function linksOf({ viewer }: CrmReading, { buttons = [] }: MessageDraft, { files }: CrmTools) {
  const given = buttons.filter(({ file }) => file === true);
  const links = await Promise.all(
    given.map(({ args }) => files.link(viewer, { interaction: String(args?.interaction), blob: String(args?.blob) })),
  );
  return links.flatMap((link) => (link === null ? [] : [{ label: link.name, path: link.path }]));
}

async function fileCard(turn: CrmReading, viewer: Viewer, id: string, { field, contact }: Asked, { stores }: CrmTools) {
  const { stages } = await stores.team.settings();
  const file = await readAccountFile(viewer, id, stores);
  if (file === null) return null;
  const reader = { locale: turn.speaker.locale, today: todayOf(turn), stages };
  return field === null ? accountCard(file, reader) : { text: oneField(file, field, contact, reader) };
}
