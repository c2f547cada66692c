import { type Atom, type Reading, touches, wordAt } from './atom.ts';

/** Letters that stand for a zone behind a clock time, by minutes ahead of UTC, or where the season decides by the zone's name. */
const LETTERS: ReadonlyMap<string, string | number> = new Map<string, string | number>([
  ['utc', 0],
  ['gmt', 0],
  ['bst', 60],
  ['cet', 60],
  ['cest', 120],
  ['eet', 120],
  ['eest', 180],
  ['msk', 180],
  ['ist', 330],
  ['sgt', 480],
  ['hkt', 480],
  ['jst', 540],
  ['kst', 540],
  ['aest', 600],
  ['aedt', 660],
  ['est', -300],
  ['edt', -240],
  ['cdt', -300],
  ['mst', -420],
  ['mdt', -360],
  ['pst', -480],
  ['pdt', -420],
  ['et', 'America/New_York'],
  ['pt', 'America/Los_Angeles'],
]);

/** Whose time it is: 北京时间, London time, Eastern time. */
const PLACES: readonly (readonly [words: string, zone: string])[] = [
  ['北京 beijing china shanghai 上海', 'Asia/Shanghai'],
  ['香港 hong-kong', 'Asia/Hong_Kong'],
  ['新加坡 singapore', 'Asia/Singapore'],
  ['东京 日本 tokyo japan', 'Asia/Tokyo'],
  ['首尔 韩国 seoul korea', 'Asia/Seoul'],
  ['迪拜 dubai', 'Asia/Dubai'],
  ['印度 india', 'Asia/Kolkata'],
  ['莫斯科 moscow', 'Europe/Moscow'],
  ['巴黎 paris', 'Europe/Paris'],
  ['柏林 德国 berlin', 'Europe/Berlin'],
  ['伦敦 英国 london uk', 'Europe/London'],
  ['格林威治 格林尼治 世界协调', 'Etc/UTC'],
  ['纽约 美东 美国东部 eastern', 'America/New_York'],
  ['芝加哥 美中 central', 'America/Chicago'],
  ['丹佛 mountain', 'America/Denver'],
  ['洛杉矶 旧金山 美西 美国西部 太平洋 pacific', 'America/Los_Angeles'],
  ['悉尼 sydney', 'Australia/Sydney'],
];
const ZONES = new Map(PLACES.flatMap(([words, zone]) => words.split(' ').map((word) => [word, zone] as const)));
const CHINESE_BEFORE = new RegExp(
  `(${[...ZONES.keys()].filter((word) => /[\u4e00-\u9fff]/.test(word)).join('|')})时间[，,：:]?\\s?$`,
);
const LONGEST_BEFORE = 8;

/** A clock time with the zone said behind it (16:00 UTC, 9am PDT, 10:00 (CET), 07:45+08:00) or, in Chinese, before it. */
export function withZone(reading: Reading, atom: Atom): Atom {
  if (atom.clock === undefined) return atom;
  const open = wordAt(reading, atom.to) === '(' ? 1 : 0;
  const behind = lettersAt(reading, atom.to + open) ?? (isWholeTime(reading, atom) ? offsetAt(reading, atom.to) : null);
  if (behind !== null && open === 1 && wordAt(reading, behind.to) !== ')') return atom;
  if (behind !== null) return { ...atom, zone: behind.zone, to: behind.to + open };
  return atom;
}

/** 北京时间明天下午3点: the zone stands before the whole expression. */
export function withZoneBefore(reading: Reading, atom: Atom): Atom {
  if (atom.clock === undefined || atom.zone !== undefined) return atom;
  const start = reading.tokens[atom.from]?.start ?? 0;
  const place = CHINESE_BEFORE.exec(reading.text.slice(Math.max(0, start - LONGEST_BEFORE), start))?.[1];
  const zone = place === undefined ? undefined : ZONES.get(place);
  return zone === undefined ? atom : { ...atom, zone };
}

/** 07:45:00 and 2027-06-15T07:45: an offset may follow; 9:00-10:30 is a span. */
function isWholeTime({ text, tokens }: Reading, { from, to }: Atom): boolean {
  const written = text.slice(tokens[from]?.start, tokens[to - 1]?.end);
  return tokens[from - 1]?.text === 't' || /^\d\d:\d\d:\d\d$/.test(written);
}

function lettersAt(reading: Reading, at: number): { zone: string | number; to: number } | null {
  const word = wordAt(reading, at);
  if (word === 'z' && touches(reading, at)) return { zone: 0, to: at + 1 };
  const signed = word === 'utc' || word === 'gmt' ? offsetAt(reading, at + 1) : null;
  if (signed !== null) return signed;
  // China's standard time, or America's central one.
  const zone = word === 'cst' ? (reading.workRegion === 'CN' ? 480 : -360) : LETTERS.get(word);
  if (zone !== undefined) return { zone, to: at + 1 };
  const named = ZONES.get(word);
  return named !== undefined && wordAt(reading, at + 1) === 'time' ? { zone: named, to: at + 2 } : null;
}

/** +08:00, +0800, +8, -5: touching what stands before it. */
function offsetAt(reading: Reading, at: number): { zone: number; to: number } | null {
  const sign = wordAt(reading, at);
  const hours = reading.tokens[at + 1];
  if ((sign !== '+' && sign !== '-') || !touches(reading, at) || !touches(reading, at + 1)) return null;
  if (hours === undefined || hours.number === null || hours.digits === 0) return null;
  const way = sign === '+' ? 1 : -1;
  if (hours.digits === 4) return offset(way, Math.floor(hours.number / 100), hours.number % 100, at + 2);
  if (hours.digits > 2) return null;
  const minutes = wordAt(reading, at + 2) === ':' ? reading.tokens[at + 3] : undefined;
  if (minutes?.digits === 2) return offset(way, hours.number, minutes.number ?? 0, at + 4);
  return /^(?:utc|gmt)$/.test(wordAt(reading, at - 1)) ? offset(way, hours.number, 0, at + 2) : null;
}

function offset(way: 1 | -1, hours: number, minutes: number, to: number): { zone: number; to: number } | null {
  return hours > 14 || minutes > 59 ? null : { zone: way * (60 * hours + minutes), to };
}
