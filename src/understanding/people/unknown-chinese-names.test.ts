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

test.each([
  ['签了!宏图印刷,28万,年底前付款', '宏图印刷'],
  ['海尔选了我们,合同下周签', '海尔'],
  ['金石矿业没兴趣', '金石矿业'],
  ['中联重科没中标,输在价格', '中联重科'],
  ['价格没谈拢', undefined],
  ['荣耀丢给友商了,价格没拼过', '荣耀'],
  ['太平洋保险北京分公司的项目重启了', '太平洋保险北京分公司'],
  ['南京银行苏州分行的吴行长约我周五过去', '南京银行苏州分行'],
  ['在展会上认识了博远机械的陈工,加了微信', '博远机械'],
  ['刚跟天宇集团的张总李总开了个会', '天宇集团'],
  ['拓远物流的李总是朋友介绍来的', '拓远物流'],
  ['安踏体育,李敏,采购,13900001234', '安踏体育'],
  ['朋友介绍了一家,叫飞书亚,哦不对叫飞数亚', '飞数亚'],
  ['立讯和歌尔今天都拜访了', '立讯'],
  ['跟Vertex的Kevin聊了下,约了周四下午演示', 'Vertex'],
  ['今天 call 了 Sunline 的 Jason', 'Sunline'],
  ['Blue Peak那边要报价', 'Blue Peak'],
  ['样品寄出去了', undefined],
  ['合同和发票都寄了', undefined],
  ['搞定,收工', undefined],
])('%s: a new customer by its place in what is told', (text, account) => {
  expect(read(text)[0]).toBe(account);
});

test('a given name behind another surname is another person', () => {
  const contacts = [{ name: '王建国', aliases: [] }];
  const known = createNameDirectory({ accounts: [{ name: '北京星辰科技', aliases: ['星辰'], contacts }] });
  const named = (text: string) => {
    const input = { id: '1', text, at: '2026-11-23T10:00:00+08:00', timeZone: 'Asia/Shanghai' };
    return understand(input, known).contacts.map(({ name, mention }) => name ?? mention);
  };
  expect(named('跟刘建国通了电话,要报价')).toEqual(['刘建国']);
  expect(named('跟王建国通了电话,要报价')).toEqual(['王建国']);
  expect(named('跟建国通了电话,要报价')).toEqual(['王建国']);
});
