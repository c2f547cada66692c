import { dayText, moneyText, nearDayText } from '../../chat/format.ts';
import { defineTexts } from '../../chat/texts.ts';
import { clip, fitted, listRow, type Part, rowsOf, soft } from '../../chat/width.ts';
import type { FileReader } from '../../crm/account/account-card.ts';
import type { AccountFile } from '../../crm/account/account-file.ts';
import { shortName } from '../../crm/account/create-account.ts';
import type { Contact } from '../../crm/contact/contact.ts';
import { isClosed, stageLabel } from '../../crm/deal/stages.ts';
import { kindLabel } from '../../crm/interaction/kind-label.ts';
import { birthdayText } from '../../crm/telling/receipt.ts';

/** What of a customer can be asked by itself. */
const FIELDS = [
  'phone',
  'email',
  'birthday',
  'contact',
  'owner',
  'amount',
  'stage',
  'renewal',
  'next',
  'last',
] as const;
export type FileField = (typeof FIELDS)[number];

const texts = defineTexts({
  zh: {
    phone: '电话',
    email: '邮箱',
    birthday: '生日',
    contact: '联系人',
    owner: '负责人',
    amount: '金额',
    stage: '阶段',
    renewal: '续约',
    next: '下一步',
    last: '最近',
    none: (name: string, field: string) => `${name}还没记${field}。`,
    and: '、',
    more: (count: number) => `另有 ${count} 个`,
  },
  en: {
    phone: 'phone',
    email: 'e-mail',
    birthday: 'birthday',
    contact: 'contact',
    owner: 'owner',
    amount: 'amount',
    stage: 'stage',
    renewal: 'renewal',
    next: 'next step',
    last: 'last contact',
    none: (name: string, field: string) => `${name}: no ${field} on record.`,
    and: ', ',
    more: (count: number) => `and ${count} more`,
  },
});

