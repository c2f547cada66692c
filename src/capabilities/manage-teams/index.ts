import { groupCalled } from '../../crm/group/group.ts';
import { meantBy } from '../../crm/person/meant-by.ts';
import type { Chosen } from '../colleague-meant.ts';
import type { CrmCapability, CrmTools, CrmTurn } from '../crm-turn.ts';
import { onlyAdmin } from '../only-admin.ts';
import { changeTeams } from './change-teams.ts';
import { looksLikeTeam, readTeamCommands, type TeamCommand } from './read-command.ts';
import { tellOfTeam, tellOfTeams } from './tell-teams.ts';

/** Makes groups of colleagues, puts people in, says who manages them, and lists them. */
export const createManageTeams = (tools: CrmTools): CrmCapability => ({
  name: 'manage-teams',
  purpose: { zh: '建团队,分组,定谁管', en: 'Teams: who is in, who manages' },
  examples: { zh: ['建团队 一组 二组', '谁在一组'], en: ['create teams North, South', 'who is in North?'] },
  async command(text) {
    const commands = readTeamCommands(text);
    if (commands.length === 0) return null;
    for (const command of commands) if (await isMeant(command, tools)) return { ...command };
    return null;
  },
  run: (turn, _said, command) => obey(turn, command as unknown as TeamCommand, tools),
  answered: (turn, _question, choice) => obey(turn, choice as unknown as TeamCommand & { chosen: Chosen }, tools),
  actions: {
    'manage-teams.all': (turn, { team }) => tellOfTeam(turn, String(team), tools, Number.POSITIVE_INFINITY),
    'manage-teams.overview': (turn) => tellOfTeams(turn, tools, Number.POSITIVE_INFINITY),
  },
});

async function obey(turn: CrmTurn, command: TeamCommand & { chosen?: Chosen }, tools: CrmTools): Promise<void> {
  if (command.act === 'overview') return tellOfTeams(turn, tools);
  if (command.act === 'list') return tellOfTeam(turn, command.team, tools);
  await onlyAdmin(turn);
  await changeTeams(turn, command, tools);
}

/** Words such as "Wang manages procurement" speak of groups only where there is such a group, or a name like one. */
async function isMeant(command: TeamCommand, { stores }: CrmTools): Promise<boolean> {
  if (command.act === 'overview') return true;
  if (command.act === 'create') return command.teams.every((name) => name.split(/\s+/).length <= 3);
  const groups = await stores.groups.all();
  const names = 'teams' in command ? command.teams : [command.team];
  if (names.some((name) => looksLikeTeam(name) || groupCalled(groups, name) !== null)) return true;
  if (!('people' in command) || groups.length === 0) return false;
  const short = names.every((name) => name.length <= 8 || /^[^\s]+(?:\s[^\s]+)?$/.test(name));
  const people = await stores.people.active();
  return short && command.people.every((name) => meantBy(people, name).length > 0);
}
