import fc from 'fast-check';
import { clip, escapeText, readText, splitText } from './slack-text.ts';

test.each([
  ['<@UBOT> 跟腾云谈了', '跟腾云谈了'],
  ['<@UBOT|genjin>: hi', ': hi'],
  ['ask <@U2|emma> and <@U3> in <#C1|sales>', 'ask @emma and @U3 in #sales'],
  ['<!here> <!subteam^S1|@sales> <!date^1^{date}|Monday>', '@here @sales Monday'],
  ['<https://a.example/x|a.example/x> <https://b.example>', 'a.example/x https://b.example'],
  ['<https://a.example|our offer>', 'our offer (https://a.example)'],
  ['<mailto:a@b.example|a@b.example> <tel:+4420|020>', 'a@b.example 020'],
  ['R&amp;D &lt;b&gt; &amp;lt;', 'R&D <b> &lt;'],
  ['第一行\n第二行', '第一行\n第二行'],
])('%j is read as %j', (text, meant) => expect(readText(text, 'UBOT')).toBe(meant));

test('an emoji is read as the sign that the event gives for it', () => {
  expect(readText('ok :+1: :unknown:', 'UBOT', new Map([['+1', '👍']]))).toBe('ok 👍 :unknown:');
});

const words = fc.string({
  unit: fc.constantFrom('<', '&', '>', '啊', 'a', '\n', ' ', '👨‍👩‍👧', '🇨🇳', '👍🏽'),
  maxLength: 400,
});

test('pieces fit, keep every character whole and lose nothing but space at the cuts', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 24, max: 90 }), (text, limit) => {
      const pieces = splitText(text, limit);
      expect(pieces.every((piece) => piece.length <= limit)).toBe(true);
      const solid = (said: string) => said.replace(/\s/g, '');
      expect(solid(pieces.join(''))).toBe(solid(escapeText(text)));
      expect(pieces.every((piece) => !/^(?:\u200d|[\udc00-\udfff])/.test(piece))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a text is cut at the end of a line', () => {
  expect(splitText(`${'a'.repeat(15)}\n${'b'.repeat(10)}`, 20)).toEqual(['a'.repeat(15), 'b'.repeat(10)]);
});

test('what is clipped says so and cuts no entity', () => {
  expect(clip('&&&&', 12)).toBe('&amp;&amp;…');
  expect(clip('ab', 12)).toBe('ab');
});
