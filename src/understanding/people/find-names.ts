import type { DirectoryAccount, NameHit } from '../name-directory.ts';
import type { Span } from '../text/normal-text.ts';
import type { Candidate, MessageContext } from '../understanding.ts';
import { cutsWords, endsBefore, isWordHere, mayOpenName, RUNS_ON } from './name-borders.ts';
import type { FormKind } from './name-forms.ts';
import type { Posting } from './name-index.ts';
import type { Named, NameTable } from './name-table.ts';
import { type NameUnit, nameUnits, unitsKey } from './name-units.ts';
import { windowsAt } from './near-index.ts';
import { taughtHits } from './taught-names.ts';
import { NAMES_THAT_ARE_WORDS, NEVER_NAMES } from './words/english-words.ts';
import { GIVEN_NAMES } from './words/given-names.ts';

const HAN = /\p{Script=Han}/u;

/** Of a form that many bear, so many are looked at. */
const MOST_BEARERS = 64;
const MOST_CANDIDATES = 8;

type Group = Pick<NameHit, 'kind' | 'by' | 'candidates'>;
const RANK: Record<FormKind, number> = { alias: 0, name: 0, short: 1 };

/** Every known name in the text outside the masks, exact forms first, then near ones in what is left. */
export function findNames(
  table: NameTable,
  text: string,
  masks: readonly Span[],
  context: MessageContext,
  accountOf: (id: string) => DirectoryAccount | undefined,
): NameHit[] {
  const units = nameUnits(text);
  const taken = maskedUnits(units, masks);
  const taught = taughtHits(text, units, taken, context, accountOf);
  const hits = [
    ...taught,
    ...exactHits(table, text, units, taken, context),
    ...nearHits(table, text, units, taken, context),
  ];
  return hits.sort((a, b) => a.span[0] - b.span[0]);
}

/** Of many bearers those whom the sender may know of, first those of the accounts spoken of lately. */
function bearersOf(table: NameTable, key: string, context: MessageContext): Posting[] {
  const { sees, recentAccounts, repliedTo } = context;
  const named = (bearer: number) => table.named({ bearer, kind: 'short' });
  const all = table.index.get(key, MOST_BEARERS, sees && ((bearer) => isSeen(named(bearer), context)));
  if (all.length < MOST_BEARERS || !(recentAccounts?.length || repliedTo)) return all;
  const lately = new Set([...(recentAccounts ?? []), repliedTo?.accountId]);
  const recent = table.index.get(key, MOST_BEARERS, (bearer) => {
    const who = named(bearer);
    return who !== undefined && who.kind !== 'user' && lately.has(idOf(who.account)) && isSeen(who, context);
  });
  return recent.length > 0 ? recent : all;
}

function maskedUnits(units: readonly NameUnit[], masks: readonly Span[]): boolean[] {
  const sorted = [...masks].sort((a, b) => a[0] - b[0]);
  let next = 0;
  return units.map((unit) => {
    while ((sorted[next]?.[1] ?? Number.POSITIVE_INFINITY) <= unit.start) next++;
    return (sorted[next]?.[0] ?? Number.POSITIVE_INFINITY) < unit.end;
  });
}

function exactHits(
  table: NameTable,
  text: string,
  units: readonly NameUnit[],
  taken: boolean[],
  context: MessageContext,
): NameHit[] {
  const found: { from: number; to: number; hits: NameHit[] }[] = [];
  /** What a form means here: the same name over and over is looked up once. */
  const seen = new Map<string, Group[]>();
  for (let from = 0; from < units.length; from++) {
    if (taken[from]) continue;
    for (let to = Math.min(units.length, from + reach(table, units, from)); to > from; to--) {
      if (!runsOn(units, taken, from, to)) continue;
      const key = unitsKey(units, from, to);
      const groups = seen.get(key) ?? groupByKind(table, bearersOf(table, key, context), context);
      seen.set(key, groups);
      if (groups.length === 0) continue;
      const hits = hitsOf(text, units, from, to, groups);
      if (hits.length > 0) {
        found.push({ from, to, hits });
        break;
      }
    }
  }
  found.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
  return found.flatMap(({ from, to, hits }) => {
    if (taken.slice(from, to).some(Boolean)) return [];
    taken.fill(true, from, to);
    return hits;
  });
}

function nearHits(
  table: NameTable,
  text: string,
  units: readonly NameUnit[],
  taken: boolean[],
  context: MessageContext,
): NameHit[] {
  const found: NameHit[] = [];
  for (let from = 0; from < units.length; from++) {
    const unit = units[from];
    if (!unit || taken[from] || !mayOpenName(text, unit, taken[from - 1] === true)) continue;
    for (const { key, to } of windowsAt(units, from)) {
      const last = units[to - 1];
      if (last?.latin && RUNS_ON.test(text.slice(last.end, last.end + 24))) continue;
      if (!last || taken.slice(from, to).some(Boolean)) continue;
      if (!unit.latin && !(taken[to] || endsBefore(text, last.end))) continue;
      const sound = table.near.soundsLike(key);
      const forms = sound.length > 0 ? sound : table.near.looksLike(key);
      const postings = forms.flatMap((form) => bearersOf(table, form, context));
      const by = sound.length > 0 ? 'sound' : 'typo';
      const hits = groupByKind(table, postings, context)
        .filter((group) => group.kind !== 'user')
        .map(
          (group): NameHit => ({
            ...group,
            by,
            span: [unit.start, last.end],
            mention: text.slice(unit.start, last.end),
          }),
        );
      if (hits.length === 0) continue;
      found.push(...hits);
      taken.fill(true, from, to);
      break;
    }
  }
  return found;
}

