import { createNameDirectory } from '../people/create-name-directory.ts';
import { understand } from '../understand.ts';

const directory = createNameDirectory({
  accounts: [
    { name: '重庆渝达机械有限公司', aliases: ['渝达'], contacts: [{ name: '蒋明', aliases: ['蒋总'] }] },
    { name: 'Alderbank Credit Union', aliases: ['Alderbank'], contacts: [] },
  ],
});
const read = (text: string) =>
  understand({ id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' }, directory);

test.each([
  ['后天下午3点去渝达签合同', { title: '去渝达签合同', date: '2026-11-25', time: '15:00' }],
  ['后天下午3点去渝达拜访签合同', { title: '去渝达拜访签合同', date: '2026-11-25', time: '15:00' }],
  [
    'Going to Alderbank on Tuesday at 3pm to sign the contract',
    { title: 'Going to Alderbank to sign the contract', date: '2026-11-24', time: '15:00' },
  ],
  ['Meeting on Feb 30 with Alderbank', { title: 'Meeting with Alderbank', date: null }],
  ['Meeting at Alderbank 2/3 at 11', { title: 'Meeting at Alderbank', date: '2027-03-02', time: '11:00' }],
])('%s: a step, and no contact that took place', (text, step) => {
  expect(read(text)).toMatchObject({ interaction: null, tasks: [step] });
});

test('told on the phone that they come to sign: the call and the step', () => {
  expect(read('渝达蒋总打电话说后天上午来公司签合同')).toMatchObject({
    interaction: { kind: 'call', date: '2026-11-23' },
    tasks: [{ title: '来公司签合同', date: '2026-11-25', time: null }],
  });
});

test('a signing that is merely expected is no step', () => {
  expect(read('渝达预计后天签合同')).toMatchObject({ opportunity: { closeDate: '2026-11-25' }, tasks: [] });
  expect(read('渝达蒋总说下周来签合同').tasks).toEqual([]);
  expect(read('渝达呢个月底签')).toMatchObject({ opportunity: { closeDate: '2026-11-30' }, tasks: [] });
});

test.each([
  ['每天早上9点半提醒我看一下跟进', '2026-11-24', '09:30'],
  ['每天早上10点半提醒我看一下跟进', '2026-11-23', '10:30'],
  ['每周一9点提醒我给渝达打电话', '2026-11-30', '09:00'],
])('%s: the next such time', (text, date, time) => {
  expect(read(text).tasks).toMatchObject([{ date, time }]);
});

test.each([
  ['给渝达的样机已寄出,下周三提醒我问收到没', 'other', { title: '问收到没', date: '2026-12-02', time: null }],
  ['渝达样品寄了 周五上午10点提醒我一下跟进', 'other', { title: '跟进', date: '2026-11-27', time: '10:00' }],
  ['昨天见了蒋总,周五提醒我发报价', 'meeting', { title: '发报价', date: '2026-11-27' }],
  [
    'Sample shipped, remind me next Wednesday to ask whether it arrived',
    'other',
    { title: 'Ask whether it arrived', date: '2026-12-02' },
  ],
])('%s: what was done and the reminder both stand', (text, kind, step) => {
  expect(read(text)).toMatchObject({ intent: 'interaction.log', interaction: { kind }, tasks: [step] });
});

test.each(['下周见了蒋总,提醒我问预算', '拜访完渝达后,提醒我写纪要'])('%s: nothing is done yet', (text) => {
  expect(read(text)).toMatchObject({ intent: 'task.create', interaction: null });
});

test('a verb of change is no company', () => {
  expect(read('王总不在了,换成周经理对接').account?.mention ?? null).not.toBe('换成');
});

test('a thing before its day is still to be given, whatever follows', () => {
  expect(read('方案周四给他,还要带样品').tasks).toMatchObject([
    { title: '方案给他', date: '2026-11-26' },
    { title: '带样品' },
  ]);
});
