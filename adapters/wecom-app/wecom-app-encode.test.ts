import fc from 'fast-check';
import type { Message } from '../../src/chat/message.ts';
import { cardFault, textOfCard } from '../../test/support/wecom-app-cards.ts';
import { cleaned, encodeMessage, type WecomContent } from './wecom-app-encode.ts';

const unit = fc.constantFrom(
  'a',
  ' ',
  '\n',
  '字',
  '👍🏽',
  '👨‍👩‍👧',
  '*',
  '<a href="x">',
  '&',
  '\u0000',
  '\ud83d',
  '\u0301',
  '"',
);
const text = (maxLength: number) => fc.string({ unit, maxLength });
const button = fc.record({
  id: fc.string({ minLength: 1, maxLength: 40, unit: fc.constantFrom('a', '-', '9') }),
  label: text(16),
});
const message: fc.Arbitrary<Message> = fc.record(
  {
    text: fc.oneof(text(40), text(3_000)),
    card: fc.record({
      title: text(40),
      rows: fc.array(fc.record({ label: text(7), value: text(40) }), { maxLength: 9 }),
    }),
    footer: text(40),
    buttons: fc.array(button, { maxLength: 9 }),
  },
  { requiredKeys: ['text'] },
);
const options = { row: 'rule:x/0', markdown: false, fileFollows: '全部在下面的文件里。' };
const shownOf = (content: WecomContent): string =>
  content.kind === 'card'
    ? textOfCard({ ...content.card })
    : content.kind === 'file'
      ? content.bytes.toString()
      : content.content;

test('whatever is said, WeCom takes it whole and refuses none of it', () => {
  fc.assert(
    fc.property(message, fc.boolean(), (given, markdown) => {
      const contents = encodeMessage(cleaned(given), { ...options, markdown });
      expect(contents.length).toBeGreaterThan(0);
      for (const content of contents) {
        if (content.kind === 'card') expect(cardFault({ ...content.card })).toBeNull();
        if (content.kind === 'text' || content.kind === 'markdown') {
          expect(content.content.trim()).not.toBe('');
          expect(Buffer.byteLength(content.content)).toBeLessThanOrEqual(2048);
        }
        if (content.kind !== 'file') expect(JSON.stringify(content)).not.toMatch(/\\u[0-9a-f]{4}/);
      }
      const tasks = contents.flatMap((content) => (content.kind === 'card' ? [content.card.task_id] : []));
      expect(new Set(tasks).size).toBe(tasks.length);
    }),
    { numRuns: 300 },
  );
});

test('a message without a card is there to its last sign', () => {
  const flat = (words: string) => words.replace(/\s|＜|</g, '');
  fc.assert(
    fc.property(text(2_000), fc.array(button, { maxLength: 3 }), (words, buttons) => {
      const shown = encodeMessage(cleaned({ text: words, buttons }), options)
        .map(shownOf)
        .join('');
      expect(flat(shown)).toContain(flat(cleaned({ text: words }).text));
    }),
    { numRuns: 200 },
  );
});

test('the same row has the same card on every try, another row another one', () => {
  const one = { text: '✓ 已记', buttons: [{ id: 'u', label: '撤销' }] };
  expect(encodeMessage(one, options)).toEqual(encodeMessage(one, options));
  expect(encodeMessage(one, options)).not.toEqual(encodeMessage(one, { ...options, row: 'rule:y/0' }));
});

test('a page of blank lines within words is no message of its own', () => {
  const contents = encodeMessage({ text: `前${'\n'.repeat(5_000)}后` }, options);
  expect(contents.map(shownOf).map((shown) => shown.trim())).toEqual(['前', '后']);
});
