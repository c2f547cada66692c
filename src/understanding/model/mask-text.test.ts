import fc from 'fast-check';
import { createNameDirectory } from '../people/create-name-directory.ts';
import type { MessageInput } from '../understanding.ts';
import { findSecrets } from './find-secrets.ts';
import { maskText } from './mask-text.ts';

const directory = createNameDirectory({
  accounts: [
    { name: '宁波霁川仪表有限公司', aliases: ['霁川'], contacts: [{ name: '沐清河', aliases: ['沐总'] }] },
    { name: 'Will & Grove', aliases: ['Grove'], contacts: [{ name: 'May Okafor', aliases: ['May'] }] },
  ],
  users: [{ name: '简宁', aliases: ['小简'] }],
});

const input = (text: string, more: Partial<MessageInput> = {}): MessageInput => ({
  id: 'm1',
  text,
  at: '2026-11-23T10:00:00+08:00',
  timeZone: 'Asia/Shanghai',
  ...more,
});
const masked = (text: string, more: Partial<MessageInput> = {}) =>
  maskText(text, findSecrets(input(text, more), directory));

test.each([
  ['霁川沐总手机13600001234,让小简明天寄样', '[ORG1][PER1]手机[TEL1],让[COL1]明天寄样'],
  ['霁川报价80万,12月5号签', '[ORG1]报价80万,12月5号签'],
  ['霁\u200b川的 m.okafor@grove.example', '[ORG1]的 [MAIL1]'],
  ['手机１３６０００１２３４０', '手机[TEL1]'],
  ['合同号HT-20260113-07,卡号6222 0200 1234 5678', '合同号[ID1],卡号[ID2]'],
  ['加微信 muqinghe_1988,主页 https://jichuan.example/p?id=9', '加微信 [ID1],主页 [ID2]'],
  ['霁川又来了,霁川总来', '[ORG1]又来了,[ORG1]总来'],
  ['拜访了云栖谷科技的褚经理', '拜访了[ORG1]的[PER1]'],
])('%s', (text, expected) => {
  expect(masked(text).text).toBe(expected);
});

test('a name that is a word or a day too does not leave', () => {
  const { text } = masked('May from Grove called. Early May suits her, may sign $40k in May');
  expect(text).not.toMatch(/\bMay\b|Grove/);
});

test('a name that the sender may not know of does not leave either', () => {
  expect(masked('they spoke of grove again', { context: { sees: () => false } }).text).toBe(
    'they spoke of [ORG1] again',
  );
});

test('words lead back to where they stand, marks to what they stand for', () => {
  const text = '霁川沐总昨天来电,周五要报价';
  const { locate } = masked(text);
  const at = (words: string) => {
    const span = locate(words);
    return span === null ? null : text.slice(...span);
  };
  expect(at('周五要报价')).toBe('周五要报价');
  expect(at(' [PER1] ')).toBe('沐总');
  expect(at('PER1]昨天')).toBe('沐总昨天');
  expect(at('[ORG1][PER1]昨天来电')).toBe('霁川沐总昨天来电');
});

test.each(['', '  ', '[PER2]', '霁川', '周六', '[ORG1] [PER1]'])(
  'words that are not in the masked text lead nowhere: %p',
  (words) => {
    expect(masked('霁川沐总昨天来电').locate(words)).toBeNull();
  },
);

test('marks that the writer typed stay words of the text', () => {
  const text = '[ORG1]和霁川';
  const { text: sent, locate } = masked(text);
  expect(sent).toBe('[ORG1]和[ORG1]');
  expect(locate('[ORG1]')).toEqual([0, 6]);
});

test('any text is masked without a throw, and its whole leads back to its whole', () => {
  const word = fc.oneof(
    fc.constantFrom(
      '霁川',
      '沐总',
      ' ',
      '13600001234',
      'a@b.co',
      '80万',
      '周五',
      '[ORG1]',
      '😀',
      '\u200b',
      'May',
      '１２',
    ),
    fc.string({ unit: 'binary', maxLength: 6 }),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 24 }), (words) => {
      const text = words.join('');
      const { text: sent, locate } = masked(text);
      expect(sent).not.toMatch(/霁川|13600001234|a@b/);
      const span = locate(sent);
      if (sent.trim() === sent && sent !== '') expect(span).toEqual([0, text.length]);
    }),
    { numRuns: 400 },
  );
});
