import { chineseNumber } from './chinese-number.ts';

test.each([
  ['八十万', 800_000],
  ['两千五', 2500],
  ['一万二', 12_000],
  ['十二万五', 125_000],
  ['一百零五', 105],
  ['一万零五十', 10_050],
  ['廿三', 23],
  ['卅', 30],
  ['十', 10],
  ['二十五', 25],
  ['一亿两千万', 120_000_000],
  ['三百六十万', 3_600_000],
  ['二〇二六', 2026],
  ['两', 2],
  ['壹佰贰拾万', 1_200_000],
  ['三十十', null],
  ['一千二千', null],
  ['千万', null],
  ['', null],
  ['一'.repeat(40_000), null],
])('%.12s is %s', (run, value) => {
  expect(chineseNumber(run)).toBe(value);
});

test('every number up to 9,999 is read back from its numeral', () => {
  for (let number = 1; number <= 9999; number += 7)
    expect([number, chineseNumber(spelled(number))]).toEqual([number, number]);
});

function spelled(number: number): string {
  const digits = '零一二三四五六七八九';
  let text = '';
  for (const [scale, word] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ] as const) {
    const digit = Math.floor(number / scale) % 10;
    if (digit > 0) text += digits.charAt(digit) + word;
    else if (text !== '' && !text.endsWith('零') && number % scale > 0) text += '零';
  }
  return text;
}
