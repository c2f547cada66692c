import { readCorrection, readRatesCommand } from './read-command.ts';

/** What is told in few signs: `1 USD = 7.2 CNY`, `?` for what is not named. */
function told(text: string, goesOn = false): string | null {
  const command = readRatesCommand(text, goesOn);
  if (command === null) return null;
  if (command.ask === 'show') return 'show';
  if (command.ask !== 'set') return `${command.ask} ${command.currency}`;
  return command.told
    .map(({ of, currency, makes, into }) => `${of} ${currency ?? '?'} = ${makes}${into === null ? '' : ` ${into}`}`)
    .join('; ');
}

test.each([
  ['汇率 1美元=7.2', '1 USD = 7.2'],
  ['1美元=7.2', '1 USD = 7.2'],
  ['1美元=7.2元', '1 USD = 7.2 CNY'],
  ['1美金=7.15, 1欧=7.8', '1 USD = 7.15; 1 EUR = 7.8'],
  ['1美金等于7.20人民币', '1 USD = 7.2 CNY'],
  ['一美元兑七块二', '1 USD = 7.2'],
  ['美元按7.2算', '1 USD = 7.2'],
  ['美元按7块25算吧', '1 USD = 7.25'],
  ['美元就按七点二算', '1 USD = 7.2'],
  ['以后美元都按照7.2折算', '1 USD = 7.2'],
  ['把美元汇率改成7.25', '1 USD = 7.25'],
  ['请把公司的欧元汇率设为7.8', '1 EUR = 7.8'],
  ['美元汇率7.2', '1 USD = 7.2'],
  ['美元兑人民币汇率:7.2', '1 USD = 7.2 CNY'],
  ['100日元=4.7元', '100 JPY = 4.7 CNY'],
  ['一百日元换4.7人民币', '100 JPY = 4.7 CNY'],
  ['1港币=0.92', '1 HKD = 0.92'],
  ['7.2人民币=1美元', '7.2 CNY = 1 USD'],
  ['1元=0.139美元', '1 CNY = 0.139 USD'],
  ['1USD=7.2CNY', '1 USD = 7.2 CNY'],
  ['1 usd = 7.2 cny', '1 USD = 7.2 CNY'],
  ['$1=¥7.2', '1 USD = 7.2 CNY'],
  ['USD rate 7.2', '1 USD = 7.2'],
  ['set the USD rate to 7.25 please', '1 USD = 7.25'],
  ['exchange rate: 1 EUR is 7.8', '1 EUR = 7.8'],
  ['use 7.2 for USD', '1 USD = 7.2'],
  ['count dollars at 7.2', '1 USD = 7.2'],
  ['USD/CNY 7.2', '1 USD = 7.2 CNY'],
  ['1 pound is 9.1 yuan', '1 GBP = 9.1 CNY'],
  ['1 USD = 1,380 won', '1 USD = 1380 KRW'],
  ['汇率:1美元=7.2,1欧元=7.8;1港币=0.92', '1 USD = 7.2; 1 EUR = 7.8; 1 HKD = 0.92'],
  ['汇率 美元7.2 欧元7.8', '1 USD = 7.2; 1 EUR = 7.8'],
  ['欧元汇率 7.8 港币汇率0.92', '1 EUR = 7.8; 1 HKD = 0.92'],
  ['1 eur = 7,8', '1 EUR = 7.8'],
  ['1 USD = 7.2 and 1 EUR = 7.8', '1 USD = 7.2; 1 EUR = 7.8'],
  ['汇率改成7.3', '1 ? = 7.3'],
  ['不对 汇率是7.15', '1 ? = 7.15'],
  ['现在汇率多少', 'show'],
  ['汇率', 'show'],
  ['美元汇率是多少?', 'show'],
  ['我们按什么汇率算', 'show'],
  ['美元按多少算', 'show'],
  ['1美元等于多少人民币', 'show'],
  ['汇率怎么设', 'show'],
  ['美元怎么算的', 'show'],
  ['汇率没了怎么办', 'show'],
  ['我们汇率还没设吧', 'show'],
  ['what currency do we report in', 'show'],
  ['美元汇率谁来定', 'show'],
  ['whats our exchange rate', 'show'],
  ['who sets the rates?', 'show'],
  ['what rates do we use', 'show'],
  ["what's our exchange rate?", 'show'],
  ['what is the dollar rate', 'show'],
  ['本位币是什么', 'show'],
  ['what’s our currency?', 'show'],
  ['取消美元汇率', 'remove USD'],
  ['不用欧元汇率了', 'remove EUR'],
  ['remove the GBP rate', 'remove GBP'],
  ['公司币种改成美元', 'own USD'],
  ['我们公司的本位币是港币', 'own HKD'],
  ['set the team currency to EUR', 'own EUR'],
  ['our currency is the pound', 'own GBP'],
])('%s → %s', (text, expected) => expect(told(text)).toBe(expected));

test.each([
  '腾云说美元按7.2算',
  '客户要求汇率按7.2',
  '报价改成7.2美元',
  '7.2美元',
  '1美元',
  '5万美元=36万',
  '按7.2万算',
  '多少美元',
  '是人民币',
  '美元?',
  'win rate this quarter',
  'Alderbank wants the rate at 7.2',
  'our rate card is 450 EUR a day',
  'USD 30000',
  '3万美元对8万人民币',
  '汇率太高,腾云不签了',
])('%s is nothing of rates', (text) => expect(told(text)).toBeNull());

test('after an answer about rates a currency and a figure are one, and a figure corrects the last', () => {
  expect(told('港币0.92', true)).toBe('1 HKD = 0.92');
  expect(told('欧元 7.8', true)).toBe('1 EUR = 7.8');
  expect(told('USD 30000', true)).toBeNull();
  expect(['不对,是7.25', '不是7.2是7.25', '改成7.25', 'no, 7.25', '7.25'].map(readCorrection)).toEqual(
    Array(5).fill('7.25'),
  );
  expect(['2', '85万', '不对', '不对是腾云'].map(readCorrection)).toEqual([null, null, null, null]);
});