const NOUNS: Record<FileField, { zh: string; en: string }> = {
  phone: { zh: '电话|手机|联系方式|号码', en: 'phone|number|mobile|cell|tel' },
  email: { zh: '邮箱|邮件地址|email|e-mail', en: 'e-?mail(?: address)?|mail' },
  birthday: { zh: '生日', en: 'birthday|bday' },
  contact: { zh: '联系人|对接人|接口人|找谁|谁(?:在)?对接', en: 'contacts?(?: person)?|point of contact' },
  owner: { zh: '负责人|谁(?:在)?(?:跟|负责)|归谁|是谁的', en: 'owner|account manager|rep' },
  amount: { zh: '金额|多少钱|报价|价格|报[了的过]价?(?=多少|什么价|啥价)', en: 'amount|value|price|deal size' },
  stage: { zh: '阶段|到哪(?:一)?步|进展到哪', en: 'stage' },
  renewal: {
    zh: '(?:合同|服务|协议)?(?:的)?(?:什么时候|何时|哪天|几号|几时)?(?:到期|期满|续约|续签|续费)(?:日|日期|时间)?',
    en: 'renewal(?: date)?|(?:contract )?(?:end|expiry)(?: date)?',
  },
  next: { zh: '下一步|待办|接下来', en: 'next steps?' },
  last: {
    zh: '(?:上一?次|上回|最近一次|最后一次)(?:是)?(?:什么时候|啥时候|何时|哪天|几号)?(?:联系|拜访|沟通|见面|聊|见|去|说|谈)?(?:的|过|了)?(?:啥)?',
    en: 'last (?:contact|call|visit|meeting|touch)',
  },
};
const ZH_END = String.raw`(?:号码|号)?(?:是(?:多少|什么|啥|谁|哪天|几号|哪个)?|多少|什么|呢|了|吗|给我)*[??。\s]*$`;
const EN_QUESTION: Partial<Record<FileField, RegExp>> = {
  contact: /^who(?:'s| is| are| do (?:we|i))? (?:the |my |our )?(?:contacts?|(?:talk|speak) to)\b/iu,
  owner: /^who (?:owns|handles|has)\b|^whose\b/iu,
  renewal:
    /^when (?:does|do|is|will|are) .{1,60} (?:contract|agreement|renewal|subscription|renew|expire|due for renewal)\b/iu,
  next: /^what(?:'s| is) next\b/iu,
  last: /^(?:when (?:did|have|had)|what (?:did|have)) (?:we|i|they) .{0,12}\b(?:last|speak|talk|agreed?|say|promised?|discuss)\b/iu,
  amount: /^how (?:much|big) is\b/iu,
};

const ZH_OWNER = /^谁(?:在|是)?(?:负责|跟进?|管)(?:的)?([^\s,,。;;!!??]{1,30}?)(?:的(?:人|单子|项目))?[??。\s]*$/u;

/** How a question is built that is about one field. */
const QUESTIONS = FIELDS.map((field) => {
  const { zh, en } = NOUNS[field];
  const begun = String.raw`(?:what(?:'s| is| are)|show(?: me)?|give me)\s+`;
  const forms = [
    new RegExp(`(?:${zh})${ZH_END}`, 'iu'),
    new RegExp(String.raw`\b(?:${en})[?.\s]*$`, 'iu'),
    new RegExp(String.raw`^(?:${begun})?(?:the\s+)?(?:${en})\s+(?:of|for|at|with|on)\b`, 'iu'),
    EN_QUESTION[field] ?? [],
    field === 'owner' ? ZH_OWNER : [],
  ];
  return { field, forms: forms.flat() };
});

/** The one field that a short question is about; null where it is about the customer. */
export function fieldAsked(text: string): FileField | null {
  const said = text.normalize('NFKC').trim();
  if (said.length > 60) return null;
  return QUESTIONS.find(({ forms }) => forms.some((form) => form.test(said)))?.field ?? null;
}

const ZH_NAME = new RegExp(
  `^(?:请问)?([^\\s,,。;;!!??的]{1,30}?)(?:那边|这边)?的?(?:${FIELDS.map((field) => NOUNS[field].zh).join('|')})${ZH_END}`,
  'iu',
);
const EN_NAME = new RegExp(
  String.raw`^(?:what(?:'s| is)\s+)?([^,;?!]{1,60}?)(?:['’]s)?\s+(?:${FIELDS.map((field) => NOUNS[field].en).join('|')})[?.\s]*$`,
  'iu',
);
const EN_OWNER = /^who (?:owns|handles|has|looks after)\s+([^,;?!]{1,60}?)[?.\s]*$/iu;

/** The name of which a short question asks one field, as typed: 腾云电话, who owns Alderbank; null where there is none. */
export function nameOfField(text: string): string | null {
  const said = text.normalize('NFKC').trim();
  const found = [ZH_NAME, ZH_OWNER, EN_OWNER, EN_NAME].map((form) => form.exec(said)?.[1]).find((name) => name);
  return found?.trim() ?? null;
}

/** Answers one field in one line, of several values what one line would cut a line each. `contact`: the person who was named, for what belongs to a person. */
export function oneField(file: AccountFile, field: FileField, contact: string | null, reader: FileReader): string {
  const words = texts(reader.locale);
  const people = file.contacts.filter(({ _id, leftOn }) => (contact === null ? leftOn == null : _id === contact));
  const values = valuesOf({ ...file, contacts: people }, field, reader);
  const [only] = people;
  const whom = contact !== null && only !== undefined ? only.name : shortName(file.account);
  if (values.length === 0) return words.none(whom, words[field]);
  const head: Part[] = [soft(shortName(file.account)), words[field]];
  if (values.length === 1 || rowsOf([shortName(file.account), words[field], values.join(words.and)].join(' · ')) <= 2)
    return listRow([...head, soft(values.join(words.and))]);
  const rest = values.length - MOST_VALUES;
  const lines = [listRow(head), ...values.slice(0, MOST_VALUES), ...(rest > 0 ? [words.more(rest)] : [])];
  return fitted(lines, MOST_ROWS).join('\n');
}

const LAST_CONTACTS = 2;
/** In columns, of which a 汉字 takes two. */
const NOTE_WIDTH = 200;
const MOST_ROWS = 8;
/** Of them, beside the head and how many more there are. */
const MOST_VALUES = 6;

/** The end of a contract is kept as a step of that day. */
const RENEWAL = /续约|续费|续签|续保|到期|\brenew/iu;

function valuesOf(
  { contacts, deals, tasks, interactions, ownerName }: AccountFile,
  field: FileField,
  reader: FileReader,
): string[] {
  const { locale, today, stages } = reader;
  const open = deals.filter(({ stage }) => !isClosed(stage));
  const shown = open.length > 0 ? open : deals.slice(0, 1);
  const named = (name: string, value: string) => (shown.length > 1 ? `${name} ${value}` : value);
  switch (field) {
    case 'phone':
    case 'email':
    case 'birthday':
      return contacts.flatMap((person) => personValue(person, field, reader));
    case 'contact':
      return contacts.map(({ name, title }) => (title == null ? name : `${name} ${title}`));
    case 'owner':
      return [ownerName];
    case 'amount':
      return shown.flatMap(({ name, amount, currency }) =>
        amount === null || currency === null ? [] : [named(name, moneyText(amount, currency, locale))],
      );
    case 'stage':
      return shown.map(({ name, stage }) => named(name, stageLabel(stages, stage, locale)));
    case 'renewal':
      return tasks
        .filter(({ title }) => RENEWAL.test(title))
        .flatMap(({ day }) => (day === null ? [] : [dayText(day, locale, today)]))
        .slice(0, 1);
    case 'next':
      return tasks.slice(0, 1).map(({ day, time, title }) => {
        const when = day === null ? [] : [dayText(day, locale, today), ...(time === null ? [] : [time])];
        return [...when, title].join(' ');
      });
    case 'last':
      return interactions.slice(0, LAST_CONTACTS).map(({ day, kind, note }) => {
        const what = `${nearDayText(day, locale, today)} ${kindLabel(kind, locale)}`;
        return `${what} · ${clip(note.replaceAll('\n', ' / '), NOTE_WIDTH)}`;
      });
  }
}

function personValue(person: Contact, field: 'phone' | 'email' | 'birthday', { locale }: FileReader): string[] {
  const { birthday } = person;
  const value = field === 'birthday' ? birthday && birthdayText(birthday, locale) : person[field];
  return value == null ? [] : [`${person.name} ${value}`];
}
