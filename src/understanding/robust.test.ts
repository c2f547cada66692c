import { readFileSync } from 'node:fs';
import { createNameDirectory } from './people/create-name-directory.ts';
import { understand } from './understand.ts';

const TEXTS = 20_000;
/** Characters; what lies behind them may hold nothing up. */
const READ_AT_MOST = 4_000;

const directory = createNameDirectory(
  JSON.parse(readFileSync(new URL('./cases/zh-directory.json', import.meta.url), 'utf8')),
);
const read = (text: string) =>
  understand({ id: '1', text, at: '2026-05-13T15:30:00+08:00', timeZone: 'Asia/Shanghai' }, directory);

/** The same numbers in every run: mulberry32. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const PIECES = [
  ...[
    '栖霜',
    '纪总',
    '王总',
    '周五前',
    '下周三下午3点',
    '80万',
    '¥1.2亿',
    '提醒我',
    '怎么样了',
    '不是',
    '改成',
    '1）',
    '①',
    '【名片】',
  ],
  ...[
    'Dana',
    'by Friday EOD',
    '$45k',
    'if they',
    'remind me',
    'Aa Bb',
    'how is',
    '13800001357',
    'a@b.example.com',
    '2026-13-45',
  ],
  ...[
    '😂',
    '👩‍👩‍👧',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udfff',
    '\u0000',
    '◷',
    '◆',
    '◇',
    '¤',
    '☎',
    'ﷺ',
    'е',
    '\u0301',
  ],
  ...[
    '(',
    '[',
    '\\',
    '{{',
    '$where',
    '<b>',
    '\n',
    '\t',
    ' ',
    '，',
    '。',
    '……',
    "'",
    '"',
    '%00',
    '../',
    '零一二三四五六七八九十百千万亿',
  ],
];

function textOf(next: () => number): string {
  const length = Math.floor(next() ** 3 * 40);
  let text = '';
  for (let at = 0; at <= length; at++)
    text +=
      next() < 0.7
        ? (PIECES[Math.floor(next() * PIECES.length)] ?? '')
        : String.fromCharCode(Math.floor(next() * (next() < 0.5 ? 0x3000 : 0x10000)));
  return text;
}

test('twenty thousand odd texts: none throws, and the same input gives the same output', () => {
  const next = chance(7);
  for (let index = 0; index < TEXTS; index++) {
    const text = textOf(next);
    const first = read(text);
    expect(first.id).toBe('1');
    if (index % 40 === 0) expect(read(text)).toEqual(first);
  }
});

test('of a text of 100,000 characters no more is read than of its beginning', () => {
  for (const piece of [...PIECES, '让我', '跟', '给王总', '她说', 'new lead ', 'Al at ', '。', '- ', '周五前 ']) {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(read(text)).toEqual(read(text.slice(0, READ_AT_MOST)));
  }
});
