import { readPeopleAsked } from './read-people-asked.ts';
import { type Place, readPlaces, readTeamsFirst } from './read-places.ts';

/** What somebody wants of the groups; names as they were said. `places`: who is to be in them; `teamsFirst`: each said before its people. */
export type TeamCommand =
  | { act: 'create'; teams: string[]; places: Place[] }
  | { act: 'put'; places: Place[]; teamsFirst?: true }
  | { act: 'take'; people: string[]; team: string }
  | { act: 'manage'; person: string; teams: string[] }
  | { act: 'rename'; team: string; to: string }
  | { act: 'remove'; team: string }
  | { act: 'list'; team: string }
  | { act: 'people'; mine: boolean }
  | { act: 'overview' };

const LONGEST = 30;
const TEAM_WORD = /(?:组|队|部|团队|中心|大区)$|^team\s|\steam$/iu;

/** Whether words look like a group's name, whatever groups there are. */
export const looksLikeTeam = (words: string): boolean => TEAM_WORD.test(words.trim());

const list = (words: string, spaces: boolean): string[] =>
  words
    .split(spaces ? /[\s,、;&]+|和|(?<!\p{L})and(?!\p{L})/iu : /[,、;&]+|和|\s+and\s+/iu)
    .map((name) => name.trim())
    .filter((name) => name !== '');
/** In Chinese a space parts names; in English it belongs to them. */
const names = (words: string): string[] => list(words, /\p{Script=Han}/u.test(words));

interface Form {
  words: RegExp;
  read(first: string, second: string): TeamCommand;
}

/** 建团队 一组:林悦、张伟;二组:王强 says who is in them, too. */
function create(teams: string): TeamCommand {
  const places = /:/u.test(teams) ? (readTeamsFirst(teams) ?? []) : [];
  return { act: 'create', teams: places.length > 0 ? places.map(({ team }) => team) : names(teams), places };
}
const put = (people: string, team: string): TeamCommand => ({ act: 'put', places: [{ people: names(people), team }] });
const take = (people: string, team: string): TeamCommand => ({ act: 'take', people: names(people), team });
const manage = (person: string, teams: string): TeamCommand => ({
  act: 'manage',
  person,
  teams: names(teams.replace(/^both\s+/iu, '')),
});
const managed = (teams: string, person: string): TeamCommand => manage(person, teams);
const rename = (team: string, to: string): TeamCommand => ({ act: 'rename', team, to });
const remove = (team: string): TeamCommand => ({ act: 'remove', team });
const ask = (team: string): TeamCommand => ({ act: 'list', team });
const overview = (): TeamCommand => ({ act: 'overview' });