function reach(table: NameTable, units: readonly NameUnit[], from: number): number {
  const first = units[from];
  if (!first) return 0;
  if (first.latin) return table.index.longestFrom(first.key);
  const second = units[from + 1];
  return second ? table.index.longestFrom(first.key + second.key) : 0;
}

function runsOn(units: readonly NameUnit[], taken: readonly boolean[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (taken[at] || (at > from && !units[at]?.joins)) return false;
  return true;
}

function hitsOf(
  text: string,
  units: readonly NameUnit[],
  from: number,
  to: number,
  groups: readonly Group[],
): NameHit[] {
  const span: Span = [units[from]?.start ?? 0, units[to - 1]?.end ?? 0];
  const mention = text.slice(span[0], span[1]);
  if (to - from === 1 && !isNameHere(text, mention, span)) return [];
  if (to - from === 2 && cutsWords(text, span)) return [];
  const here =
    (to - from === 2 && HAN.test(mention) && isWordHere(text, span)) || ofFirm(text, span)
      ? groups.filter(({ kind }) => kind === 'account')
      : groups;
  return here.map((group) => ({ ...group, span, mention }));
}

/** Brandt & Sohn: a family name within the name of a firm is nobody; Claire & Tom are two. */
function ofFirm(text: string, [start, end]: Span): boolean {
  const [, left] = /(\p{Lu}\S*)\s*&\s*$/u.exec(text.slice(Math.max(0, start - 24), start)) ?? [];
  const [, right] = /^\s*&\s*(\p{Lu}\p{L}*)/u.exec(text.slice(end, end + 24)) ?? [];
  const other = left ?? right;
  return other !== undefined && !GIVEN_NAMES.has(other.toLowerCase());
}

/** Whether one Latin word is a name at this place, not the everyday word that it also is. */
function isNameHere(text: string, mention: string, [start, end]: Span): boolean {
  const word = mention.toLowerCase();
  if (mention.length <= 2 && mention === word && !/\d/.test(word)) return false;
  if (!NAMES_THAT_ARE_WORDS.has(word)) {
    return !NEVER_NAMES.has(word) || (mention.length <= 4 && mention === mention.toUpperCase() && mention !== word);
  }
  if (mention === word) return false;
  const opensSentence = /(?:^|[.!?\n]\s*)$/.test(text.slice(Math.max(0, start - 3), start));
  return (
    !opensSentence ||
    HAN.test(text) ||
    /^(?:\s+(?:[a-z]+ed|came|rang|met|went|sent|got|told|gave|has|had|loves|likes|needs|thinks|wrote|spoke|left|took|seems|reckons|just|also|said|says|called|wants|wanted|asked|is|was|from|at|over|and|texted|emailed)\b|\s*[@(,'&+])/.test(
      text.slice(end),
    )
  );
}

const BEARER_KINDS = ['account', 'contact', 'user'] as const;

/** One hit for each kind of bearer; an exact alias or name decides over short forms. */
function groupByKind(table: NameTable, postings: readonly Posting[], context: MessageContext): Group[] {
  const groups: Group[] = [];
  if (postings.length === 0) return groups;
  const named: { who: Named; by: FormKind }[] = [];
  for (const posting of postings) {
    const who = table.named(posting);
    if (who && isSeen(who, context)) named.push({ who, by: posting.kind });
  }
  for (const kind of BEARER_KINDS) {
    let best = Number.POSITIVE_INFINITY;
    for (const { who, by } of named) if (who.kind === kind && RANK[by] < best) best = RANK[by];
    const nearest = named.filter(({ who, by }) => who.kind === kind && RANK[by] === best);
    const by = nearest[0]?.by;
    if (by) groups.push({ kind, by, candidates: firstOf(nearest) });
  }
  return groups;
}

/** Each once, as many as are offered. */
function firstOf(nearest: readonly { who: Named }[]): Candidate[] {
  const candidates: Candidate[] = [];
  for (const { who } of nearest) {
    const candidate = candidateOf(who);
    if (candidates.some(({ id, accountId }) => id === candidate.id && accountId === candidate.accountId)) continue;
    candidates.push(candidate);
    if (candidates.length === MOST_CANDIDATES) break;
  }
  return candidates;
}

function isSeen(who: Named | undefined, { sees }: MessageContext): boolean {
  return who !== undefined && (who.kind === 'user' || !sees || sees(idOf(who.account)));
}

function idOf(account: DirectoryAccount): string {
  return account.id ?? account.name;
}

function candidateOf(who: Named): Candidate {
  if (who.kind === 'user')
    return { id: who.user.id ?? who.user.name, name: who.user.name, accountId: '', accountName: '' };
  const accountId = idOf(who.account);
  const accountName = who.account.name;
  if (who.kind === 'account') return { id: accountId, name: accountName, accountId, accountName };
  return { id: who.contact.id ?? who.contact.name, name: who.contact.name, accountId, accountName };
}
