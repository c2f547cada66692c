import { narrowed, privately } from '../../access/viewer-for.ts';
import { fitted, listRow, soft } from '../../chat/width.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';
import { todayOf } from '../crm-turn.ts';
import { type Days, instantsOf, periodText } from '../period.ts';
import { mayAskOf, ownersOf, type Whose, whoseCalled } from '../whose.ts';
import { funnelOf } from './funnel.ts';
import { totalText } from './funnel-rows.ts';
import { pipelineTexts } from './texts.ts';

/** A report has eight lines; the first is its head. */
const MOST_LINES = 8;

/** 各组对比, 哪个组最好, compare the teams, which team is ahead. */
const ALL: readonly RegExp[] = [
  /^(?:看看?|对比|比较)?(?:一下)?(?:各个?|每个?|几个|所有|这几个|我的?几个)(?:小?组|团队)(?:的)?(?:漏斗|业绩|单子|商机|金额)?(?:对比|比较|比一?比|比|情况|怎么样|如何|咋样)(?:一下|看看?)?$/u,
  /^(?:按|分)(?:团队|小?组)(?:来)?(?:看|对比|比较)(?:一下)?$/u,
  /^(?:哪个|哪一个|哪)(?:小?组|团队)(?:的)?(?:业绩|漏斗|单子|商机|金额|做得|表现|现在)*(?:是|最|更|比较|领先|垫底)+(?:好|多|高|大|强|差|少|低|弱)?的?$/u,
  /^(?:compare|rank) (?:all )?(?:the |my |our )?teams?(?: please)?$/iu,
  /^(?:how do|show) (?:the |my |our )?teams? compare[d]?$/iu,
  /^which (?:of (?:the|my|our) )?teams? (?:is|are|has|have|does|did)?\s?(?:the )?(?:ahead|behind|best|worst|most|biggest|leading|lagging|doing (?:best|worst|better)|winning|(?:most|more|biggest|largest) (?:pipeline|deals|money))$/iu,
  /^(?:pipeline |deals )?by team$/iu,
];
/** 一组和二组比呢, East vs West: the two by their names. */
const TWO: readonly RegExp[] = [
  /^(?:对比|比较|比一?比)(?:一下)?(.{1,20}?)(?:和|跟|与|、|vs\.?|对)(.{1,20}?)(?:的(?:漏斗|业绩|单子))?$/iu,
  /^(.{1,20}?)(?:和|跟|与|、|vs\.?|对)(.{1,20}?)(?:对比|比较|比一?比|相比|比|哪个(?:更)?[好多强高大]|谁(?:更)?[好多强高大])(?:一下|呢|如何|怎么样|看看?)*$/iu,
  /^(?:can you )?compare (.{1,30}?) (?:and|with|to|vs\.?|against) (.{1,30}?)$/iu,
  /^(?:how does )?(.{1,30}?) (?:vs\.?|versus|compared? (?:to|with)) (.{1,30}?)$/iu,
];

/** Who is to be compared: teams or colleagues by name; `all`: every team that the asker answers for. Null for other words. */
export async function comparedIn(text: string, tools: CrmTools): Promise<Whose[] | 'all' | null> {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s??。.!]+$/u, '')
    .replace(/^(?:那么?|麻烦|请|帮我|and|please)[,\s]*/iu, '');
  if (ALL.some((form) => form.test(said))) return 'all';
  const names = TWO.map((form) => form.exec(said)?.slice(1)).find((found) => found !== undefined);
  if (names === undefined) return null;
  const named = await Promise.all(names.map((name) => whoseCalled(name.trim(), tools)));
  const whose = named.flatMap((one) => (one.kind === 'whose' ? [one.whose] : []));
  return whose.length === names.length ? whose : null;
}

/** The deals of each, most first, as text for the asker alone; null where there is nobody whose deals they may see. */
export async function comparisonOf(
  turn: CrmTurn,
  asked: Whose[] | 'all',
  days: Days,
  tools: CrmTools,
): Promise<string | null> {
  const { stores } = tools;
  const { locale, zone } = turn.speaker;
  const viewer = privately(turn.viewer);
  const team = await stores.team.settings();
  const words = pipelineTexts(locale);
  const { from, to } = instantsOf(days, zone);
  const groups = asked === 'all' ? await stores.groups.all() : [];
  const whose = asked === 'all' ? groups.map(({ _id, name }): Whose => ({ kind: 'group', id: _id, name })) : asked;
  const rows: { row: string; size: number }[] = [];
  for (const of of whose) {
    const owners = await ownersOf(of, tools);
    const isEmpty = owners !== 'all' && owners.size === 0;
    if (isEmpty || !mayAskOf(viewer, of, owners)) continue;
    const { totals } = funnelOf(await stores.deals.alive(narrowed(viewer, owners), from, to), team.stages, team);
    const count = totals.reduce((sum, total) => sum + total.count, 0);
    const sums = totals.filter(({ currency }) => currency !== null).map((total) => totalText(total, locale));
    rows.push({ row: listRow([soft(of.name), words.deals(count), ...sums]), size: totals[0]?.amount ?? 0 });
  }
  if (rows.length === 0) return null;
  rows.sort((left, right) => right.size - left.size);
  const head = `${words.compared} · ${periodText(days, todayOf(turn), locale)}`;
  return fitted([head, ...rows.map(({ row }) => row)], MOST_LINES).join('\n');
}
