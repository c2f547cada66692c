import { createCipheriv } from 'node:crypto';
import { decrypt, encrypt, isFresh, isSigned, signatureOf } from './wecom-app-crypto.ts';
import { decode } from './wecom-app-decode.ts';
import { readXml } from './wecom-app-xml.ts';

/** The vendors' own published examples. */
const A = {
  token: 'QDG6eK',
  key: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  receiver: 'wx5823bf96d3bd56c7',
};
const B = {
  token: 'hJqcu3uJ9Tn2gXPmxx2w9kkCkCE2EPYo',
  key: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt',
  receiver: 'ww1436e0e65a779aee',
};

interface Vector {
  name: string;
  token: string;
  key: string;
  receiver: string;
  stamp: { timestamp: string; nonce: string };
  signature: string;
  encrypted: string;
  words: RegExp;
  random?: string;
  read?: { user: string; agent: number; id: string; text: string };
}

const vectors: Vector[] = [
  {
    ...A,
    name: 'A, address check',
    stamp: { timestamp: '1409659589', nonce: '263014780' },
    signature: '5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3',
    encrypted: 'P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==',
    words: /^1616140317555161061$/,
    random: 'c41b64491c2468d0',
  },
  {
    ...A,
    name: 'A, message',
    stamp: { timestamp: '1409659813', nonce: '1372623149' },
    signature: '477715d11cdb4164915debcba66cb864d751f3e6',
    encrypted:
      'RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJTs3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hgf5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4EhzJWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2YoyyH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==',
    words: /<Content><!\[CDATA\[hello]]><\/Content>/,
    random: '0960688932c47ef1',
    read: { user: 'mycreate', agent: 218, id: '4561255354251345929', text: 'hello' },
  },
  {
    ...B,
    name: 'B, address check',
    stamp: { timestamp: '1476416373', nonce: '47744683' },
    signature: '012bc692d0a58dd4b10f8dfe5c4ac00ae211ebeb',
    encrypted: 'fsi1xnbH4yQh0+PJxcOdhhK6TDXkjMyhEPA7xB2TGz6b+g7xyAbEkRxN/3cNXW9qdqjnoVzEtpbhnFyq6SVHyA==',
    words: /^1288432023552776189$/,
  },
  {
    ...B,
    name: 'B, message without CDATA',
    stamp: { timestamp: '1476422779', nonce: '1597212914' },
    signature: '0c3914025cb4b4d68103f6bfc8db550f79dcf48e',
    encrypted:
      'Kl7kjoSf6DMD1zh7rtrHjFaDapSCkaOnwu3bqLc5tAybhhMl9pFeK8NslNPVdMwmBQTNoW4mY7AIjeLvEl3NyeTkAgGzBhzTtRLNshw2AEew+kkYcD+Fq72Kt00fT0WnN87hGrW8SqGc+NcT3mu87Ha3dz1pSDi6GaUA6A0sqfde0VJPQbZ9U+3JWcoD4Z5jaU0y9GSh010wsHF8KZD24YhmZH4ch4Ka7ilEbjbfvhKkNL65HHL0J6EYJIZUC2pFrdkJ7MhmEbU2qARR4iQHE7wy24qy0cRX3Mfp6iELcDNfSsPGjUQVDGxQDCWjayJOpcwocugux082f49HKYg84EpHSGXAyh+/oxwaWbvL6aSDPOYuPDGOCI8jmnKiypE+',
    words: /^<xml>/,
    read: { user: 'chenjiashun', agent: 1000002, id: '1456453720', text: '你好' },
  },
  {
    ...A,
    name: 'C, our own',
    stamp: { timestamp: '1700000000', nonce: 'nonce1' },
    signature: 'b8dfa3ad91f18280232bbddd042e248a16b3e4ba',
    encrypted:
      'sKqRbbiSUnDhFHOvPjtUMWiAlogKgsvaM60p+XZ6Cu5mGMFWPLFF3/0M3lMtSyJ9WuLwW6ym338ll1JLUAYYprxeLdFJ/XbhTVELjlTM5OwJfJNNY04bOaCAhk/j4Zq3',
    words: /^<xml><Content><!\[CDATA\[你好 CRM]]><\/Content><\/xml>$/,
    random: '0123456789abcdef',
  },
];

test.each(vectors)('$name', ({ token, key, receiver, stamp, signature, encrypted, words, random, read }) => {
  expect(isSigned(token, stamp, encrypted, signature)).toBe(true);
  expect(isFresh(stamp, new Date(Number(stamp.timestamp) * 1000))).toBe(true);
  const plain = decrypt(key, encrypted, receiver) ?? '';
  expect(plain).toMatch(words);
  if (random !== undefined) expect(encrypt(key, plain, receiver, Buffer.from(random))).toBe(encrypted);
  if (read !== undefined)
    expect(decode(readXml(plain) ?? {}, { corp: receiver, agent: read.agent })).toMatchObject({
      kind: 'event',
      event: { user: `${receiver}:${read.user}`, key: `wecom-app:${receiver}:${read.id}`, text: read.text },
    });
});