const FORMS: readonly Form[] = [
  { words: /^(?:有哪些|看看?|列出)?(?:团队|分组|小组)(?:名单|列表|架构)?(?:有哪些)?$/u, read: overview },
  { words: /^(?:(?:list|show)\s+)?(?:all\s+|the\s+|our\s+|my\s+)*teams$/iu, read: overview },
  {
    words:
      /^(?:新建|创建|成立|建)(?:[一两二三四五几\d]?个)?(?:团队|小组|分组|组)(?:(?:分别)?(?:叫做?|名为|是)|[\s:,])+(.+)$/u,
    read: create,
  },
  { words: /^(?:新建|创建|成立|建)(?!了)(?:一个|几个|个)?(?:团队|小组|分组)?(.+(?:组|队|部))$/u, read: create },
  {
    words:
      /^(?:create|make|add|set up|start)\s+(?:(?:an?|the|two|three|four|new|\d)\s+)*teams?\s*[:,]?\s+(?:called\s+|named\s+)?(.+)$/iu,
    read: create,
  },
  { words: /^(?:把|将)?(.+?)(?:改名|更名|重命名|改叫|改称)(?:为|成|叫)?[\s:]*(.+)$/u, read: rename },
  { words: /^(?:把|将)(.+?)改[成为](.+(?:组|队|部))$/u, read: rename },
  { words: /^rename\s+(?:the\s+)?(.+?)\s+(?:to|as)\s+(.+)$/iu, read: rename },
  { words: /^(?:把|将)?(.+?)从[^从]{1,30}?(?:里|中)?(?:调|移|转|挪|换)(?:到|去|进|入)(.+?)(?:里|去)?$/u, read: put },
  { words: /^(?:move|transfer|shift|switch)\s+(.+?)\s+from\s+.+?\s+(?:in)?to\s+(?:the\s+)?(.+)$/iu, read: put },
  { words: /^(?:把|将)(.+?)都?放(?:在|去)?((?:[^进到入]).*?)(?:里|里面|去)?$/u, read: put },
  { words: /^(?:把|将)(.+?)从(.+?)(?:里|中)?(?:移出|移走|移除|调走|调出|拿掉|去掉|拿出)(?:去|来)?$/u, read: take },
  { words: /^(?:把|将)(.+?)(?:移出|调出|请出|踢出)(.+)$/u, read: take },
  { words: /^(?:take|remove|move)\s+(.+?)\s+(?:out\s+of|from)\s+(?:the\s+)?(.+)$/iu, read: take },
  {
    words:
      /^(?:把|将)?(.+?)都?(?:放进|放到|放入|加进|加到|加入|调到|调进|调入|分到|分进|编入|移到|移入)(.+?)(?:里|里面|去)?$/u,
    read: put,
  },
  { words: /^(.+?)(?:也|就|先)*(?:放|加|分|编|划|调|去|进|归)(?:到|进|入|在|给)?(.+?(?:组|队|部|团队))$/u, read: put },
  { words: /^(?:put|move|add|place|assign)\s+(.+?)\s+(?:in|into|to|on)\s+(?:the\s+)?(.+)$/iu, read: put },
  { words: /^(?:谁在|哪些人在|有谁在)(.+?)(?:里|里面)?$/u, read: ask },
  { words: /^(.+?)(?:里|里面)?(?:都?有谁|有哪些人|都?有哪些同事)$/u, read: ask },
  { words: /^who(?:['’]s|\s+is|\s+are)?\s+(?:in|on)\s+(?:the\s+)?(.+)$/iu, read: ask },
  { words: /^(?:解散|删除|删掉)(.+)$/u, read: remove },
  { words: /^(?:delete|remove|dissolve|disband|drop)\s+(?:the\s+)?(.+)$/iu, read: remove },
  { words: /^(?:把|将)(.+?)(?:解散|删除|删掉|删|撤)[掉了]*$/u, read: remove },
  { words: /^(?:让|请|叫|由)(.+?)(?:来|去)?(?:管理|负责|管|带)(.+)$/u, read: manage },
  { words: /^(.{1,12}?)(?:来)?(?:管理|负责|管|带)(.+)$/u, read: manage },
  { words: /^(.+?)(?:都|以后)?(?:归|由)(.+?)(?:来)?(?:管理|负责|管|带)$/u, read: managed },
  { words: /^(.+?)的?(?:负责人|主管|组长|队长|经理)(?:是|换成|改成|改为|设为)(.+)$/u, read: managed },
  { words: /^(.+?)\s+(?:should|will|shall)\s+(?:manage|lead|run|head)\s+(.+)$/iu, read: manage },
  { words: /^(?:let|have)\s+(.+?)\s+(?:manage|lead|run|head)\s+(.+)$/iu, read: manage },
  { words: /^make\s+(.+?)\s+(?:the\s+)?(?:manager|head|lead|boss)\s+of\s+(.+)$/iu, read: manage },
  {
    words: /^(.+?)\s+(?:manages|leads|runs|heads|is\s+(?:the\s+)?(?:manager|head|lead|in\s+charge)\s+of)\s+(.+)$/iu,
    read: manage,
  },
];

/** Every way in which these words can be a command; whether they are one depends on who and which groups there are. */
export function readTeamCommands(text: string): TeamCommand[] {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:哦|啊)?(?:不对|不是|错了|no|sorry|actually)[,。.\s]+/iu, '')
    .replace(/^(?:麻烦|帮我|帮忙|请(?=帮|把|将|新?建|创建|解散|删)|please\s|(?:can|could|would)\s+you\s)[,\s]*/iu, '')
    .replace(/(?:吧|一下|[,\s]*(?:谢谢|please|thanks))?[\s。.!?]*$/iu, '');
  const asked = readPeopleAsked(said);
  if (asked !== null) return [{ act: 'people', ...asked }];
  const places = readPlaces(said);
  const listed = readTeamsFirst(said);
  const several: TeamCommand[] = [
    ...(places === null ? [] : [{ act: 'put' as const, places }]),
    ...(listed === null ? [] : [{ act: 'put' as const, places: listed, teamsFirst: true as const }]),
  ];
  const commands = FORMS.flatMap(({ words, read }) => {
    const found = words.exec(said);
    return found === null ? [] : [read((found[1] ?? '').trim(), (found[2] ?? '').trim())];
  });
  return [...several, ...commands].filter(isSound);
}

function isSound(command: TeamCommand): boolean {
  const to = command.act === 'rename' ? [command.to] : [];
  const all = [...teamsIn(command), ...(peopleIn(command) ?? []), ...to];
  const none = command.act === 'overview' || command.act === 'people';
  return (none || all.length > 0) && all.every((name) => name !== '' && name.length <= LONGEST);
}

/** The groups that a command names. */
export function teamsIn(command: TeamCommand): string[] {
  if ('teams' in command) return command.teams;
  if ('places' in command) return command.places.map(({ team }) => team);
  return 'team' in command ? [command.team] : [];
}

/** The people whom a command names; null where it is of groups alone. */
export function peopleIn(command: TeamCommand): string[] | null {
  if ('places' in command) return command.places.flatMap(({ people }) => people);
  if ('people' in command) return command.people;
  return 'person' in command ? [command.person] : null;
}
