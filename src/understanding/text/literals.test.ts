import { literalsOf } from './literals.ts';
import { quick } from './quick-pattern.ts';

test.each([
  ['abc', ['abc']],
  ['签(?:了|下)', ['签了', '签下']],
  ['(?:call|rang)(?:ed)?', ['call', 'rang']],
  ['\\p{Lu}+(?= signed)', [' signed']],
  ['(?<!not )won', ['won']],
  ['[0-9]+万', ['万']],
  ['a?b*', null],
  ['x|[^y]', null],
])('%s holds %j', (source, literals) => {
  const found = literalsOf(source);
  expect(found && [...found].sort()).toEqual(literals && [...literals].sort());
});

/** Pieces of which patterns and texts are made; each text is tried with each pattern. */
const PATTERNS = [
  /签(?:了|下|约)|(?:没|未)中(?![午间])/u,
  /\b(?:sign(?:ed|ing)?|won)\b/iu,
  /(?:^|[,.]\s*)(\p{Lu}\p{L}+)(?=\s+(?:said|wants)\b)/u,
  /[五六]点?|a{2,3}b|(?:ab)+c/,
  /(?<=给)(?:他|她)?[打发](?!的)/u,
  /\u4e00[\s-]\d{1,2}/u,
  /kelvin|ſs/iu,
  /◆.{0,4}(?:签|won)|¤$/u,
];
const PIECES =
  '签 了 下 中 午 未 给 他 打 发 的 一 五 点 a b c ab Won signed Said wants Kelvin ſ \u212aelvin ◆ ¤ , . 3 - x'.split(
    ' ',
  );

test('a quick pattern answers as the pattern does', () => {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((seed / 2_147_483_648) * below);
  };
  const quickly = PATTERNS.map((pattern) => quick(pattern));
  let matches = 0;
  for (let round = 0; round < 4000; round++) {
    const text = Array.from({ length: 1 + random(6) }, () => PIECES[random(PIECES.length)]).join(random(2) ? '' : ' ');
    for (const [index, pattern] of PATTERNS.entries()) {
      const expected = pattern.exec(text);
      if (expected) matches++;
      expect([text, quickly[index]?.exec(text)?.[0]]).toEqual([text, expected?.[0]]);
    }
  }
  expect(matches).toBeGreaterThan(1000);
});
