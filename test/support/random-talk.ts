import { tengyun } from './sales-team.ts';

/** Choices that a seed decides. */
export interface Chooser {
  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number;
  one<T>(list: readonly T[]): T;
  chance(share: number): boolean;
}

/** Source: mulberry32, a 32-bit generator in the public domain. */
export function chooser(seed: number): Chooser {
  let state = seed * 0x9e3779b9;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const between = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { between, one: (list) => list[between(0, list.length - 1)] as never, chance: (share) => next() < share };
}

/** Somebody of the team who talks, and whom they talk of. */
export interface Rep {
  id: string;
  locale: 'zh' | 'en';
  /** The word that takes back, typed or on a button. */
  undo: string;
  firms: { alias: string; contact: string }[];
}

const deal = (units: number, currency = 'CNY') => ({
  units,
  currency,
  stage: 'needs' as const,
  touchedAt: '2026-11-20T10:00:00+08:00',
});

/** Customers with a deal and without, for `fillTeam`. */
export const customers = [
  tengyun,
  {
    name: '宁波海拓物流有限公司',
    alias: '海拓物流',
    owner: 'lin',
    contacts: [{ name: '罗海生', alias: '罗总' }],
    deal: deal(420_000),
  },
  {
    name: '苏州晨耀精密机械有限公司',
    alias: '晨耀',
    owner: 'zhang',
    contacts: [{ name: '赵敬尧', alias: '赵总' }],
    deal: deal(180_000),
  },
  { name: '福州闽岚茶业有限公司', alias: '闽岚', owner: 'zhang', contacts: [{ name: '叶青竺', alias: '叶总' }] },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    contacts: [{ name: 'Priya Nair', alias: 'Priya' }],
    deal: deal(52_000, 'USD'),
  },
  {
    name: 'Tern Island Ferries Ltd',
    alias: 'Tern Island',
    owner: 'emma',
    contacts: [{ name: 'Callum Reid', alias: 'Callum' }],
  },
];

const firmsOf = (owner: string) =>
  customers
    .filter((customer) => customer.owner === owner)
    .map(({ alias, contacts: [contact] }) => ({ alias, contact: contact?.alias ?? '' }));

export const reps: readonly Rep[] = [
  { id: 'lin', locale: 'zh', undo: '撤销', firms: firmsOf('lin') },
  { id: 'zhang', locale: 'zh', undo: '撤销', firms: firmsOf('zhang') },
  { id: 'emma', locale: 'en', undo: 'Undo', firms: firmsOf('emma') },
];

/** Firms that nobody has spoken of before. */
const strangers: Record<Rep['locale'], string[]> = {
  zh: ['北辰科技', '朗月电子', '鸿宇机械', '青禾食品', '远航物流', '金穗农业', '天枢仪器', '百川化工'],
  en: ['Larkfield Ltd', 'Quillon Inc', 'Sable Mining Corp', 'Mistral Solar', 'Kestrel Avionics', 'Harbour Foods Ltd'],
};

interface Named {
  firm: string;
  who: string;
  stranger: string;
  sum: number;
  digits: number;
}

type Phrase = (named: Named) => string;

const notes: Record<Rep['locale'], Phrase[]> = {
  zh: [
    ({ firm, who, sum }) => `今天下午跟${firm}的${who}通了电话,对${sum}万报价有点犹豫,下周三下午3点再去拜访`,
    ({ firm, who, sum }) => `拜访了${firm},${who}说预算${sum}万`,
    ({ firm, who }) => `刚跟${firm}的${who}见面,聊得不错,周五给他发方案`,
    ({ firm, sum }) => `${firm}签了,${sum}万`,
    ({ firm }) => `${firm}丢单了,嫌贵`,
    ({ firm, who, digits }) => `${firm}的${who}电话1380000${digits}`,
    ({ firm, who }) => `${firm}的${who}生日是8月15号`,
    ({ firm }) => `${firm}是重点客户`,
    ({ firm }) => `明天上午10点给${firm}打电话`,
    ({ stranger, sum }) => `跟新客户${stranger}的刘总见面,想要${sum}万的设备`,
  ],
  en: [
    ({ firm, who, sum }) =>
      `Call with ${who} at ${firm} this afternoon, hesitant about the ${sum}k quote, visit next Wednesday at 3pm`,
    ({ firm, who, sum }) => `Met ${who} from ${firm}, budget is $${sum}k`,
    ({ firm, who }) => `Met ${who} at ${firm}, went well, send the proposal on Friday`,
    ({ firm, sum }) => `${firm} signed, $${sum}k`,
    ({ firm }) => `We lost ${firm}, too expensive`,
    ({ firm, who, digits }) => `${who} at ${firm}: phone +44 20 7946 ${digits}`,
    ({ firm, who }) => `${who} at ${firm} has her birthday on Aug 15`,
    ({ firm }) => `${firm} is a key account`,
    ({ firm }) => `Call ${firm} tomorrow at 10am`,
    ({ stranger, sum }) => `New client ${stranger}, met Sarah Osei, wants kit for $${sum}k`,
  ],
};

const corrections: Record<Rep['locale'], Phrase[]> = {
  zh: [
    ({ sum }) => `不是,是${sum}万`,
    () => '是周四',
    () => '改成拜访',
    () => '对了,下周一给他发合同',
    () => '他生日是9月2号',
    ({ firm }) => `是${firm}`,
  ],
  en: [
    ({ sum }) => `no, make it ${sum}k`,
    () => 'no, Friday',
    () => 'it was a visit',
    () => 'also, send the contract next Monday',
    () => 'her birthday is Sep 2',
    ({ firm }) => `it was ${firm}`,
  ],
};

function say(choose: Chooser, rep: Rep, phrases: readonly Phrase[]): string {
  const { alias, contact } = choose.one(rep.firms);
  return choose.one(phrases)({
    firm: alias,
    who: contact,
    sum: choose.between(20, 99),
    digits: choose.between(1000, 9999),
    stranger: choose.one(strangers[rep.locale]),
  });
}

/** Something that a rep tells of one of their customers. */
export const message = (choose: Chooser, rep: Rep): string => say(choose, rep, notes[rep.locale]);

/** What a rep may say next about what they have just told. */
export const correction = (choose: Chooser, rep: Rep): string => say(choose, rep, corrections[rep.locale]);
