import { seesAllOf } from '../access/rights.ts';
import { type Scope, scopeOf } from '../access/scope.ts';
import { maySee, type Viewer } from '../access/viewer.ts';
import { privately } from '../access/viewer-for.ts';
import { foldedName } from '../crm/account/account-name.ts';
import { groupCalled } from '../crm/group/group.ts';
import { meantBy } from '../crm/person/meant-by.ts';
import type { CrmTools } from './crm-turn.ts';

/** Whose records a report is about: a group's, or a colleague's with those who answer to them. */
export interface Whose {
  kind: 'group' | 'person';
  id: string;
  name: string;
}

/** Whom words name; `several`: a name that fits several colleagues; `noTeam`: a group that there is not. */
export type Named =
  | { kind: 'nobody' }
  | { kind: 'whose'; whose: Whose }
  | { kind: 'several'; name: string; of: Whose[] }
  | { kind: 'noTeam'; name: string };

/** 二组呢, 回到二组, 只看三组, 赵磊的; and North?, just East, back to West, Tom's? */
const FOLLOWS: readonly RegExp[] = [
  /^(?:那么?)?\s*([^,,。]{1,20}?)的?呢[??\s]*$/u,
  /^(?:那|就|再|还是|先)*(?:回到|只看|单看|切到|换到|看看?|说说)([^,,。]{1,20}?)(?:的|那边|的情况)?[??。\s]*$/u,
  /^([^,,。\s]{1,8}?)(?:的|那边|的情况|怎么样)[??。\s]*$/u,
  /^(?:and|what about|how about)\s+(?:for\s+|the\s+)?([^,.]{1,30}?)[?\s]*$/iu,
  /^(?:(?:and|now|ok|then)\s+)*(?:(?:go\s+)?back\s+to|just|only|show(?:\s+me)?|switch\s+to|go\s+to|see)\s+(?:just\s+|only\s+|the\s+)?([^,.]{1,30}?)(?:['’]s)?(?:\s+(?:team|again|please))*[?.\s]*$/iu,
  /^([^,.\s]{1,20}?)['’]s[?.\s]*$/iu,
];
/** Words that ask: what else names a colleague tells of them (王芳今天没来). */
const ASKS = /[??]\s*$|[呢吗么]$|怎么样|如何|多少|几|^(?:how|what|which|show|see|and)\b|^(?:看|查|那)/iu;
/** 小李的漏斗, Kim's pipeline */
const OWNING = /^(?:看看?|查看?)?\s*([^,,。的]{1,12})的|^(?:show\s+(?:me\s+)?)?([\p{L} ]{1,30}?)['’]s?\s/iu;
/** A group that is asked about by a name that looks like one; 我们组 and 全组 name none. */
const TEAM =
  /^(?!我|本|全|整|咱|你|他|她|哪|各|每)([\p{L}\p{N}]{1,8}(?:组|团队|部))$|^(?:[\p{L}\p{N} ]{1,20}\steam|team\s[\p{L}\p{N} ]{1,12})$/iu;
/** 第二组, team two: the number is the name. */
const NUMBERED_TEAM =
  /(?:team|group)\s+(?:\d{1,2}|[a-z]{3,5})\b|第?(?:\d{1,2}|[一二三四五六七八九十])\s*(?:小?组|队)/iu;
const TEAM_FIRST = /^(?!我|本|全|整|咱|你|他|她|哪|各|每)([\p{Script=Han}\p{N}]{1,6}组)/u;

/** Whom a report's own words name, among other words. `colleagues`: full names that were heard in them. */
export async function whoseIn(text: string, colleagues: readonly string[], tools: CrmTools): Promise<Named> {
  const said = text.normalize('NFKC').trim();
  const groups = await tools.stores.groups.all();
  const byLength = [...groups].sort((left, right) => right.name.length - left.name.length);
  const numbered = NUMBERED_TEAM.exec(said)?.[0];
  const group =
    byLength.find(({ name }) => stands(name, said)) ?? (numbered === undefined ? null : groupCalled(groups, numbered));
  if (group !== null) return { kind: 'whose', whose: { kind: 'group', id: group._id, name: group.name } };
  const [heard] = colleagues;
  const owning = OWNING.exec(said)?.slice(1).find(Boolean)?.trim();
  const named = await personNamed(heard ?? owning ?? '', tools);
  if (named.kind !== 'nobody') return named;
  const absent = TEAM_FIRST.exec(said)?.[1];
  return absent === undefined ? named : { kind: 'noTeam', name: absent };
}

const FAMILIAR_NEXT = /^(?:那么?)?[小老阿]\p{Script=Han}呢[??\s]*$/u;

/**
 * Whom a familiar form or a team's name means that goes on about a report: 小林呢 is read as somebody of a customer's, what
 * about North as a customer, and after a report they are ours. Null for other words, and where it is nobody.
 */
export async function ourNext(text: string, tools: CrmTools): Promise<Named | null> {
  const named = await whoseAfter(text, [], tools);
  const isTeam = named.kind === 'whose' && named.whose.kind === 'group';
  return named.kind !== 'nobody' && (isTeam || FAMILIAR_NEXT.test(text.trim())) ? named : null;
}

/** Whom words name that go on about a report (二组呢), and nothing else. */
export async function whoseAfter(text: string, colleagues: readonly string[], tools: CrmTools): Promise<Named> {
  const said = text.normalize('NFKC').trim();
  const name = FOLLOWS.map((form) => form.exec(said)?.[1]?.trim()).find(Boolean);
  if (name !== undefined) return whoseCalled(name, tools, colleagues);
  const [heard] = colleagues;
  const isAsked = heard !== undefined && (ASKS.test(said) || meansNobodyElse(said, heard));
  return isAsked ? personNamed(heard, tools) : { kind: 'nobody' };
}

/** A colleague's name, full or familiar, with nothing beside it. */
const meansNobodyElse = (said: string, heard: string): boolean => said.length <= heard.length + 1;

/** Whom a name by itself means: a group, else a colleague. `heard`: the full names of colleagues that were heard in it. */
export async function whoseCalled(name: string, tools: CrmTools, heard: readonly string[] = []): Promise<Named> {
  const group = groupCalled(await tools.stores.groups.all(), name);
  if (group !== null) return { kind: 'whose', whose: { kind: 'group', id: group._id, name: group.name } };
  const person = await personNamed(heard[0] ?? name, tools);
  return person.kind === 'nobody' && TEAM.test(name) ? { kind: 'noTeam', name } : person;
}

async function personNamed(name: string, { stores }: CrmTools): Promise<Named> {
  if (name === '') return { kind: 'nobody' };
  const of = meantBy(await stores.people.active(), name).map((one) => ({
    kind: 'person' as const,
    id: one._id,
    name: one.name,
  }));
  const [whose, second] = of;
  if (whose === undefined) return { kind: 'nobody' };
  return second === undefined ? { kind: 'whose', whose } : { kind: 'several', name, of };
}

/** Whether a group's name stands in a text; letters on either side would make it part of another word. */
function stands(name: string, text: string): boolean {
  if (/\p{Script=Han}/u.test(name)) return foldedName(text).includes(foldedName(name));
  const escaped = name.normalize('NFKC').replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'iu').test(text);
}

/** The owners that a report about them is cut to, as the company is now; nobody's for a group that is gone. */
export async function ownersOf(whose: Whose | null, { stores, colleagues }: CrmTools): Promise<Scope> {
  if (whose === null) return 'all';
  if (whose.kind === 'group') {
    const people = await stores.people.active();
    return new Set(people.filter(({ group }) => group === whose.id).map(({ _id }) => _id));
  }
  const scope = scopeOf(whose.id, await colleagues());
  return scope === 'all' ? new Set([whose.id]) : scope;
}

/** Whether the asker may be told of all that a group owns; a colleague's part is simply cut. */
export const mayAskOf = (viewer: Viewer, whose: Whose | null, owners: Scope): boolean =>
  whose?.kind !== 'group' || owners === 'all' || seesAllOf(viewer, owners);

/**
 * Whose own records are meant, as ids: a colleague's alone, or all that a group's people own; null where the asker may not be
 * told of them.
 */
export async function ownersAsked(viewer: Viewer, of: Whose, tools: CrmTools): Promise<string[] | null> {
  const own = privately(viewer);
  if (of.kind === 'person') return of.id === viewer.person || maySee(own, of.id) ? [of.id] : null;
  const owners = await ownersOf(of, tools);
  return owners === 'all' || !mayAskOf(own, of, owners) ? null : [...owners];
}
