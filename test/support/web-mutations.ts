import { type Answer, call } from './web-world.ts';
import { wrongShapes } from './wrong-shapes.ts';

export interface WebMutation {
  name: string;
  ask(): Promise<Answer>;
}

/** A good request of each kind. */
const GOOD: readonly { method: string; path: string; body: Record<string, string> }[] = [
  { method: 'POST', path: '/api/chat/messages', body: { id: 'forged', text: '伪造一句', conversation: 'direct' } },
  { method: 'PUT', path: '/api/chat/messages/m1', body: { id: 'forged', text: '改成这样' } },
  { method: 'POST', path: '/api/chat/actions', body: { id: 'forged', actionId: 'b1', conversation: 'direct' } },
];

const TOKEN = 'token-lin';
type Good = (typeof GOOD)[number];
type Way = (good: Good, n: number) => Promise<Answer>;

const sign = (n: number) => String.fromCharCode(33 + (n % 90)).replace(/[{}[\]",:\s]/, '!');
const raw = ({ method, path }: Good, text: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  call(method, path, { raw: text, headers });
/** One who is not known, each from an address of their own. */
const stranger = ({ method, path, body }: Good, n: number, as: string, headers: Record<string, string> = {}) =>
  call(method, path, {
    as,
    body,
    headers: { 'x-forwarded-for': `10.0.${Math.floor(n / 250)}.${n % 250}`, ...headers },
  });
/** What leaves a field out that need not be there, or is as good as what was there, changes nothing. */
const isWrong = (body: Record<string, unknown>, { body: good }: Good) =>
  Object.entries(good).some(([name, was]) =>
    name in body ? body[name] !== was && !isText(name, body[name]) : isNeeded(name),
  );
const isNeeded = (name: string) => name === 'text' || name === 'actionId';
const isText = (name: string, value: unknown) => name === 'text' && typeof value === 'string' && value !== '';

/** Each way to change one thing about a good request, by what it changes. */
const WAYS: Record<string, Way> = {
  'a sign of the token': (good, n) => {
    const at = n % TOKEN.length;
    return stranger(good, n, TOKEN.slice(0, at) + (TOKEN[at] === 'x' ? 'y' : 'x') + TOKEN.slice(at + 1));
  },
  'a token of another length': (good, n) =>
    stranger(good, n, n % 2 === 0 ? TOKEN.slice(0, -1 - (n % 5)) : TOKEN + sign(n)),
  'no token': (good, n) => stranger(good, n, ''),
  'another scheme': (good, n) =>
    stranger(good, n, '', { authorization: `${['Basic', 'Token', 'bearer,'][n % 3]} ${TOKEN}` }),
  'the token in the address': (good, n) =>
    stranger({ ...good, path: `${good.path}?${['token', 'access_token'][n % 2]}=${TOKEN}` }, n, ''),
  'JSON cut short': (good, n) => {
    const text = JSON.stringify(good.body);
    return raw(good, text.slice(0, 1 + (n % (text.length - 1))));
  },
  'signs after the JSON': (good, n) => raw(good, `${JSON.stringify(good.body)}${sign(n)}`),
  'JSON of another kind': (good, n) => raw(good, ['[]', '7', 'null', '"x"', 'true', '[{}]'][n % 6] ?? ''),
  'bytes that are no text': (good, n) =>
    raw(good, Buffer.concat([Buffer.from('{"text":"'), Buffer.from([0xc0 + (n % 60), 0x20]), Buffer.from('"}')])),
  'a control sign or half a character': ({ path, method, body }, n) => {
    const text = [...Object.values(body).slice(0, 1), '话'].join('') + ['\u0000', '\u0007', '\ud83d', '\u001b'][n % 4];
    return call(method, path, { body: 'text' in body ? { ...body, text } : { ...body, id: text } });
  },
  'a field of a wrong kind': (good, n) => {
    const wrong = wrongShapes(good.body).filter((body) => isWrong(body, good));
    return call(good.method, good.path, { body: wrong[n % wrong.length] });
  },
  'a field too many': (good, n) => call(good.method, good.path, { body: { ...good.body, [`f${n}`]: '$where' } }),
  'a form in place of JSON': (good) =>
    raw(good, new URLSearchParams(good.body).toString(), { 'content-type': 'application/x-www-form-urlencoded' }),
  'XML in place of JSON': (good, n) =>
    raw(good, `<xml><text>${n}</text></xml>`, { 'content-type': ['text/xml', 'application/xml'][n % 2] ?? '' }),
  'a kind or a coding that is not read': (good, n) =>
    raw(
      good,
      JSON.stringify(good.body),
      n % 2 === 0 ? { 'content-type': 'text/plain' } : { 'content-encoding': 'gzip' },
    ),
};

/** So many requests that are each wrong in one thing, every way in turn. */
export function webMutations(count: number): WebMutation[] {
  const ways = Object.entries(WAYS);
  return Array.from({ length: count }, (_, n) => {
    const [name, way] = ways[n % ways.length] ?? ['', () => Promise.reject(new Error('no way'))];
    const round = Math.floor(n / ways.length);
    const good = GOOD[round % GOOD.length] ?? { method: 'GET', path: '/', body: {} };
    return { name: `${name}, ${good.method} ${good.path}`, ask: () => way(good, round) };
  });
}
