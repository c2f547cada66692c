export type CodeCommand =
  | { act: 'make'; team: string | null; places: number | null; days: number | null }
  | { act: 'list' }
  | { act: 'revoke'; tail: string };

const LIST =
  /^(?:有哪些|查看?|看看?|列出)?加入码(?:列表|有哪些)?$|^(?:list\s+|show\s+)?(?:all\s+|the\s+|my\s+)*join\s+codes$/iu;
const BARE = /^加入码$/u;
const REVOKE =
  /^(?:停用|作废|撤回|取消)加入码[\s:]*([A-Z2-9]{5}-?)?([A-Z2-9]{5})$|^(?:revoke|cancel|stop)\s+(?:the\s+)?(?:join\s+)?code\s+([A-Z2-9]{5}-?)?([A-Z2-9]{5})$/iu;
const MAKE =
  /^(?:(?:请?给|为)?(.*?)的?)(?:新|发|要|来|生成|一个|个)*加入码[\s,:]*(.*)$|^(?:(?:create|make|get|give\s+me|new)\s+)?(?:an?\s+)?(?:new\s+)?join\s+code\b\s*(?:for\s+)?(.*)$/iu;
/** A question about codes asks for none. */
const ASKED_ABOUT = /怎么|什么|如何|吗$|\b(?:how|what|why|where|which)\b/iu;
const PLACES = /(\d{1,4})\s*(?:个人|人|位|名|people|persons?|places?|seats?)/iu;
const DAYS = /(\d{1,4})\s*(?:天|日|days?)(?:内?有效)?/iu;

/** What somebody wants of join codes; null for other words. Numbers stand as they were said. */
export function readCodeCommand(text: string): CodeCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!?]+$/u, '');
  const revoked = REVOKE.exec(said);
  if (revoked !== null) return { act: 'revoke', tail: (revoked[2] ?? revoked[4] ?? '').toUpperCase() };
  if (LIST.test(said) && !BARE.test(said)) return { act: 'list' };
  const made = MAKE.exec(said);
  if (made === null || ASKED_ABOUT.test(said)) return null;
  const words = `${made[1] ?? ''} ${made[2] ?? ''} ${made[3] ?? ''}`;
  const team = words
    .replace(PLACES, ' ')
    .replace(DAYS, ' ')
    .replace(/(?:^|\s)(?:for|with|valid|and|to)(?=\s|$)/giu, ' ')
    .replace(/[,、;]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (team.length > 30) return null;
  return { act: 'make', team: team === '' ? null : team, places: number(PLACES, words), days: number(DAYS, words) };
}

function number(form: RegExp, words: string): number | null {
  const found = form.exec(words)?.[1];
  return found === undefined ? null : Number(found);
}
