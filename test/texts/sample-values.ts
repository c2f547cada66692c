import type { Locale } from '../../src/chat/texts.ts';

type Sample = Record<Locale, readonly unknown[]>;

const both = (...values: unknown[]): Sample => ({ zh: values, en: values });
const customer: Sample = {
  zh: ['腾云', '苏州晨耀精密机械制造有限公司'],
  en: ['Alderbank', 'Northumberland Castings Ltd'],
};
const person: Sample = { zh: ['陈敏', '欧阳明月'], en: ['Emma', 'Alexandra Featherstone'] };
const day: Sample = { zh: ['今天', '2027/12/22 周三'], en: ['today', 'Wed Dec 22, 2027'] };
const step: Sample = {
  zh: ['拜访', '把最新的方案和报价单发过去'],
  en: ['Visit', 'Send the latest proposal and quote'],
};
const team: Sample = { zh: ['一组', '华东大客户组'], en: ['North', 'Enterprise West'] };
const count = both(1, 12_345);
const field: Sample = { zh: ['金额', '预计成交'], en: ['amount', 'close date'] };
const amount: Sample = { zh: ['80万', 'US$1.23亿'], en: ['$80K', 'CN¥123.45M'] };
const clock = both('15:00');
const code = both('E1', 'missing_scope');

/** Short and long values of every parameter that a text may have, by the parameter's name. */
export const SAMPLES: Record<string, Sample> = {
  name: customer,
  customer,
  mention: customer,
  alias: { zh: ['大T', '华东那家老朋友'], en: ['Big T', 'Our Friends Up North'] },
  company: customer,
  names: person,
  by: person,
  owner: person,
  writer: person,
  admin: person,
  manager: person,
  who: person,
  user: both('u1', 'U07ABCDEFGH'),
  heir: person,
  added: person,
  role: { zh: ['销售', '管理员'], en: ['rep', 'manager'] },
  day,
  when: day,
  until: day,
  back: day,
  most: both(5, 90),
  title: step,
  step,
  titles: step,
  what: field,
  field,
  note: step,
  words: step,
  team,
  teams: team,
  from: { zh: ['一组', '需求分析'], en: ['North', 'Negotiation'] },
  to: { zh: ['二组', '商务谈判'], en: ['South', 'Negotiation'] },
  amount,
  value: amount,
  choices: { zh: ['2/28 还是 3/1', '80万 还是 120万'], en: ['Feb 28 or Mar 1', '$80K or $120K'] },
  choice: customer,
  stage: { zh: ['需求分析', '商务谈判'], en: ['Needs', 'Negotiation'] },
  adapter: both('web', 'wecom-app'),
  code,
  currency: { zh: ['美元', '新加坡元'], en: ['CNY'] },
  own: { zh: ['人民币', '新加坡元'], en: ['USD'] },
  of: both('1', '100'),
  rate: both('7.2', '100=4.7'),
  figures: both('7.2', '155.25→155.75'),
  hour: clock,
  time: clock,
  at: { zh: ['12/2 周三 15:00'], en: ['Wed Dec 2 15:00'] },
  zone: both('UTC', 'America/Argentina/Buenos_Aires'),
  kind: { zh: ['电话', '邮件'], en: ['Call', 'Meeting'] },
  state: { zh: ['该跟进', '久未跟进'], en: ['To do', 'Stale'] },
  first: customer,
  columns: { zh: ['备注', '备注、来源、邮编、网址'], en: ['notes', 'notes, source, postcode, website'] },
  cell: both('', '2026-13-45'),
  sheets: { zh: ['客户', '华东客户、华南客户'], en: ['Customers', 'Customers East, Customers South'] },
  phone: both('12345', '+861380013800012'),
  some: { zh: ['金额', '拜访、金额'], en: ['amount', 'visit, amount'] },
  facts: { zh: ['80万,12天'], en: ['$80K, 12 days'] },
  calendar: { zh: ['公历', '农历闰八月十五'], en: ['solar', 'lunar leap 8/15'] },
  away: { zh: ['就是今天', '还有12天'], en: ['today', 'in 12 days'] },
  leap: both(false, true),
  month: both(8, 12),
  parts: {
    zh: [['腾云', '拜访']],
    en: [['Alderbank', 'Visit']],
  },
  head: customer,
  label: { zh: ['完成', '先放着'], en: ['Done', 'None of these'] },
  format: both('2'),
  link: both('https://genjin.example.com/f/7K2M9Q4X'),
  where: customer,
  places: both(1, 500),
  left: both(1, 500),
  tail: both('7K2M'),
  topic: { zh: ['生日', '久未跟进'], en: ['birthdays', 'stale deals'] },
  year: { zh: ['2027'], en: ['2027'] },
  topics: { zh: ['生日', '生日、久未跟进、重点客户'], en: ['birthdays', 'birthdays, stale deals, key customers'] },
  place: { zh: ['长安'], en: ['Atlantis'] },
  before: both(null, 120),
  last: day,
  leads: { zh: ['7、1'], en: ['7, 1'] },
  text: { zh: ['腾云,最后 11/20 周五'], en: ['Alderbank, last contact Fri Nov 20'] },
  how: { zh: ['按[暂停]', '主管在群里说「关闭本群提醒」'], en: ['say “no open questions”'] },
  ...Object.fromEntries(
    'count number n fresh known unclear done all accounts deals steps line rows cells sum kilobytes won lost'
      .split(' ')
      .map((name) => [name, count]),
  ),
  ...Object.fromEntries('days workdays minutes tries'.split(' ').map((name) => [name, both(1, 365)])),
};

/** Parameters that are one of a few words of ours, by text and parameter. */
export const WORDS_OF_OURS: Record<string, readonly unknown[]> = {
  'waits state': ['running', 'undoing', 'restoring'],
  'left why': ['noName', 'lastContact'],
  'reason why': ['noName', 'lastContact'],
  'refused why': ['tooManyRows', 'tooBig', 'encoding', 'broken', 'oldExcel'],
  'offline from': ['10:00'],
  'offline until': ['10:39'],
  'joined name': ['陈敏', 'Alexandra Featherstone'],
  'welcome name': ['陈敏', 'Alexandra Featherstone'],
  'notYours name': ['陈敏', 'Alexandra Featherstone'],
  'known name': ['陈敏', 'Alexandra Featherstone'],
  'closedWith names': [['陈敏'], ['陈敏', '欧阳明月', '林悦']],
};
