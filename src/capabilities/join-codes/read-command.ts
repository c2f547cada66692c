import { daysTold, NUMBER_WORDS } from '../../calendar/number-words.ts';

export type CodeCommand =
  | { act: 'make'; team: string | null; places: number | null; days: number | null }
  | { act: 'offer' }
  | { act: 'list' }
  | { act: 'revoke'; tail: string };

const LIST =
  /^(?:有哪些|查看?|看看?|列出)?加入码(?:列表|有哪些)?$|^(?:list\s+|show\s+)?(?:all\s+|the\s+|my\s+)*join\s+codes$/iu;
const BARE = /^加入码$/u;
const REVOKE =
  /^(?:停用|作废|撤回|取消)加入码[\s:]*([A-Z2-9]{5}-?)?([A-Z2-9]{5})$|^(?:revoke|cancel|stop)\s+(?:the\s+)?(?:join\s+)?code\s+([A-Z2-9]{5}-?)?([A-Z2-9]{5})$/iu;
const MAKE =
  /^(?:(?:请?给|为)?(.*?)的?)(?:新|发|要|来|生成|一个|个)*加入码[\s,:]*(.*)$|^(?:(?:create|make|get|give\s+me|new)\s+)?(?:an?\s+)?(?:new\s+)?join\s+code\b\s*(?:for\s+)?(.*)$/iu;
/** How others get in: by a code of the team that is asked for. */
const OFFER =
  /^(?:请问)?(?:我)?(?:想|要|怎么|怎样|如何|咋)*(?:能|可以|才能)?(?:邀请|拉|加)(?:新|其他|更多)?(?:的)?(?:同事|人|成员|新人|员工|团队成员)(?:进来|加入|们)?$|^(?:发|给我|要|来|生成)?(?:一个|个)?邀请(?:链接|码)?$|^(?:(?:get|give me|create|make|send)\s+)?(?:an?\s+|the\s+)?invit(?:e|ation)(?:\s+(?:link|code))?$|^(?:how\s+(?:do|can|should)\s+(?:i|we)\s+|how\s+to\s+|i\s+want\s+to\s+)?(?:invite|add|bring in)\s+(?:new\s+|more\s+|my\s+|the\s+)*(?:people|colleagues|members|teammates|team|others|users)$/iu;
/** All of them at once: each is stopped from the list. */
const ALL =
  /^(?:停用|作废|撤回|取消)(?:所有|全部)的?加入码$|^(?:revoke|cancel|stop)\s+all\s+(?:the\s+|of\s+the\s+)?(?:join\s+)?codes$/iu;
/** A question about codes asks for none. */
const ASKED_ABOUT = /怎么|什么|如何|吗$|\b(?:how|what|why|where|which)\b/iu;
const COUNT = '\\d{1,4}|[一两二三四五六七八九十]|\\b(?:one|two|three|four|five|six|seven|ten)\\b';
const PLACES = new RegExp(`(${COUNT})\\s*(?:个人|人|位|名|people|person|places?|seats?)`, 'iu');
const DAYS = new RegExp(
  `((?:${COUNT}|半|\\ban?\\b)\\s*(?:个?(?:天|日|周|星期|礼拜|月)|(?:day|week|month)s?))(?:内?有效)?`,
  'iu',
);

/** What somebody wants of join codes; null for other words. Numbers stand as they were said. */
export function readCodeCommand(text: string): CodeCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!?]+$/u, '');
  const revoked = REVOKE.exec(said);
  if (revoked !== null) return { act: 'revoke', tail: (revoked[2] ?? revoked[4] ?? '').toUpperCase() };
  if (ALL.test(said) || (LIST.test(said) && !BARE.test(said))) return { act: 'list' };
  if (OFFER.test(said)) return { act: 'offer' };
  const made = MAKE.exec(said);
  if (made === null || ASKED_ABOUT.test(said)) return null;
  const words = `${made[1] ?? ''} ${made[2] ?? ''} ${made[3] ?? ''}`;
  const team = words
    .replace(PLACES, ' ')
    .replace(DAYS, ' ')
    .replace(/(?:^|\s)(?:for|with|valid|and|to|expires|expiring|in|up)(?=\s|$)/giu, ' ')
    .replace(/(?:限|最多|后?过期|后?失效|有效期?)(?=\s|$|,)|^\s*[给为]/gu, ' ')
    .replace(/[,、;]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (team.length > 30) return null;
  return { act: 'make', team: team === '' ? null : team, places: placesIn(words), days: daysIn(words) };
}

function placesIn(words: string): number | null {
  const found = PLACES.exec(words)?.[1]?.toLowerCase();
  return found === undefined ? null : (NUMBER_WORDS[found] ?? Number(found));
}

function daysIn(words: string): number | null {
  const found = DAYS.exec(words)?.[1];
  return found === undefined ? null : daysTold(found.replace('日', '天').replace(/^\d+(?=[a-z])/iu, '$& '));
}
