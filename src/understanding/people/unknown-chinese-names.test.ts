import { understand } from '../understand.ts';
import { createNameDirectory } from './create-name-directory.ts';

const read = (text: string) => {
  const input = { id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
  const { account, contacts } = understand(input, createNameDirectory());
  return [account?.mention, ...contacts.map(({ mention }) => mention)];
};

test.each([
  ['今天拜访了明德医院设备科的沈科长,想采购3台', ['明德医院', '沈科长']],
  ['江北水务集团信息中心的吴主任要我们周五去讲方案', ['江北水务集团', '吴主任']],
  ['白云酒店刘倩来电,要50间房的报价', ['白云酒店', '刘倩']],
  ['白云酒店的刘倩来电,要50间房的报价', ['白云酒店', '刘倩']],
  ['白云酒店管理来电,要报价', ['白云酒店管理']],
])('%s: the company ends before its department and its people', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('明天 and 明年 are no part of a name', () => {
  expect(read('明天去拜访')).toEqual([undefined]);
  expect(read('跟明年的计划聊了')[0]).toBeUndefined();
});

test.each([
  ['Called Wang at 海拓, price ok', '海拓'],
  ['met 青禾 this morning', '青禾'],
  ['quote for 明德医院 went out', '明德医院'],
  ['flew to 上海 for the expo', undefined],
])('%s: a name within English words', (text, account) => {
  expect(read(text)[0]).toBe(account);
});
