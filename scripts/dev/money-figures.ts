import { readFileSync } from 'node:fs';
import { findMoney } from '../../src/understanding/money/find-money.ts';

interface MoneyCase {
  id: string;
  lang: 'zh' | 'en';
  text: string;
  expect: { start: number; end: number; amount: number; max?: number; currency: string | null }[];
}

/** `node scripts/dev/money-figures.ts cases.jsonl …`: how many sums are found with the right value and currency. */
function figures(file: string): void {
  const cases = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line): MoneyCase => JSON.parse(line));
  const count = { expected: 0, value: 0, right: 0, false: 0, exact: 0 };
  const faults: string[] = [];
  for (const { id, lang, text, expect } of cases) {
    const found = findMoney(text, { lang });
    const used = new Set<number>();
    let faultless = true;
    for (const wanted of expect) {
      count.expected++;
      const index = found.findIndex(({ span }) => span[0] < wanted.end && span[1] > wanted.start);
      const hit = found[index];
      used.add(index);
      const value = hit?.amount === wanted.amount && (wanted.max === undefined || hit.max === wanted.max);
      const right = value && hit?.currency === wanted.currency;
      if (value) count.value++;
      if (right) count.right++;
      else {
        faultless = false;
        const has = hit === undefined ? 'nothing' : `"${hit.text}" ${hit.amount} ${hit.max ?? ''} ${hit.currency}`;
        faults.push(`${id} wants ${wanted.amount} ${wanted.max ?? ''} ${wanted.currency}, has ${has} | ${text}`);
      }
    }
    const extra = found.filter((_, index) => !used.has(index));
    count.false += extra.length;
    if (faultless && extra.length === 0) count.exact++;
    for (const { text: words, amount } of extra) faults.push(`${id} FALSE ${words} ${amount} | ${text}`);
  }
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  process.stdout.write(
    `${faults.join('\n')}\n${file}\nsums ${count.expected}, right value ${share(count.value, count.expected)}, value and currency ${share(count.right, count.expected)}; false finds ${count.false}; texts wholly right ${share(count.exact, cases.length)} of ${cases.length}\n`,
  );
}

for (const file of process.argv.slice(2)) figures(file);
