import type { Role } from '../../crm/person/person.ts';

export type PeopleCommand =
  | { act: 'add'; names: string[]; role: Role; team: string | null }
  | { act: 'role'; people: string[]; role: Role };

const ROLES: readonly [RegExp, Role][] = [
  [/^(?:管理员|admin|administrator)$/iu, 'admin'],
  [/^(?:主管|经理|销售经理|团队主管|manager|sales manager)$/iu, 'manager'],
  [/^(?:销售|业务员|业务|sales|sales rep|rep|salesperson|seller)$/iu, 'rep'],
];
const LONGEST = 30;

const ROLE_WORDS = '管理员|团队主管|主管|销售经理|经理|销售|业务员';
const ENGLISH_ROLES = 'admin(?:istrator)?|(?:sales )?manager|sales rep|rep|salesperson|seller';
const SET = [
  new RegExp(`^(?:把|将)?(.+?)都?(?:设为|设成|设置为|升为|升成|提为|提拔为|降为|降成)(${ROLE_WORDS})$`, 'u'),
  new RegExp(`^(?:让|请|由)(.+?)(?:来)?(?:当|做|担任)(${ROLE_WORDS})$`, 'u'),
  new RegExp(
    `^(?:make|set|promote|demote)\\s+(.+?)\\s+(?:to\\s+|as\\s+|into\\s+)?(?:be\\s+)?(?:an?\\s+|the\\s+)?(${ENGLISH_ROLES})s?$`,
    'iu',
  ),
];
const ADD =
  /^(?:加|添加|新增|增加|加入)(?:一位|一个|个|新)*(?:同事|成员|人员|员工|新人)[\s:]+(.+)$|^add\s+(?:an?\s+|the\s+)?(?:new\s+)?(?:colleagues?|team members?|people|person|users?)\s*:?\s+(.+)$/iu;
const ENGLISH_ADDED = new RegExp(
  `^(.+?)(?:\\s*,?\\s+as\\s+(?:an?\\s+)?(${ENGLISH_ROLES})s?)?(?:\\s*,?\\s+(?:to|in|into)\\s+(?:the\\s+)?(.+?))?$`,
  'iu',
);

export const roleOf = (words: string): Role | null => ROLES.find(([form]) => form.test(words.trim()))?.[1] ?? null;

/** What somebody wants of people and roles; null for other words. */
export function readPeopleCommand(text: string): PeopleCommand | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!?]+$/u, '');
  for (const form of SET) {
    const [, people = '', role = ''] = form.exec(said) ?? [];
    const known = roleOf(role);
    if (known !== null && people.trim() !== '') return { act: 'role', people: names(people), role: known };
  }
  const added = ADD.exec(said);
  const rest = (added?.[1] ?? added?.[2] ?? '').trim();
  if (rest === '') return null;
  return /\p{Script=Han}/u.test(rest) ? addedInChinese(rest) : addedInEnglish(rest);
}

/** 张三、李四 主管 一组: names, perhaps a role, perhaps a group, with spaces between; a space within Kim Lee belongs to it. */
function addedInChinese(words: string): PeopleCommand | null {
  const parts = words.split(/[,、;]+|和|\s+(?![A-Za-z])|(?<![A-Za-z])\s+/u).filter((part) => part.trim() !== '');
  const team = parts.find((part) => /^到.+|(?:组|队|部|团队)$/u.test(part));
  const role = parts.map(roleOf).find((one) => one !== null) ?? 'rep';
  const called = parts.filter((part) => part !== team && roleOf(part) === null);
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
