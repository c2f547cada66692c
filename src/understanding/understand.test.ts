import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { createNameDirectory } from './people/create-name-directory.ts';
import { understand } from './understand.ts';
import type { MessageInput, Understanding } from './understanding.ts';

interface Case extends MessageInput {
  gold: Partial<Understanding>;
  skip?: string[];
}

const here = new URL('./cases/', import.meta.url);
const languages = ['zh', 'en'] as const;

function casesOf(lang: 'zh' | 'en'): Case[] {
  return readFileSync(new URL(`${lang}.jsonl`, here), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Case);
}

function directoryOf(lang: 'zh' | 'en') {
  return createNameDirectory(JSON.parse(readFileSync(new URL(`${lang}-directory.json`, here), 'utf8')));
}

/** The slots of the contract as one line of text each, without what is open or not compared. */
function comparable(read: Partial<Understanding>, skip: readonly string[]): Record<string, string> {
  const slots: Record<string, unknown> = {
    intent: read.intent,
    account: read.account?.name ?? (read.account ? 'unknown' : null),
    contacts: (read.contacts ?? []).map(({ name }) => name ?? 'unknown').sort(),
    interaction: read.interaction ?? null,
    opportunity: read.opportunity ?? null,
    tasks: (read.tasks ?? []).map(({ date, time, assignee }) => [date, time ?? null, assignee ?? null]),
    contactFacts: (read.contactFacts ?? []).map(({ contact, phone, email, birthday }) => [
      contact,
      phone ?? null,
      email ?? null,
      birthday ?? null,
    ]),
    assignee: read.assignee ?? null,
    period: read.period ?? null,
  };
  const kept = Object.entries(slots).filter(
    ([slot]) => !skip.some((one) => one === slot || one.startsWith(`${slot}.`)),
  );
  return Object.fromEntries(kept.map(([slot, value]) => [slot, JSON.stringify(value)]));
}

test.each(languages)(
  'the messages of %s are read as their writers meant them, nine in ten to the last slot',
  (lang) => {
    const directory = directoryOf(lang);
    const cases = casesOf(lang);
    const missed = cases.filter((one) => {
      const { gold, skip = [], ...input } = one;
      const want = comparable(gold, skip);
      const got = comparable(understand(input, directory), skip);
      return Object.entries(want).some(([slot, value]) => got[slot] !== value);
    });
    expect(missed.map(({ text }) => text).slice(0, Math.ceil(cases.length * 0.1))).toHaveLength(missed.length);
  },
);

test.each(languages)(
  'every span of the evidence of %s lies in the text and the same input gives the same output',
  (lang) => {
    const directory = directoryOf(lang);
    for (const { gold: _gold, skip: _skip, ...input } of casesOf(lang)) {
      const read = understand(input, directory);
      for (const { confidence, spans } of Object.values(read.evidence)) {
        expect(confidence).toBeGreaterThanOrEqual(0);
        expect(confidence).toBeLessThanOrEqual(1);
        for (const [start, end] of spans) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(input.text.length);
          expect(start).toBeLessThan(end);
        }
      }
      expect(understand(input, directory)).toEqual(read);
    }
  },
);

test('a mention stands in the text as the person wrote it, full width and traditional characters too', () => {
  const directory = createNameDirectory({
    accounts: [{ name: '宁波海拓物流有限公司', aliases: ['海拓'], contacts: [{ name: '罗海生', aliases: ['罗总'] }] }],
  });
  const text = '今天拜訪了海拓羅總，報價８０萬';
  const read = understand({ id: '1', text, at: '2026-05-13T15:30:00+08:00', timeZone: 'Asia/Shanghai' }, directory);
  expect(read.account).toMatchObject({ name: '宁波海拓物流有限公司', mention: '海拓' });
  expect(read.contacts).toMatchObject([{ name: '罗海生', mention: '羅總' }]);
  expect(read.opportunity).toMatchObject({ amount: 800_000, currency: 'CNY' });
});

test('no text makes it throw or stall', () => {
  const directory = directoryOf('zh');
  const pieces = [
    '王总',
    '周五',
    '80万',
    '提醒我',
    'Dana',
    '◷',
    '◆',
    '😂',
    '\u200b',
    '\ud800',
    '1）',
    '不是',
    'if',
    '栖霜',
    '\n',
    '13800001357',
    '(',
    '[',
    '\\',
    '让我们',
    ' by ',
  ];
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((all) => all.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const read = understand({ id: '1', text, at: '2026-05-13T15:30:00+08:00', timeZone: 'Asia/Shanghai' }, directory);
      expect(read.id).toBe('1');
    }),
    { numRuns: 400, seed: 7 },
  );
});

test.each(['一', '让我', '周五前', '80万', 'a ', 'Aa Bb ', '王总', '1）', '，', '不是', '给'])(
  '40,000 characters of %j cost no more than the first 4,000',
  (piece) => {
    const directory = directoryOf('zh');
    const cost = (text: string) => {
      const start = performance.now();
      understand({ id: '1', text, at: '2026-05-13T15:30:00+08:00', timeZone: 'Asia/Shanghai' }, directory);
      return performance.now() - start;
    };
    const long = piece.repeat(Math.ceil(40_000 / piece.length));
    cost(long.slice(0, 4000));
    expect(cost(long)).toBeLessThan(1500);
  },
);
