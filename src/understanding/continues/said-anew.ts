import { readMessage } from '../intent/reading.ts';
import type { Token } from '../intent/skeleton.ts';
import type { NameDirectory } from '../name-directory.ts';
import type { MessageInput } from '../understanding.ts';

/**
 * A command said once more with another day, sum, customer, colleague or team in it. `instead`: in the place of the first
 * one (不对,转给王芳), else besides it (海拓也是). `unclear`: what it is to stand for cannot be told.
 */
export type SaidAnew = { kind: 'anew'; text: string; instead: boolean } | { kind: 'unclear' };

/** Stand for a team's name and for a count, as glyphs do for what is read otherwise. */
const TEAM = '▣';
const COUNT = '№';
/** 第二组, team two: a team by its number. */
const NUMBERED = /第?(?:\d{1,2}|[一二三四五六七八九十]+)\s?组|(?<![a-z])team (?:\d{1,2}|[a-z]{3,5})(?![a-z])/giu;
const ANY = `[◷¤◆◇◈${TEAM}${COUNT}]`;
const NAME = `[◆◇◈${TEAM}]`;

/** 20人, 14 days: a count goes for one of the same unit. */
const COUNTED = /(?:\d{1,4}|[一二两三四五六七八九十]{1,3}) ?(?<unit>个?人|天|周|people|days?|weeks?)(?![a-z])/giu;

/** 不是张伟,是王芳; not Kim but Lee: what was said, and what is meant. */
const FOR_OTHER: readonly RegExp[] = [
  new RegExp(`^\\s*(?:不对)?[,\\s]*不是(?<was>${ANY})[,。\\s]*(?:而?是|改成|换成)(?<now>${ANY})[吧的。!\\s]*$`, 'du'),
  new RegExp(`^\\s*(?:应该)?是(?<now>${ANY})[,。\\s]*(?:而?不是)(?<was>${ANY})[吧的。!\\s]*$`, 'du'),
  new RegExp(`^\\s*(?:no, )?(?:it's ?)?not ?(?<was>${ANY})[,.]?(?: but| it's)? ?(?<now>${ANY})[.!\\s]*$`, 'du'),
  new RegExp(`^\\s*(?:no, )?(?:it's )?(?<now>${ANY})[,.]? ?(?:and )?not ?(?<was>${ANY})[.!\\s]*$`, 'du'),
];
const INSTEAD: readonly RegExp[] = [
  new RegExp(
    `^\\s*(?:(?:哦|啊|呃|哎|等等|等下|不好意思|抱歉|[说搞打弄写]?错(?:人|了)*|更正(?:一下)?|不对|不是|不)[,。!\\s]*)*(?<how>(?:应该|还是|是|改成|改为|改到|改|换成|换为|换|转给|交给|分给|给|放到?|放进|到|归|让|由|叫)*)(?<now>${ANY})(?:吧|才对|去|来|管|的|就行|好了|[。!\\s])*$`,
    'du',
  ),
  new RegExp(
    `^\\s*(?:(?:no|nope|sorry|oops|whoops|wait|hang on|hold on|actually|correction|i meant?|my mistake|wrong (?:one|person|team|day|customer))[,.!: -]*)*(?<how>(?:(?:make|change|set|move|switch|give|hand) (?:it|that|this|them)(?: (?:over )?to)?|it's|it should be|should be|to|until|till|for|in|into| )*)(?<now>${ANY})(?: instead| please|[.! ])*$`,
    'du',
  ),
];
/** Without one of these a value alone says nothing of what was said before. */
const TAKES_BACK =
  /不|错|更正|抱歉|等等|等下|是|改|换|才对|\b(?:no|nope|sorry|oops|whoops|wait|hang|hold|actually|correction|meant?|mistake|wrong|make|change|switch|instead|should)\b/u;
const BESIDES: readonly RegExp[] = [
  new RegExp(
    `^\\s*(?:还有|再加上?|加上|以及)[,\\s]*(?:把|给|让)?(?<now>${NAME})(?:也是?|也?一样|也要)?[吧了。!\\s]*$`,
    'du',
  ),
  new RegExp(`^\\s*(?:把|给|让)?(?<now>${NAME})(?:也|同样|一样)[^◷¤◆◇◈☎✉${TEAM},。?吗]{0,5}[。!\\s]*$`, 'du'),
  new RegExp(
    `^\\s*(?:and|also|plus|same for|same with|same goes for|do the same for|and also) ?(?:for )?(?<now>${NAME})(?:,? ?too| ?as well| ?also)?[.!\\s]*$`,
    'du',
  ),
  new RegExp(`^\\s*(?<now>${NAME})(?:,? ?too| ?as well| ?also)[.!\\s]*$`, 'du'),
];
/** Whether words can be that at all, told without reading them. */
export const maySayAnew = (text: string): boolean =>
  text.trim().length <= LONGEST && (TAKES_BACK.test(text.toLowerCase()) || OTHERWISE.test(text));
/** Longer words are a message of their own. */
const LONGEST = 40;
const OTHERWISE = /也|还有|加上|以及|同样|一样|\b(?:not|and|also|plus|same|too|as well)\b/iu;

/** Who or when it is to be stands last: 把林悦的客户转给张伟. */
const POINTS_LAST = /给|到|归|换|改|\b(?:to|until|till|make|change|switch)\b/u;
/** 小李, 老张: one of ours by a familiar form, which is read as somebody of a customer's. */
const FAMILIAR = /^[小老阿]\p{Script=Han}$/u;

/** What a day is to the rest is said by the command: off until Wednesday. */
const LEADS = /^(?:(?:until|till|through|thru|by|before|from|since|after|on)\s|到|至|从)/iu;