test('DingTalk’s example, whose scheme is the same but for milliseconds in its stamps', () => {
  const encrypted =
    '0vJiX6vliEpwG3U45CtXqi+m8PXbQRARJ8p8BbDuD1EMTDf0jKpQ79QS93qEk7XHpP6u+oTTrd15NRPvNvmBKyDCYxxOK+HZeKju4yhELOFchzNukR+t8SB/qk4ROMu3';
  const stamp = { timestamp: '1608001896814', nonce: 'WL4PK6yA' };
  expect(isSigned('mryue', stamp, encrypted, '03044561471240d4a14bb09372dfcfd4fd0e40cb')).toBe(true);
  const words = decrypt('Yue0EfdN5900c1ce5cf6A152c63DDe1808a60c5ecd7', encrypted, 'ding6ccabc44d2c8d38b');
  expect(words).toBe('{"EventType":"check_url"}');
});

const { token, key, receiver } = B;

test('what was encrypted here is read here, whatever its length', () => {
  for (let length = 0; length < 70; length++) {
    const words = '字'.repeat(length);
    expect(decrypt(key, encrypt(key, words, receiver), receiver)).toBe(words);
  }
});

test.each([
  ['the nonce', { timestamp: '1476422779', nonce: '1597212915' }],
  ['the stamp', { timestamp: '1476422780', nonce: '1597212914' }],
])('a signature is over %s too', (_, stamp) => {
  const signature = signatureOf(token, { timestamp: '1476422779', nonce: '1597212914' }, 'x');
  expect(isSigned(token, stamp, 'x', signature)).toBe(false);
  expect(isSigned(token, stamp, 'x', '')).toBe(false);
});

/** A plaintext put together by hand, to be wrong in one place alone. */
function cipherOf(plain: Buffer): string {
  const aes = Buffer.from(`${key}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', aes, aes.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
}

function plainOf({
  length = 2,
  words = Buffer.from('hi'),
  to = receiver,
  pad = (size: number) => Buffer.alloc(size, size),
}) {
  const head = Buffer.alloc(20);
  head.writeUInt32BE(length, 16);
  const body = Buffer.concat([head, words, Buffer.from(to)]);
  return Buffer.concat([body, pad(32 - (body.length % 32))]);
}

test('put together right it is read', () => expect(decrypt(key, cipherOf(plainOf({})), receiver)).toBe('hi'));

test.each<[string, Buffer]>([
  [
    'a pad byte that differs',
    plainOf({ pad: (size) => Buffer.concat([Buffer.alloc(1, size + 1), Buffer.alloc(size - 1, size)]) }),
  ],
  ['a pad of 0', plainOf({ pad: (size) => Buffer.alloc(size) })],
  ['a pad longer than a block', plainOf({ pad: (size) => Buffer.alloc(size, 33) })],
  ['a length beyond the end', plainOf({ length: 4_000_000_000 })],
  ['a length that takes in the receiver', plainOf({ length: 2 + receiver.length })],
  ['a length that is too short', plainOf({ length: 1 })],
  ['another receiver', plainOf({ to: 'ww0000000000000000' })],
  ['no receiver', plainOf({ to: '' })],
  ['words that are no UTF-8', plainOf({ words: Buffer.from([0xc3, 0x28]) })],
  ['padding alone', Buffer.alloc(32, 32)],
  ['half a block', Buffer.alloc(16, 16)],
  ['nothing', Buffer.alloc(0)],
])('%s is refused', (_, plain) => {
  expect(decrypt(key, cipherOf(plain), receiver)).toBeNull();
});

test('base64 with a sign that does not count is refused', () => {
  const good = cipherOf(plainOf({}));
  for (const bad of [`${good}=`, ` ${good}`, good.replace(/.$/, '\n'), `${good.slice(0, -4)}****`])
    expect(decrypt(key, bad, receiver)).toBeNull();
});

test.each([
  [0, true],
  [300, true],
  [-300, true],
  [301, false],
  [-301, false],
])('a stamp %d seconds away: %s', (away, fresh) => {
  const now = new Date('2026-11-23T10:00:00Z');
  expect(isFresh({ timestamp: String(now.getTime() / 1000 + away), nonce: '' }, now)).toBe(fresh);
});

test('a stamp that is no number is not fresh', () => {
  for (const timestamp of ['', 'x', '1e9', '-5', ' 1', '9'.repeat(13)])
    expect(isFresh({ timestamp, nonce: '' }, new Date())).toBe(false);
});
