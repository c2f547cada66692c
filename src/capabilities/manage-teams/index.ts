import { NUMBER_WORDS, numberTold } from '../../calendar/number-words.ts';
import { groupCalled } from '../../crm/group/group.ts';
import { isTitled, meantBy } from '../../crm/person/meant-by.ts';
import type { Chosen } from '../colleague-meant.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';
import { onlyAdmin } from '../only-admin.ts';
import { changeTeams } from './change-teams.ts';
import { looksLikeTeam, peopleIn, readTeamCommands, type TeamCommand, teamsIn } from './read-command.ts';
import { tellOfPeople, tellOfTeam, tellOfTeams } from './tell-teams.ts';

/** Makes groups of colleagues, puts people in, says who manages them, and lists them. */
export const createManageTeams = (tools: CrmTools): CrmCapability => ({
  name: 'manage-teams',
  purpose: { zh: '建团队,分组,定谁管', en: 'Teams: who is in, who manages' },
  examples: { zh: ['建团队 一组 二组', '谁在一组'], en: ['create teams North, South', 'who is in North?'] },
  async command(text, _locale, { commanded }) {
    const commands = readTeamCommands(text).map((command) => ofTheseTeams(command, commanded?.text ?? ''));
    if (commands.length === 0) return null;
    for (const command of commands) if (await isMeant(command, text, tools)) return { ...command };
    return null;
  },
  run: (turn, _said, command) => obey(turn, command as unknown as TeamCommand, tools),
  answered: (turn, _question, choice) => obey(turn, choice as unknown as TeamCommand & { chosen: Chosen }, tools),
  actions: {
    'manage-teams.all': (turn, { team }) => tellOfTeam(turn, String(team), tools, Number.POSITIVE_INFINITY),
    'manage-teams.people': (turn, { mine }) => tellOfPeople(turn, mine === true, tools, Number.POSITIVE_INFINITY),
    'manage-teams.overview': (turn) => tellOfTeams(turn, tools, Number.POSITIVE_INFINITY),
  },
});

async function obey(turn: CrmTurn, command: TeamCommand & { chosen?: Chosen }, tools: CrmTools): Promise<void> {
  if (command.act === 'overview') return tellOfTeams(turn, tools);
  if (command.act === 'people') return tellOfPeople(turn, command.mine, tools);
  if (command.act === 'list') return tellOfTeam(turn, command.team, tools);
  await onlyAdmin(turn);
  await changeTeams(turn, command, tools);
}

const THESE =
  /^(?:[这那](?:[两二三四五六几\d]?个)?(?:小?组|团队|部门)?|(?:both|all|these|those)(?: of them| (?:the )?(?:two|three|four|five|teams))*|them(?: all)?)$/iu;

/** 陈敏管这三个组, Grace runs both: the teams of the command before. */
function ofTheseTeams(command: TeamCommand, before: string): TeamCommand {
  if (command.act !== 'manage' || !command.teams.every((name) => THESE.test(name))) return command;
  const earlier = readTeamCommands(before);
  const named = earlier.find(({ act }) => act === 'create') ?? earlier.find(({ act }) => act === 'put');
  const teams = named === undefined ? [] : teamsIn(named);
  const [words = ''] = command.teams;
  // So many as are said, and never one alone: else it is not known which are meant.
  const said = /both|[两二三四五六\d]|two|three|four|five/iu.exec(words)?.[0].toLowerCase() ?? '';
  const count = said === 'both' ? 2 : (NUMBER_WORDS[said] ?? numberTold(said));
  return teams.length < 2 || (count > 0 && count !== teams.length) ? command : { ...command, teams };
}

/** Words that ask for something, where "Wang manages procurement" may as well tell of a customer's people. */
const ASKING = /^(?:让|请|叫|由|let|have|make)/iu;
const PLACING = /[放加调分编移划]|\b(?:put|move|add|place|assign|transfer|shift)\b/iu;
const LONGEST_LOOKALIKE = 8;

/**
 * Whether words that can be a command are one. A note may sound alike (李总负责采购部): so a group that there is must be
 * named, or colleagues and something that can only be a group's name.
 */
async function isMeant(command: TeamCommand, text: string, { stores }: CrmTools): Promise<boolean> {
  if (command.act === 'overview' || command.act === 'people') return true;
  if (command.act === 'create') return command.teams.every((name) => name.split(/\s+/).length <= 3);
  const groups = await stores.groups.all();
  const names = teamsIn(command);
  const isKnown = (name: string) => groupCalled(groups, name) !== null;
  const alike = names.every((name) => looksLikeTeam(name) && name.length <= LONGEST_LOOKALIKE);
  const persons = peopleIn(command);
  if (persons === null) return names.some(isKnown) || alike;
  const people = await stores.people.active();
  const areOurs = persons.every((name) => meantBy(people, name).length > 0);
  // 王总:周五再看, 一组有谁: only a list of colleagues under a group's name is one.
  if (command.act === 'put' && command.teamsFirst)
    return areOurs && names.every((name) => isKnown(name) || looksLikeTeam(name));
  // The verb may be left unsaid, or tell of a journey (林悦去腾云,张伟去二组).
  const journey = command.act === 'put' && !PLACING.test(text);
  if (journey) return areOurs && names.every(isKnown) && !persons.some(isTitled);
  const asks = command.act !== 'manage' || ASKING.test(text.trim());
  if (names.some(isKnown)) return areOurs || asks;
  const short = names.every((name) => name.length <= LONGEST_LOOKALIKE || /^[^\s]+(?:\s[^\s]+)?$/.test(name));
  return areOurs && asks && (alike || (groups.length > 0 && short));
}
