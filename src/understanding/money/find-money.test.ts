import { findMoney } from './find-money.ts';

/** Each line: text | the sums, each as amount[-max] currency. */
const CHINESE = `
报价80万|800000 CNY
80w|800000 CNY
67.8w的报价收到了|678000 CNY
总价1.2亿分三年|120000000 CNY
大概五十来万|500000 CNY
二十多万吧|200000 CNY
80-100万|800000-1000000 CNY
报价-5万|
报价 -5万|
报价负5万|
- 5万|50000 CNY
报价0元|
59800一年|59800 CNY
我们4800,友商4500|4800 CNY, 4500 CNY
我们4800台|
付款改成3331|
改成3331|
付款方式3-3-3-1|
金额改成3331|3331 CNY
30-40万区间|300000-400000 CNY
八十到一百万|800000-1000000 CNY
七八万的样子|70000-80000 CNY
两三百万|2000000-3000000 CNY
十二万五|125000 CNY
12万5|125000 CNY
一万二|12000 CNY
三百万整|3000000 CNY
三百六十万的报价单|3600000 CNY
一个亿|100000000 CNY
1亿2千万|120000000 CNY
合同额￥368,000.00|368000 CNY
20万美金的订单|200000 USD
报价USD 48,500|48500 USD
港币150万|1500000 HKD
新币30万|300000 SGD
HKD 2.4M|2400000 HKD
五百块钱|500 CNY
报价三千六|3600 CNY
报价 67800|67800 CNY
人民币80万|800000 CNY
500k RMB|500000 CNY
38.8万，一年期|388000 CNY
８０万|800000 CNY
八十萬|800000 CNY
他们报42万我们报50万|420000 CNY, 500000 CNY
60万 哦不对 65万 他要还到58|600000 CNY, 650000 CNY, 580000 CNY
报价65万,客户还到58|650000 CNY, 580000 CNY
客户说最多18,我们报的是20万|180000 CNY, 200000 CNY
客户还到58|
报价65万,还到58台|650000 CNY
便宜到9块9|9.9 CNY
十块五|10.5 CNY
3元5角|3.5 CNY
5毛一张|0.5 CNY
这批毛利30%|
4500美金一台|4500 USD
20多万|200000 CNY
这件两百五能卖吗|250 CNY
100万欧元|1000000 EUR
3万英镑|30000 GBP
500元/台|500 CNY
百来万|1000000 CNY
首付三十万|300000 CNY
单价三千五一台|3500 CNY
80万改85万|800000 CNY, 850000 CNY
粉丝10w+|
小几十万|
报价80|
20kW电机|
9000台|
20万台设备|
三万多人|
十二套门锁|
大概两千平|
200万像素|
手机13600003579|
135 0000 1111|
手机号改成 135 0000 1111|
电话0574-5555 0199|
2026年12月5日|
99.99%|
三块屏|
80W电源|
合同HT-2026-45万|
千万别忘了|
万一不行|
一期二期|
3楼502室|
10万公里|
1.2版本|
报错502|
`;

const ENGLISH = `
the $45k quote|45000 USD
£64k|64000 GBP
45 grand|45000 -
forty-five grand|45000 -
deal is half a million|500000 -
€30.000|30000 EUR
€60 000|60000 EUR
€1.250.000,50|1250000.5 EUR
12,5k €|12500 EUR
$1.25 million, 3 yrs|1250000 USD
52,300 AUD|52300 AUD
A$75k proposal|75000 AUD
S$90k agreed|90000 SGD
80K EUR|80000 EUR
120-140k|120000-140000 -
$50k-60k|50000-60000 USD
$50k to $60k|50000-60000 USD
between 80 and 100k|80000-100000 -
we quoted 30k, no wait 35k AUD|30000 -, 35000 AUD
25 lakh rupees|2500000 INR
7.2L rupees|720000 INR
quoted ₹12.5L, they want 10L|1250000 INR, 1000000 INR
quoted a 500L tank|
price is -5k|
at -$5k|
Rs. 25,00,000|2500000 INR
value is 220k usd not 250|220000 USD, 250000 USD
they came down from $60k to 55|60000 USD, 55000 USD
came down from $60k to 3|60000 USD
CHF 12'000|12000 CHF
10 cents each|0.1 USD
he weighs 200 pounds|
he paid 200 pounds|200 GBP
we agreed 80万 yesterday|800000 CNY
countered at £12,500, we're standing at £14k|12500 GBP, 14000 GBP
they were at 70k|70000 -
two hundred and fifty thousand dollars|250000 USD
one point five million|1500000 -
price is 4500|4500 -
$1,200.50/mo|1200.5 USD
60 EUR/seat|60 EUR
US$ 3.2bn|3200000000 USD
CHF 18k|18000 CHF
500 bucks|500 USD
$ 30 000|30000 USD
Rp 10.000.000|10000000 IDR
12 cr|120000000 -
10k users|
2 million customers|
40 seats|
wants 15% off|
401k plan|
3M tape|
4K monitor|
5k run|
212-555-0147|
+33 6 39 98 01 23|
contract HT-2026-45k|
login page 500s|
order 66|
SOC2 and ISO 27001|
~60 ppl|
3rd floor|
2:30pm|
10/14/2026|
`;

test.each([...cases(CHINESE, 'zh'), ...cases(ENGLISH, 'en')])('$lang: $text → $sums', ({ text, lang, sums }) => {
  const found = findMoney(text, { lang });
  expect(
    found
      .map(({ amount, max, currency }) => `${amount}${max === undefined ? '' : `-${max}`} ${currency ?? '-'}`)
      .join(', '),
  ).toBe(sums);
});

test('the span holds sign, figure, scale and currency of the original text', () => {
  const text = '😀他說８０萬美金，不是￥１２萬';
  expect(findMoney(text, { lang: 'zh' }).map(({ span: [start, end] }) => text.slice(start, end))).toEqual([
    '８０萬美金',
    '￥１２萬',
  ]);
});

test('a bare ¥ is yen only for English in Tokyo', () => {
  expect(findMoney('¥30000', { lang: 'en', timeZone: 'Asia/Tokyo' })[0]?.currency).toBe('JPY');
  expect(findMoney('¥30000', { lang: 'zh', timeZone: 'Asia/Tokyo' })[0]?.currency).toBe('CNY');
  expect(findMoney('¥30000', { lang: 'en', timeZone: 'Europe/London' })[0]?.currency).toBe('CNY');
});

test('Chinese text without a currency word is in renminbi, English text in none', () => {
  expect(findMoney('80w')[0]?.currency).toBeNull();
  expect(findMoney('报价80w')[0]?.currency).toBe('CNY');
  expect(findMoney('80w', { lang: 'zh' })[0]?.currency).toBe('CNY');
});

function cases(table: string, lang: 'zh' | 'en'): { text: string; lang: 'zh' | 'en'; sums: string }[] {
  return table
    .trim()
    .split('\n')
    .map((line) => {
      const [text = '', sums = ''] = line.split('|');
      return { text, lang, sums };
    });
}
