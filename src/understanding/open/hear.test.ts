import { createNameDirectory } from '../people/create-name-directory.ts';
import { understand } from '../understand.ts';
import { hear } from './hear.ts';

const directory = createNameDirectory({
  accounts: [
    { name: '深圳腾云科技有限公司', aliases: ['腾云'], contacts: [{ name: '王立', aliases: ['王总'] }] },
    { name: 'Alderbank Credit Union', aliases: ['Alderbank'], contacts: [{ name: 'Priya Nair', aliases: ['Priya'] }] },
  ],
  users: [{ name: '张伟', aliases: ['小张'] }],
});
const monday = { id: '1', at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
const said = (text: string) => hear({ ...monday, text }, directory, (input) => understand(input, directory));
const doubts = async (text: string) =>
  (await said(text)).remarks.doubts.map(({ choices }) => [choices[0]?.field, ...choices.map(({ to }) => to)]);

test.each([
  ['2月30日再去拜访腾云', [['task.date', '2027-02-28', '2027-03-01']]],
  ['跟腾云王总聊了,报价80万或者85万', [['opportunity.amount', 800_000, 850_000]]],
  ['跟腾云王总聊了,报价80或85万', [['opportunity.amount', 800_000, 850_000]]],
  ['跟腾云王总聊了,周四还是周五再去拜访', [['task.date', '2026-11-26', '2026-11-27']]],
  ['跟腾云王总聊了,11月31日前签约', [['opportunity.closeDate', '2026-11-30', '2026-12-01']]],
  ['Called Priya at Alderbank, quoted 80k or 85k', [['opportunity.amount', 80_000, 85_000]]],
  ['腾云这单可能丢了', [['opportunity.stage', 'lost']]],
  ["Alderbank: they're going with someone else, maybe", [['opportunity.stage', 'lost']]],
  ['Alderbank 60k? not sure', [['opportunity.amount', 60_000]]],
  ['腾云好像是60万', [['opportunity.amount', 600_000]]],
  ['腾云报价60万,不太确定', [['opportunity.amount', 600_000]]],
])('%s leaves open which', async (text, expected) => {
  expect(await doubts(text)).toEqual(expected);
});

test.each([
  '刚跟腾云王总打完电话 80万嫌贵 下周三下午3点再去',
  '腾云报价80万,王总想压到75万',
  '跟腾云王总通了电话,报价从80万降到75万',
  '腾云报价发了',
  'Call with Priya at Alderbank, wants pricing for 40 seats by Thu',
])('%s leaves nothing open', async (text) => {
  expect(await doubts(text)).toEqual([]);
});

test('what is open is blank, and the rest is as it was read', async () => {
  const heard = await said('跟腾云王总聊了,报价80万或者85万');
  expect(heard.opportunity).toMatchObject({ amount: null, currency: null, stage: 'proposal' });
  expect((await said('2月30日下午3点再去拜访腾云')).tasks).toMatchObject([{ date: null, time: '15:00' }]);
});

test.each([
  ['腾云年后再看', '2027-02-13'],
  ['跟腾云王总聊了,三个月后再说', '2027-02-23'],
  ['腾云先暂停到3月', '2027-03-01'],
  ['Alderbank on hold until March', '2027-03-01'],
  ['pause Alderbank until March', '2027-03-01'],
  ['put Alderbank on ice until March', '2027-03-01'],
  ['Alderbank want to wait until after Chinese New Year', '2027-02-13'],
  ['called Alderbank, they would rather leave it until March', '2027-03-01'],
  ['Alderbank is not interested for now, maybe in Q2', '2027-04-01'],
  ['Alderbank has no budget this year, revisit in Feb', '2027-02-01'],
  ['腾云那边暂停了,等明年3月', '2027-03-01'],
  ['腾云没预算,可能等明年', '2027-01-01'],
  ['Alderbank is waiting for the March budget', null],
  ['Alderbank wants to wait until Thursday', null],
  ['约了腾云王总年后再聊', null],
  ['腾云王总周五再看方案', null],
])('%s rests until %s', async (text, until) => {
  expect((await said(text)).remarks.pausedUntil).toBe(until);
});

test.each([
  ['腾云不做了没预算', '没预算'],
  ['腾云丢了,价格太高', '价格太高'],
  ['因为预算砍了,腾云这单黄了', '预算砍了'],
  ['Alderbank lost, no budget', 'no budget'],
  ['Alderbank is going with someone else, price', 'price'],
  ['lost Alderbank to a competitor on price', 'to a competitor on price'],
  ['Alderbank chose a cheaper vendor', 'chose a cheaper vendor'],
  ['腾云的单子输给了用友', '输给了用友'],
  ['腾云的项目取消了', '项目取消了'],
  ['腾云丢了,对接人离职没人管了', '对接人离职没人管了'],
  ['腾云还是用老系统', '还是用老系统'],
  ['Alderbank passed on us, too small', 'too small'],
  ['Alderbank went dark, lost it', 'went dark'],
  ['Alderbank kept what they have', 'kept what they have'],
  ['Alderbank ghosted us, closing as lost', 'ghosted us'],
  ['Alderbank went with Oracle because of the integrations', 'the integrations'],
  ['Alderbank went with option B', null],
  ['腾云报价发了', null],
])('%s: the reason is %s', async (text, reason) => {
  expect((await said(text)).remarks.lostReason).toBe(reason);
});

test.each([
  ['腾云王总离职了,现在由周经理对接', '王总', '周经理'],
  ['Priya at Alderbank has left, replaced by Tom Reed', 'Priya', 'Tom Reed'],
  ['腾云王总不在了,换成周经理对接', '王总', '周经理'],
  ['Priya at Alderbank retired', 'Priya', undefined],
  ['腾云王总走了一会儿就回来了', undefined, undefined],
  ['Priya at Alderbank left a message', undefined, undefined],
])('%s: %s is followed by %s', async (text, gone, now) => {
  const { succession } = (await said(text)).remarks;
  expect([succession?.gone?.mention, succession?.now?.mention]).toEqual([gone, now]);
});

test.each([
  ['腾云王总离职了,现在是孙伟对接,13711112222', '孙伟', '+8613711112222'],
  ['孙伟接替腾云王总,电话13711112222', '孙伟', '+8613711112222'],
  ['Priya at Alderbank is leaving, Ken Wood takes over, +44 20 7946 0000', 'Ken Wood', '+442079460000'],
  ["Priya at Alderbank left, now it's Peter Hall, +61 412 345 678", 'Peter Hall', '+61412345678'],
])('%s: the number is that of %s', async (text, contact, phone) => {
  expect((await said(text)).contactFacts).toMatchObject([{ contact, phone }]);
});
