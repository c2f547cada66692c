import { isAcknowledgement } from './acknowledgement.ts';

test.each([
  '好的',
  '好的!',
  '谢谢',
  '谢谢啦',
  '👍',
  '👍🏻👍🏻',
  '好的 谢谢',
  '好的,谢谢~',
  'OK',
  'ok thanks',
  'Got it!',
  'ok 👌',
  '收到。',
  '那就先这样吧',
  '行吧',
  'Sounds good, thanks!',
])('%s only nods', (text) => expect(isAcknowledgement(text)).toBe(true));

test.each([
  '',
  '  ',
  '?',
  '好的吗?',
  '2',
  '好的,腾云同意85万',
  'thanks to Priya we won',
  '可以85万',
  '1️⃣',
  '!!!',
  'sure?',
])('%s means something, or nothing at all', (text) => expect(isAcknowledgement(text)).toBe(false));

test('pages of pictures are no nod', () => expect(isAcknowledgement('👍'.repeat(4_000))).toBe(false));
