/** Strings one of which stands in every match of a pattern, in lower case; null where nothing can be said. */
export function literalsOf(source: string): readonly string[] | null {
  const reader: Reader = { source, at: 0 };
  const node = alternatives(reader);
  return reader.at === source.length ? needOf(node) : null;
}

/** How dear a set of strings may grow before it is cut in two. */
const MOST_STRINGS = 48;
const MOST_OF_CLASS = 16;

interface Reader {
  readonly source: string;
  at: number;
}

/** `exact`: all that the piece can match, where that is little; `need`: what every match of it holds one of. */
interface Node {
  readonly exact: readonly string[] | null;
  readonly need: readonly string[] | null;
}

const ANYTHING: Node = { exact: null, need: null };
const NOTHING: Node = { exact: [''], need: null };

function needOf({ exact, need }: Node): readonly string[] | null {
  const whole = exact === null || exact.length === 0 || exact.includes('') ? null : [...new Set(exact)];
  return tellingOf([whole, need].filter((one) => one !== null));
}

function alternatives(reader: Reader): Node {
  const branches = [sequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at++;
    branches.push(sequence(reader));
  }
  const first = branches[0];
  if (branches.length === 1 && first) return first;
  const exact = branches.every((one) => one.exact !== null) ? branches.flatMap((one) => one.exact ?? []) : null;
  const needs = branches.map(needOf);
  return {
    exact: exact !== null && exact.length <= MOST_STRINGS ? exact : null,
    need: needs.every((one) => one !== null) ? needs.flatMap((one) => one ?? []) : null,
  };
}

function sequence(reader: Reader): Node {
  let strings: readonly string[] = [''];
  let whole = true;
  const needs: (readonly string[])[] = [];
  const keep = (need: readonly string[] | null) => {
    if (need !== null) needs.push(need);
  };
  while (reader.at < reader.source.length && !'|)'.includes(reader.source.charAt(reader.at))) {
    const node = repeated(reader, piece(reader));
    if (node.exact !== null && strings.length * node.exact.length <= MOST_STRINGS) {
      const { exact } = node;
      keep(node.need);
      strings = strings.flatMap((head) => exact.map((tail) => head + tail));
      continue;
    }
    whole = false;
    keep(needOf({ exact: strings, need: null }));
    keep(node.exact === null ? needOf(node) : node.need);
    strings = node.exact ?? [''];
  }
  if (whole) return { exact: strings, need: tellingOf(needs) };
  keep(needOf({ exact: strings, need: null }));
  return { exact: null, need: tellingOf(needs) };
}

/** Of several needs the one that is met least often. */
function tellingOf(needs: readonly (readonly string[])[]): readonly string[] | null {
  const worth = (need: readonly string[]) => Math.min(...need.map(weightOf)) - need.length / 100;
  return [...needs].sort((a, b) => worth(b) - worth(a))[0] ?? null;
}

/** How seldom a string is met, roughly: a Chinese character tells more than a letter. */
export function weightOf(text: string): number {
  let weight = 0;
  for (const character of text) weight += COMMON.includes(character) ? 0.7 : character > '\u2e80' ? 2 : 0.9;
  return weight;
}

const COMMON = ' etaoinsrhld的了一不我们他她是在有到个上下会要给跟和说这那来去过好大小天月日年点号◆◇◷¤,，。';

const QUANTIFIER = /[*+?]\??|\{(\d+)(?:,\d*)?\}\??/y;

function repeated(reader: Reader, node: Node): Node {
  QUANTIFIER.lastIndex = reader.at;
  const match = QUANTIFIER.exec(reader.source);
  if (match === null) return node;
  reader.at += match[0].length;
  const [written, least] = match;
  if (written.startsWith('?')) return { exact: node.exact && [...node.exact, ''], need: null };
  if (written.startsWith('*') || Number(least ?? 1) === 0) return ANYTHING;
  return { exact: null, need: needOf(node) };
}

function piece(reader: Reader): Node {
  const { source } = reader;
  const character = source.charAt(reader.at);
  if (character === '(') return group(reader);
  if (character === '[') return characterClass(reader);
  if (character === '\\') return escaped(reader);
  const code = source.codePointAt(reader.at) ?? 0;
  reader.at += code > 0xffff ? 2 : 1;
  if (character === '^' || character === '$') return NOTHING;
  return character === '.' ? ANYTHING : literal(String.fromCodePoint(code));
}

/** Letters of other scripts than ASCII fold into several: nothing is said of them. */
function literal(character: string): Node {
  const lower = character.toLowerCase();
  const plain = character < '\u0080' || lower === character.toUpperCase();
  return plain ? { exact: [lower], need: null } : ANYTHING;
}

const GROUP = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;

function group(reader: Reader): Node {
  GROUP.lastIndex = reader.at;
  const opening = GROUP.exec(reader.source)?.[0] ?? '(';
  reader.at += opening.length;
  const node = alternatives(reader);
  reader.at++;
  if (opening.endsWith('!')) return NOTHING;
  return opening.endsWith('=') ? { exact: [''], need: needOf(node) } : node;
}

const HEXADECIMAL = /\\u([0-9a-f]{4})/iy;

function escaped(reader: Reader): Node {
  HEXADECIMAL.lastIndex = reader.at;
  const hexadecimal = HEXADECIMAL.exec(reader.source);
  if (hexadecimal !== null) {
    reader.at += hexadecimal[0].length;
    return literal(String.fromCharCode(Number.parseInt(hexadecimal[1] ?? '', 16)));
  }
  const letter = reader.source.charAt(reader.at + 1);
  reader.at += 2;
  if (letter === 'p' || letter === 'P' || letter === 'u') reader.at = reader.source.indexOf('}', reader.at) + 1;
  if (letter === 'k') reader.at = reader.source.indexOf('>', reader.at) + 1;
  if (letter === 'b' || letter === 'B') return NOTHING;
  if (letter === 'd') return { exact: [...'0123456789'], need: null };
  if (letter === 'n') return literal('\n');
  return /[A-Za-z0-9]/.test(letter) ? ANYTHING : literal(letter);
}

function characterClass(reader: Reader): Node {
  const start = ++reader.at;
  const negated = reader.source[start] === '^';
  const members: string[] = [];
  let known = !negated;
  while (reader.at < reader.source.length && reader.source[reader.at] !== ']') {
    const { exact } = reader.source[reader.at] === '\\' ? escaped(reader) : literal(character(reader));
    const from = exact?.length === 1 ? exact[0] : undefined;
    if (reader.source[reader.at] === '-' && reader.source[reader.at + 1] !== ']') known = false;
    if (exact === null || (exact.length === 1 && from === undefined)) known = false;
    members.push(...(exact ?? []));
  }
  reader.at++;
  return known && members.length <= MOST_OF_CLASS ? { exact: members, need: null } : ANYTHING;
}

function character(reader: Reader): string {
  const found = String.fromCodePoint(reader.source.codePointAt(reader.at) ?? 0);
  reader.at += found.length;
  return found;
}
