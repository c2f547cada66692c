import type { UnderstandProposal } from '../../../prompts/understand/prompt.ts';
import type { LanguageModel } from '../../ports/language-model.ts';
import { readMessage } from '../intent/reading.ts';
import { createNameDirectory } from '../people/create-name-directory.ts';
import { understand } from '../understand.ts';
import type { MessageInput, Understanding } from '../understanding.ts';
import { bearOut } from './bear-out.ts';
import { maskText } from './mask-text.ts';
import { understandWithModel } from './understand-with-model.ts';

const directory = createNameDirectory({
  accounts: [
    { name: '苏州澄湾智能装备有限公司', aliases: ['澄湾'], contacts: [{ name: '裴若舟', aliases: ['裴总'] }] },
    { name: '苏州澄海智能装备有限公司', aliases: ['澄海'], contacts: [] },
  ],
  users: [{ name: '顾明远', aliases: ['老顾'] }],
});

const NOTHING: UnderstandProposal = {
  intent: null,
  account: null,
  contacts: [],
  contact: null,
  amount: null,
  stage: null,
  closing: null,
  tasks: [],
  period: null,
};

const input = (text: string, sees?: (account: string) => boolean): MessageInput => ({
  id: 'm1',
  text,
  at: '2026-11-23T10:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  lang: 'zh',
  ...(sees === undefined ? {} : { context: { sees } }),
});

/** What the rules and a model that answers so make of a text together. */
async function read(text: string, proposal: Partial<UnderstandProposal>, sees?: (account: string) => boolean) {
  const model: LanguageModel = {
    async propose<T>() {
      return { ...NOTHING, ...proposal } as T;
    },
  };
  return understandWithModel(input(text, sees), directory, model);
}

const told = { kind: 'meeting', words: '唠了半天', when: null } as const;

test.each<[string, string, Partial<UnderstandProposal>, (read: Understanding) => unknown, unknown]>([
  [
    'a step with the day that its words come to',
    '跟裴总唠了半天,礼拜四把清单给他补上',
    { tasks: [{ words: '把清单给他补上', when: '礼拜四', who: null }] },
    (one) => one.tasks[0]?.date,
    '2026-11-26',
  ],
  [
    'a contact on the day that its words come to',
    '前天跟裴总唠了半天',
    { contact: { ...told, when: '前天' } },
    ({ interaction }) => interaction,
    { kind: 'meeting', date: '2026-11-21', time: null },
  ],
  [
    'a day by which it is to be signed',
    '跟裴总唠了半天,说月底能走完他们的流程',
    { closing: '月底' },
    ({ opportunity }) => opportunity?.closeDate,
    '2026-11-30',
  ],
])('fills in %s', async (_name, text, proposal, slot, expected) => {
  expect(slot(await read(text, proposal))).toEqual(expected);
});

test.each<[string, string, Partial<UnderstandProposal>]>([
  ["the customer's own figure", '跟裴总唠了半天,他只肯出70万', { amount: '70万' }],
  [
    'a stage under a condition',
    '跟裴总唠了半天,要是预算批了就谈价格',
    { stage: { value: 'negotiation', words: '谈价格' } },
  ],
  ['a stage that is denied', '跟裴总唠了半天,还没谈价格', { stage: { value: 'negotiation', words: '还没谈价格' } }],
  [
    'a step under a condition',
    '跟裴总唠了半天,如果批了就把合同寄过去',
    { tasks: [{ words: '把合同寄过去', when: null, who: null }] },
  ],
  ['a day gone by as a day to sign', '上周五跟裴总唠了半天', { closing: '上周五' }],
  ['a day as a company', '跟裴总唠了半天,礼拜四再说', { account: '礼拜四' }],
  ['a colleague as a contact', '跟老顾唠了半天澄湾的事', { contacts: ['[COL1]'] }],
])('leaves out %s', async (_name, text, proposal) => {
  const rules = understand(input(text), directory);
  expect({ ...(await read(text, proposal)), evidence: rules.evidence }).toEqual(rules);
});

test('a contact takes place today at the latest, whatever day is pointed at', () => {
  const message = input('跟裴总唠了半天,后天再约,前天也唠过');
  const borne = bearOut(readMessage(message, directory), directory, maskText(message.text, []));
  const on = (when: string | null) => borne.interaction({ ...told, when })?.value.date;
  expect([on(null), on('后天'), on('前天'), on('2026-01-01')]).toEqual([
    '2026-11-23',
    '2026-11-23',
    '2026-11-21',
    '2026-11-23',
  ]);
});

test('an account that the sender may not know of is words, not a record', async () => {
  const seen = await read('跟澄海唠了半天', { account: '[ORG1]', contact: told });
  expect(seen.account).toMatchObject({ name: '苏州澄海智能装备有限公司' });
  const hidden = await read('跟澄海唠了半天', { account: '[ORG1]', contact: told }, () => false);
  expect(hidden.account?.id ?? null).toBeNull();
  expect(hidden.account?.candidates ?? []).toEqual([]);
});

test('a deal that the rules are sure of keeps every value it has', async () => {
  const text = '跟裴总唠了半天,我们报了80万,年底能定';
  const rules = understand(input(text), directory);
  expect(rules.opportunity).toMatchObject({ amount: 800_000 });
  const both = await read(text, { amount: '80万', stage: { value: 'contacted', words: '唠了半天' }, closing: '年底' });
  expect(both.opportunity).toEqual(rules.opportunity);
});
