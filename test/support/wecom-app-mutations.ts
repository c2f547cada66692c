import { encrypt, signatureOf } from '../../adapters/wecom-app/wecom-app-crypto.ts';
import { AGENT, CORP } from './fake-wecom-app.ts';
import { AES_KEY, member, sealed, sealedCipher, TOKEN, type WecomRequest } from './wecom-app-callback.ts';

export interface Mutation {
  name: string;
  made: WecomRequest;
  method: 'POST' | 'GET';
}

type Make = (n: number) => { made: WecomRequest; method?: 'GET' };

const words = (n: number) => member('lin').text(`改动 ${n}`, String(n + 1));
const change = (text: string, at: number, to?: string): string => {
  const place = at % text.length;
  const sign = to ?? (text[place] === 'a' ? 'b' : 'a');
  return text.slice(0, place) + sign + text.slice(place + 1);
};
const ciphertext = (body: string): string => /<Encrypt><!\[CDATA\[(.*?)]]>/.exec(body)?.[1] ?? '';

/** Flips bits of the ciphertext itself and signs the result anew, as one who knew the token alone could. */
function flipped(n: number): string {
  const bytes = Buffer.from(encrypt(AES_KEY, words(n), CORP), 'base64');
  const block = bytes.length - 32 + (n % 16);
  bytes[block] = (bytes[block] ?? 0) ^ (1 + (n % 255));
  return bytes.toString('base64');
}

/** Each way to change one thing about a good request, by what it changes. */
const ways: Record<string, Make> = {
  'a sign of the signature': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query: { ...query, msg_signature: change(query.msg_signature ?? '', n) }, body } };
  },
  'a signature of another length': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query: { ...query, msg_signature: (query.msg_signature ?? '').slice(0, n % 40) }, body } };
  },
  'the stamp': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query: { ...query, timestamp: String(Number(query.timestamp) + 1 + n) }, body } };
  },
  'a stamp long ago or to come': (n) => ({
    made: sealed(words(n), { at: new Date(Date.now() + (n % 2 === 0 ? -1 : 1) * (310_000 + n * 1_000)) }),
  }),
  'the nonce': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query: { ...query, nonce: `${query.nonce}${n}` }, body } };
  },
  'a field of the query left out': (n) => {
    const { query, body } = sealed(words(n));
    const left = Object.entries(query).filter((_, at) => at !== n % 3);
    return { made: { query: Object.fromEntries(left), body } };
  },
  'a sign of the ciphertext': (n) => {
    const { query, body } = sealed(words(n));
    const cipher = ciphertext(body);
    return { made: { query, body: body.replace(cipher, change(cipher, n * 7)) } };
  },
  'bits of the last block, signed anew': (n) => ({ made: sealedCipher(flipped(n)) }),
  'ciphertext cut short, signed anew': (n) => {
    const bytes = Buffer.from(encrypt(AES_KEY, words(n), CORP), 'base64');
    return { made: sealedCipher(bytes.subarray(0, bytes.length - 1 - (n % 60)).toString('base64')) };
  },
  'ciphertext that is no base64, signed anew': (n) => ({
    made: sealedCipher(`${encrypt(AES_KEY, words(n), CORP)}${'=*_ -'[n % 5]}`),
  }),
  'another receiver': (n) => ({ made: sealed(words(n), { receiver: change(CORP, 2 + (n % 16), 'z') }) }),
  'another key': (n) => ({ made: sealed(words(n), { key: change(AES_KEY, n % 42) }) }),
  'another token': (n) => ({ made: sealed(words(n), { token: change(TOKEN, n) }) }),
  'a tag that is not closed': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query, body: body.slice(0, -1 - (n % 6)) } };
  },
  'a DOCTYPE': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query, body: `<!DOCTYPE x [<!ENTITY e${n} "x">]>${body}` } };
  },
  'the ciphertext twice': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query, body: body.replace('</xml>', `<Encrypt>${n}</Encrypt></xml>`) } };
  },
  'a company around it that is not ours': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query, body: body.replace(CORP, change(CORP, 2 + (n % 16), 'z')) } };
  },
  'an app around it that is not ours': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query, body: body.replace(`[${AGENT}]`, `[${AGENT + 1 + n}]`) } };
  },
  'JSON in place of XML': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query, body: JSON.stringify({ encrypt: ciphertext(body) }) } };
  },
  'a form in place of XML': (n) => {
    const { query, body } = sealed(words(n));
    return { made: { query, body: new URLSearchParams({ Encrypt: ciphertext(body), n: String(n) }).toString() } };
  },
  'no body': (n) => ({ made: { query: sealed(words(n)).query, body: '' } }),
  'words within that are no XML': (n) => ({ made: sealed(words(n).slice(n % 2 === 0 ? 3 : 0, -2)) }),
  'words within with a DOCTYPE': (n) => ({ made: sealed(`<!DOCTYPE x>${words(n)}`) }),
  'words within for another company': (n) => ({ made: sealed(words(n).replace(CORP, 'ww0000000000000000')) }),
  'an address check of a sign changed': (n) => {
    const { query, body } = sealed(String(n));
    const echostr = change(ciphertext(body), n);
    return { made: { query: { ...query, echostr }, body: '' }, method: 'GET' };
  },
  'an address check with the signature of something else': (n) => {
    const { query, body } = sealed(String(n));
    const msg_signature = signatureOf(TOKEN, { timestamp: query.timestamp ?? '', nonce: query.nonce ?? '' }, 'else');
    return { made: { query: { ...query, msg_signature, echostr: ciphertext(body) }, body: '' }, method: 'GET' };
  },
};

/** So many requests that are each wrong in one thing, every way in turn. */
export function mutations(count: number): Mutation[] {
  const all = Object.entries(ways);
  return Array.from({ length: count }, (_, n) => {
    const [name, make] = all[n % all.length] ?? ['', () => ({ made: sealed('') })];
    return { name, method: 'POST', ...make(Math.floor(n / all.length) + n) };
  });
}
