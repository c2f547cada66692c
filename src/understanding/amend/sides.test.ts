import { createNameDirectory } from '../people/create-name-directory.ts';
import { understand } from '../understand.ts';
import { amend } from './amend.ts';
import type { PreviousRecord } from './previous-record.ts';

const directory = createNameDirectory({
  accounts: [
    { name: '深圳腾云科技有限公司', aliases: ['腾云'], contacts: [{ name: '王立', aliases: ['王总'] }] },
    {
      name: 'Alderbank Credit Union',
      aliases: ['Alderbank'],
      contacts: [{ name: 'Priya Nathwani-Cole', aliases: ['Priya'] }],
    },
  ],
  users: [],
});
const monday = { id: '1', at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };

function record(text: string): PreviousRecord {
  const read = understand({ ...monday, text }, directory);
  const named = (one: { id: string | null; name: string | null }) =>
    one.id && one.name ? [{ id: one.id, name: one.name }] : [];
  return {
    day: '2026-11-23',
    account: read.account ? (named(read.account)[0] ?? null) : null,
    contacts: read.contacts.flatMap(named),
    interaction: read.interaction,
    opportunity: read.opportunity,
    tasks: read.tasks,
  };
}

const chinese = record('刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去');
const english = record('Call with Priya at Alderbank, wants pricing for 40 seats by Thu');
const said = (previous: PreviousRecord, text: string) => amend(previous, { ...monday, text }, directory);
const change = (change: object) => ({ kind: 'change', changes: [change] });

test('a figure alone takes the unit of the amount that it corrects; where none comes near it is asked', () => {
  for (const text of [
    '把刚才说的预算改成90',
    '金额改90',
    '80→90',
    '报价是90不是80',
    '把80万改成９０',
    '不是八十万,是90',
  ])
    expect([text, said(chinese, text)]).toMatchObject([text, change({ field: 'opportunity.amount', to: 900_000 })]);
  const priced = record('Call with Priya at Alderbank, quoted $80k');
  for (const text of ['change the quote to 85', '85 not 80', 'change 80k to 85k', 'quote shoud be 85', 'not 80 but 85'])
    expect([text, said(priced, text)]).toMatchObject([text, change({ to: 85_000, currency: 'USD' })]);
  expect(said(chinese, '金额改成800')).toMatchObject({ kind: 'ask', choices: [{ to: 8_000_000 }] });
  expect(said(chinese, '报价改成3点再说')).toBeNull();
});

test('the currency alone is corrected, and the amount stands', () => {
  for (const text of ['改成美元', '单位是美金', '应该是美元不是人民币', '80万是美元'])
    expect([text, said(chinese, text)]).toEqual([
      text,
      change({ field: 'opportunity.amount', to: 800_000, currency: 'USD' }),
    ]);
  const priced = record('Call with Priya at Alderbank, quoted $80k');
  for (const text of ["that's euros not dollars", 'make it EUR', '80k euros'])
    expect([text, said(priced, text)]).toMatchObject([text, change({ to: 80_000, currency: 'EUR' })]);
  expect(said(chinese, '他们用美元付')).toBeNull();
});

test('what was told as lost or won and is not so goes back, and may rest instead', () => {
  const lost = record('腾云丢了,选了竞品');
  expect(said(lost, '说错了,没丢,是暂停')).toEqual({
    ...change({ field: 'opportunity.reopened', to: 'before' }),
    rests: true,
  });
  expect(said(lost, '不是丢单是赢单')).toEqual(change({ field: 'opportunity.stage', to: 'won' }));
  expect(said(record('Alderbank signed, 50k'), "wait, they haven't signed")).toEqual(
    change({ field: 'opportunity.reopened', to: 'before' }),
  );
  const won = record('腾云签了,50万');
  for (const text of ['还没签,口头答应的', '哦不,还没呢,口头的', 'oops not yet, verbal only'])
    expect(said(won, text)).toEqual({ ...change({ field: 'opportunity.reopened', to: 'before' }), remark: text });
  expect(said(won, '合同还没回来')).toBeNull();
  // News of a deal of which no outcome was told.
  expect(said(chinese, '还没丢')).toBeNull();
});

test('a name that nobody knows takes the place of the customer, or of the person who is denied', () => {
  const to = (mention: string) => ({ to: { mention, id: null } });
  for (const [text, mention] of [
    ['客户改成云帆科技', '云帆科技'],
    ['不是腾云,是成都银行', '成都银行'],
    ['记到华为名下', '华为'],
  ] as const)
    expect([text, said(chinese, text)]).toMatchObject([text, change({ field: 'account', ...to(mention) })]);
  const bare = record('Alderbank went with a competitor');
  for (const text of ['no wait, that was Globex', 'not Alderbank, Globex', 'wrong customer, Globex'])
    expect([text, said(bare, text)]).toMatchObject([text, change({ field: 'account', ...to('Globex') })]);
  expect(said(english, 'it was Jim, not Priya')).toMatchObject(change({ field: 'contact', index: 0, ...to('Jim') }));
  // With a person on record the words alone do not tell which of the two it is.
  expect(said(english, 'sorry, Globex')).toMatchObject({
    kind: 'ask',
    choices: [{ field: 'account' }, { field: 'contact' }],
  });
  for (const text of ['no, he wants Excel', '不对,他们想要发票'])
    expect([text, said(english, text)]).not.toMatchObject([text, { changes: [{ field: 'account' }] }]);
});