/** One value in a text: its class, where it stands and its words. */
interface Value {
  of: string;
  span: readonly [number, number];
  words: string;
  token: Token | null;
}

interface Read {
  skeleton: string;
  text: string;
  values: Map<number, Value>;
}

/**
 * Reads `input` as the command `said` once more; null where it is not. `teams`: the names of all that there are.
 * Both texts are short: whoever asks has seen to it.
 */
export function saidAnew(
  said: string,
  input: MessageInput,
  directory: NameDirectory,
  teams: readonly string[],
): SaidAnew | null {
  const next = read(input, directory, teams);
  const asked = formOf(next);
  if (asked === null) return null;
  const now = valueAt(next, asked.form, 'now');
  if (now === null) return null;
  const before = read({ ...input, text: said }, directory, teams);
  const places = [...before.values.values()].filter(({ of }) => of === now.of);
  const was = valueAt(next, asked.form, 'was');
  const meant =
    was !== null
      ? places.filter(({ words }) => words === was.words)
      : places.length > 1 && POINTS_LAST.test(asked.form.groups?.how ?? '')
        ? places.slice(-1)
        : places;
  if (places.length === 0) return null;
  const [place, another] = meant;
  if (place === undefined || another !== undefined || isStretch(place) !== isStretch(now)) return { kind: 'unclear' };
  const lead = LEADS.test(now.words) ? '' : (LEADS.exec(place.words)?.[0] ?? '');
  const text = before.text.slice(0, place.span[0]) + lead + now.words + before.text.slice(place.span[1]);
  return { kind: 'anew', text, instead: asked.instead };
}

function formOf({ skeleton }: Read): { form: RegExpExecArray; instead: boolean } | null {
  for (const one of FOR_OTHER) {
    const form = one.exec(skeleton);
    if (form !== null) return { form, instead: true };
  }
  for (const one of BESIDES) {
    const form = one.exec(skeleton);
    if (form !== null) return { form, instead: false };
  }
  if (!TAKES_BACK.test(skeleton)) return null;
  const form = INSTEAD.map((one) => one.exec(skeleton)).find((found) => found !== null);
  return form === undefined || form === null ? null : { form, instead: true };
}

/** The value that a group of a form stands for; null where there is none, or a name that nobody bears. */
function valueAt({ values }: Read, form: RegExpExecArray, group: 'now' | 'was'): Value | null {
  const at = form.indices?.groups?.[group]?.[0];
  return at === undefined ? null : (values.get(at) ?? null);
}

const isStretch = ({ token }: Value): boolean => token?.kind === 'day' && token.day.grain === 'range';

/** The skeleton with a sign for every team, and what its signs stand for. */
function read(input: MessageInput, directory: NameDirectory, teams: readonly string[]): Read {
  const { skeleton, text } = readMessage(input, directory);
  const others = [...teamSpans(text, teams), ...countSpans(text), ...roundSums(text)];
  const values = new Map<number, Value>();
  let signs = '';
  let done = 0;
  for (const [at, sign] of [...skeleton.text].entries()) {
    const offset = skeleton.offsets[at] ?? 0;
    if (offset < done) continue;
    const other = others.find(({ span: [start, end] }) => start <= offset && offset < end);
    const token = other === undefined ? (skeleton.at.get(at) ?? null) : null;
    const span = other?.span ?? token?.span;
    if (span !== undefined) {
      const words = text.slice(span[0], span[1]).trim();
      const of = other?.of ?? classOf(token, words);
      if (of !== '') values.set(signs.length, { of, span, words, token });
      done = span[1];
    }
    signs += other?.sign ?? sign;
  }
  return { skeleton: signs, text, values };
}

/** Whoever is no colleague and no customer that there is stands for nothing. */
function classOf(token: Token | null, words: string): string {
  if (token?.kind === 'person') return FAMILIAR.test(words) ? 'colleague' : '';
  return token?.kind ?? '';
}

/** What the skeleton has no glyph for: where it stands, its class and its sign. */
interface Other {
  span: readonly [number, number];
  of: string;
  sign: string;
}

function teamSpans(text: string, teams: readonly string[]): Other[] {
  const low = text.toLowerCase();
  const named = teams.flatMap((team) => {
    const name = team.normalize('NFKC').toLowerCase();
    const start = low.indexOf(name);
    const isPart = [low[start - 1], low[start + name.length]].some((one) => /\p{Script=Latin}/u.test(one ?? ''));
    return start < 0 || isPart ? [] : [{ span: [start, start + name.length] as const, of: 'team', sign: TEAM }];
  });
  const numbered = [...text.matchAll(NUMBERED)].map(({ index, 0: words }) => ({
    span: [index, index + words.length] as const,
    of: 'team',
    sign: TEAM,
  }));
  return [...named, ...numbered].sort(({ span: [a, b] }, { span: [c, d] }) => a - c || d - b);
}

const countSpans = (text: string): Other[] =>
  [...text.matchAll(COUNTED)].map(({ index, 0: words, groups }) => ({
    span: [index, index + words.length],
    of: `of ${groups?.unit?.toLowerCase().replace(/^个|s$/gu, '')}`,
    sign: COUNT,
  }));

/** Over 200k moves: a sum in whatever words it stands. */
const roundSums = (text: string): Other[] =>
  [...text.matchAll(/(?<![\w.$£€¥])\d+(?:\.\d+)?[km](?![a-z\d])/giu)].map(({ index, 0: words }) => ({
    span: [index, index + words.length],
    of: 'sum',
    sign: '¤',
  }));
