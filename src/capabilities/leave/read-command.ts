import { EN_DAY, ZH_DAY } from '../day-words.ts';

/** Who leaves, who gets what was theirs where it is told, or who comes back; names as they were said. */
export type LeaveCommand =
  | { act: 'leave'; name: string; heir: string | null; firm: boolean }
  | { act: 'return'; name: string; firm: boolean };

/** Words that can mean nothing else. */
const FIRM: readonly RegExp[] = [
  /^(?:停用|禁用|注销)(?:同事|账号|帐号|用户)?\s*(.{1,30}?)(?:的?(?:账号|帐号))?$/u,
  /^(?:把|将)(.{1,30}?)(?:的(?:账号|帐号))?(?:停用|禁用|注销|设为离职|标为离职)(?:了)?$/u,
  /^(?:deactivate|offboard|disable)\s+(?:the\s+account\s+of\s+|user\s+|colleague\s+)?(.{1,30}?)$/iu,
];
/** Words that a customer's contact may leave by too. */
const TOLD: readonly RegExp[] = [
  /^(.{1,12}?)(?:已经|今天|昨天|刚刚?|上周|前几天)*(?:离职|辞职|离开公司|离开了公司|走人|不干)了?$/u,
  /^(.{1,30}?)\s+(?:has\s+|just\s+|have\s+)*(?:left|quit|resigned\s+from|(?:(?:is|am)\s+)?leaving|leaves)\s+(?:the\s+|our\s+)?(?:company|firm|team|us|business)$/iu,
  /^(.{1,30}?)(?:['’]s|\s+has)?\s+(?:just\s+|already\s+)*(?:quit|resigned|left)$/iu,
  /^(.{1,30}?)(?:['’]s|\s+is)\s+(?:no\s+longer\s+with\s+us|gone\s+for\s+good)$/iu,
];
/** With the day on which somebody leaves: the name, before it or behind. */
const ON_A_DAY: readonly RegExp[] = [
  new RegExp(
    `^(.{1,12}?)(?:说|打算|准备|计划|要|会|将|就|定)*在?${ZH_DAY}+(?:之?后|正式|就|要|会|将|办|提)*(?:离职|辞职|离开我?们?公司|走人|不干)了?$`,
    'u',
  ),
  new RegExp(`^在?${ZH_DAY}+[,\\s]*(.{1,12}?)(?:正式|就|要|会|将|办)*(?:离职|辞职|离开我?们?公司|走人|不干)了?$`, 'u'),
  new RegExp(
    `^(.{1,12}?)的?(?:最后(?:一天|一个工作日|工作日)(?:上班)?|离职(?:日期?|时间))(?:就?[是在])?${ZH_DAY}+$`,
    'u',
  ),
  new RegExp(`^(.{1,12}?)(?:只|就)?(?:做|干|上班)到${ZH_DAY}+(?:就?(?:离职|走人?|不干))?了?$`, 'u'),
  new RegExp(
    `^(.{1,30}?)(?:['’]s|\\s+is|\\s+will|\\s+will\\s+be)?\\s+(?:going\\s+to\\s+)?(?:leaves?|leaving|quits?|quitting|resigns?|resigning)(?:\\s+(?:the\\s+|our\\s+)?(?:company|firm|team|us))?(?:\\s+${EN_DAY})+$`,
    'iu',
  ),
  new RegExp(
    `^(?:${EN_DAY}\\s+)*${EN_DAY},?\\s+(.{1,30}?)(?:['’]s|\\s+is|\\s+will)?\\s+(?:leaves?|leaving|quits|quitting|resigns)(?:\\s+(?:the\\s+|our\\s+)?(?:company|firm|team|us))?$`,
    'iu',
  ),
  new RegExp(
    `^(.{1,30}?)(?:['’]s?)?\\s+last\\s+(?:working\\s+)?day(?:\\s+(?:here|at\\s+work|with\\s+us))?(?:['’]s|\\s+is|\\s+will\\s+be)(?:\\s+${EN_DAY})+$`,
    'iu',
  ),
];
/** Words for going home as well: only with who takes over do they tell of leaving. */
const GOING: readonly RegExp[] = [
  /^(.{1,12}?)(?:已经|今天|昨天|刚刚?|上周|前几天|马上)*(?:要|快)?(?:离职|辞职|离开公司|走|不做)了?$/u,
  /^(.{1,30}?)(?:['’]s|\s+is)\s+(?:leaving|gone|off|quitting|moving\s+on)(?:\s+(?:the\s+company|us))?$/iu,
  /^(.{1,30}?)\s+(?:leaves|goes|quits)(?:\s+(?:the\s+company|us))?$/iu,
];

const THEIRS = '(?:(?:[他她]|名下|手上|手里|原来|所有|全部)的?)*(?:客户|工作|单子|商机)(?:都|全部|全)?';
const THEIR =
  '(?:(?:all|of|his|her|their|the|work|open|deals|and)\\s+)*(?:customers|accounts|clients|deals|work|everything)';
const AND = '(?:\\s*[,;:.-]\\s*(?:and\\s+|so\\s+)?|\\s+and\\s+)';
/** 客户给张伟, 由张伟接手, Callum takes over, her accounts go to Callum: behind that somebody leaves. */
const HEIR: readonly RegExp[] = [
  new RegExp(
    `^(.+?)[,;。\\s]+(?:${THEIRS})?(?:由|让|请)?([^,;。]{1,12}?)(?:来|去)?(?:接手|接替|接管|接|顶上?|跟进?|负责)(?:${THEIRS})?吧?$`,
    'u',
  ),
  new RegExp(
    `^(.+?)[,;。\\s]+(?:${THEIRS})?(?:转|交|移交|交接|转交|留|分)?(?:给|归)([^,;。]{1,12}?)(?:来?(?:接手|接管|负责|跟进?|管))?吧?$`,
    'u',
  ),
  new RegExp(
    `^(.+?)${AND}(?:let\\s+)?([^,;]{1,30}?)\\s+(?:will\\s+|is\\s+|to\\s+|can\\s+|should\\s+)*(?:tak(?:es?|ing)\\s+over|inherits)(?:\\s+(?:from\\s+)?(?:him|her|them|${THEIR}))?$`,
    'iu',
  ),
  new RegExp(
    `^(.+?)${AND}(?:please\\s+)?(?:give|move|transfer|hand|pass|reassign)\\s+(?:over\\s+)?${THEIR}\\s+(?:over\\s+)?to\\s+(.{1,30}?)$`,
    'iu',
  ),
  new RegExp(
    `^(.+?)${AND}${THEIR}\\s+(?:all\\s+|should\\s+|will\\s+)*(?:go|goes|move|pass)\\s+to\\s+(.{1,30}?)$`,
    'iu',
  ),
];

/** A leaver who is back. */
const BACK_FIRM: readonly RegExp[] = [
  /^(?:重新)?(?:启用|恢复|激活)(?:同事|账号|帐号|用户)?\s*(.{1,30}?)(?:的?(?:账号|帐号))?$/u,
  /^(?:把|将)(.{1,30}?)(?:的(?:账号|帐号))?(?:重新)?(?:启用|恢复|激活)$/u,
  /^(?:reactivate|re-activate|re-?enable|reinstate)\s+(?:the\s+account\s+of\s+|user\s+|colleague\s+)?(.{1,30}?)(?:['’]s\s+account)?$/iu,
];
const BACK_TOLD: readonly RegExp[] = [
  /^(.{1,12}?)(?:已经|今天|昨天|又|刚刚?)*(?:回来|复职|回公司|入职|回来上班)了?$/u,
  /^(.{1,30}?)(?:['’]s|\s+is|\s+has)?\s+(?:just\s+)?(?:back|come\s+back|came\s+back|returned|rejoined)(?:\s+(?:to\s+)?(?:the\s+company|the\s+team|us|with\s+us))?$/iu,
];

/** What somebody says of who leaves or is back; null for other words. */
export function readLeave(text: string): LeaveCommand | null {
  const said = plain(text);
  const [rest, heir] = heirIn(said, [...FIRM, ...TOLD, ...GOING]);
  const firm = nameIn(FIRM, rest);
  const name = firm ?? nameIn(heir === null ? TOLD : [...TOLD, ...GOING], rest);
  if (name !== null) return { act: 'leave', name, heir, firm: firm !== null };
  const backFirm = nameIn(BACK_FIRM, said);
  const back = backFirm ?? nameIn(BACK_TOLD, said);
  return back === null ? null : { act: 'return', name: back, firm: backFirm !== null };
}

/** Whom somebody says to leave on a day that they name (林悦下周五离职); null for other words. */
export function readLeaveOnADay(text: string): { name: string; heir: string | null } | null {
  const [rest, heir] = heirIn(plain(text), ON_A_DAY);
  const name = nameIn(ON_A_DAY, rest);
  return name === null ? null : { name, heir };
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[\s。.!]+$/u, '');

/** The words before those of who takes over, and that one's name; null where nobody is named behind such words. */
function heirIn(said: string, leaving: readonly RegExp[]): [string, string | null] {
  const found = HEIR.map((form) => form.exec(said)).find(
    (one) => one !== null && nameIn(leaving, one[1] ?? '') !== null,
  );
  return found == null ? [said, null] : [(found[1] ?? '').trim(), (found[2] ?? '').trim()];
}

const nameIn = (forms: readonly RegExp[], said: string): string | null =>
  forms.map((form) => form.exec(said.trim())?.[1]?.trim()).find((name) => name !== undefined && name !== '') ?? null;
