import type { Role } from '../../crm/person/person.ts';

export type PeopleCommand =
  | { act: 'add'; names: string[]; role: Role; team: string | null }
  | { act: 'role'; people: string[]; role: Role };

const ROLES: readonly [RegExp, Role][] = [
  [/^(?:管理员|admin|administrator)$/iu, 'admin'],
  [/^(?:(?:销售|团队|部门)?(?:主管|经理)|(?:sales |team )?manager)$/iu, 'manager'],
  [/^(?:销售|业务员|业务|销售员|销售代表|sales|sales rep|rep|salesperson|seller)$/iu, 'rep'],
];
const LONGEST = 30;

const ROLE_WORDS = '管理员|(?:销售|团队|部门)?(?:主管|经理)|销售(?:员|代表)?|业务员';
const ENGLISH_ROLES = 'admin(?:istrator)?|(?:sales |team )?manager|sales rep|rep|salesperson|seller';
const SET = [
  new RegExp(
    `^(?:把|将)?(.+?)都?(?:设为|设成|设置为|改成|改为|变成|转为|升[为成任]?|提为|提拔为|降[为成]?)(${ROLE_WORDS})$`,
    'u',
  ),
  new RegExp(`^(?:让|请|由|提拔|任命)(.+?)(?:来)?(?:当|做|担任|为)(${ROLE_WORDS})$`, 'u'),
  new RegExp(
    `^(?:make|set|promote|demote)\\s+(.+?)\\s+(?:to\\s+|as\\s+|into\\s+)?(?:be\\s+)?(?:an?\\s+|the\\s+)?(${ENGLISH_ROLES})s?$`,
    'iu',
  ),
];
const NO_MORE =
  /^(.{1,20}?)不(?:再)?(?:当|做|担任)(?:主管|经理|管理员)了$|^(?:取消|撤掉|撤销|免去)(.{1,20}?)的?(?:主管|经理|管理员)(?:身份|权限|角色|职务)?$/u;
const PROMOTED = /^promote\s+([\p{L}'\s,]{1,40})$/iu;
/** 王总的职务改成经理 tells of a customer's: such words set a role only of those who are colleagues. */
export const SETS_ANYTHING = /改成|改为|变成|转为|不再?[当做担]|^[取撤免]|^promote\b(?!.*\b(?:manager|admin)\b)/iu;
const BROUGHT_IN = new RegExp(
  `^(?:把|将)(.{1,20}?)(?:加|拉)(?:进|到)(?:来|系统|公司|团队)?(?:里|里面)?,?(?:让(?:他|她))?(?:当|做|担任|作为)(${ROLE_WORDS})$`,
  'u',
);
const ADD_BY_ROLE = /^(?:加|添加|新增|增加)\s+(.+)$/u;
const ADD =
  /^(?:加|添加|新增|增加|加入)(?:一位|一个|个|新)*(?:同事|成员|人员|员工|新人)[\s:]+(.+)$|^add\s+(?:an?\s+|the\s+)?(?:new\s+)?(?:colleagues?|team members?|people|person|users?)\s*:?\s+(.+)$/iu;
const ENGLISH_ADDED = new RegExp(
  `^(.+?)(?:\\s*,?\\s+as\\s+(?:an?\\s+)?(${ENGLISH_ROLES})s?)?(?:\\s*,?\\s+(?:to|in|into)\\s+(?:the\\s+)?(.+?))?$`,
  'iu',
);

/** Whoever says it. */
export const SELF = ['我', '我自己', 'me', 'myself'];

export const roleOf = (words: string): Role | null => ROLES.find(([form]) => form.test(words.trim()))?.[1] ?? null;

/** What somebody wants of people and roles; null for other words. */
export function readPeopleCommand(text: string): PeopleCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/吧?[\s。.!?]*$/u, '');
  for (const form of SET) {
    const [, people = '', role = ''] = form.exec(said) ?? [];
    const known = roleOf(role);
    if (known !== null && people.trim() !== '') return { act: 'role', people: names(people), role: known };
  }
  const [, former = '', again = ''] = NO_MORE.exec(said) ?? [];
  if ((former || again).trim() !== '') return { act: 'role', people: names(former || again), role: 'rep' };
  const [, raised = ''] = PROMOTED.exec(said) ?? [];
  if (raised !== '') return { act: 'role', people: names(raised), role: 'manager' };
  const [, broughtIn, as = ''] = BROUGHT_IN.exec(said) ?? [];
  if (broughtIn !== undefined) return addedInChinese(`${broughtIn} ${as}`);
  const byRole = addedInChinese(ADD_BY_ROLE.exec(said)?.[1] ?? '');
  if (
    byRole?.act === 'add' &&
    byRole.names.every((name) => name.length <= 4) &&
    /(?:主管|经理|销售|管理员)/u.test(said)
  )
    return byRole;
  const added = ADD.exec(said);
  const rest = (added?.[1] ?? added?.[2] ?? '').trim();
  if (rest === '') return null;
  // add colleague Sam Roe as a manager in 销售一部: the words for it are English, whatever the names are.
  return added?.[1] === undefined || !/\p{Script=Han}/u.test(rest) ? addedInEnglish(rest) : addedInChinese(rest);
}

/** 张三、李四 主管 一组: names, perhaps a role, perhaps a group, with spaces between; a space within Kim Lee belongs to it. */
function addedInChinese(words: string): PeopleCommand | null {
  const parts = words.split(/[,、;()]+|和|\s+(?![A-Za-z])|(?<![A-Za-z])\s+/u).filter((part) => part.trim() !== '');
  const team = parts.find((part) => /^到.+|(?:组|队|部|团队)$/u.test(part));
  const role = parts.map(roleOf).find((one) => one !== null) ?? 'rep';
  const called = parts.filter((part) => part !== team && roleOf(part) === null);
  // 何平(主管)、马良: the role is of the one, and there is one role for all.
  if (called.length > 1 && /[()]/u.test(words)) return null;
  return sound({ act: 'add', names: called, role, team: team?.replace(/^到/u, '') ?? null });
}

function addedInEnglish(words: string): PeopleCommand | null {
  const [, called = '', role = '', team = null] = ENGLISH_ADDED.exec(words) ?? [];
  return sound({ act: 'add', names: names(called), role: roleOf(role) ?? 'rep', team });
}

const names = (words: string): string[] =>
  words
    .split(/[,、;&]+|和|\s+and\s+/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');

const sound = (command: Extract<PeopleCommand, { act: 'add' }>): PeopleCommand | null =>
  command.names.length > 0 && command.names.every((name) => name.length <= LONGEST) ? command : null;
