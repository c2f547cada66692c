import { isSigned } from './slack-signature.ts';

// Slack's own published example.
const secret = '8f742231b10e8888abcd99yyyzzz85a5';
const stamp = '1531420618';
const body = Buffer.from(
  'token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c',
);
const signature = 'v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503';
const at = (seconds: number) => new Date((Number(stamp) + seconds) * 1000);

test('Slack’s published example is genuine', () => {
  expect(isSigned(secret, { stamp, signature, body }, at(0))).toBe(true);
});

test.each([-301, 301])('a stamp %i seconds away is refused', (seconds) => {
  expect(isSigned(secret, { stamp, signature, body }, at(seconds))).toBe(false);
  expect(isSigned(secret, { stamp, signature, body }, at(Math.sign(seconds) * 299))).toBe(true);
});

test.each([
  ['another body', { body: Buffer.concat([body, Buffer.from('&')]) }],
  ['another stamp', { stamp: '1531420619' }],
  ['no stamp', { stamp: undefined }],
  ['a stamp that is no number', { stamp: '1531420618.0' }],
  ['no signature', { signature: undefined }],
  ['a short one', { signature: signature.slice(0, -1) }],
  ['capitals', { signature: signature.toUpperCase() }],
])('%s is refused', (_, change) => {
  expect(isSigned(secret, { stamp, signature, body, ...change }, at(0))).toBe(false);
});
