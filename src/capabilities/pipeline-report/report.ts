import type { Viewer } from '../../access/viewer.ts';
import { narrowed, privately } from '../../access/viewer-for.ts';
import { moneyText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import { listRow, soft } from '../../chat/width.ts';
import { stageLabel, stagePath } from '../../crm/deal/stages.ts';
import { sizeOf } from '../../crm/rate/reckon.ts';
import type { Team } from '../../crm/team/team.ts';
import { type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { instantsOf, periodText } from '../period.ts';
import { rateHint } from '../rate-words.ts';
import { ownersOf } from '../whose.ts';
import type { BasisArgs } from './basis.ts';
import { drillButtons } from './drill.ts';
import { funnelOf } from './funnel.ts';
import { chartOf, rowsOf, tableOf } from './funnel-rows.ts';
import type { Question } from './question.ts';
import { pipelineTexts } from './texts.ts';

/** The funnel within the viewer's scope; null where there is no deal in it. */
export async function reportOf(
  turn: CrmTurn,
  viewer: Viewer,
  question: Question,
  team: Team,
  tools: CrmTools,
): Promise<MessageDraft | null> {
  const { days, of } = question;
  const { from, to } = instantsOf(days, turn.speaker.zone);
  const deals = await tools.stores.deals.alive(viewer, from, to);
  const shared = !turn.direct && viewer.audience.length > 1;
  const scope: BasisArgs['scope'] = shared ? 'shared' : viewer.owners === 'all' ? 'all' : viewer.owners.size;
  const basis: BasisArgs = { days, of, asOf: turn.now.toISOString(), scope };
  // Also an empty answer is one that words go on about.
  if (!shared) turn.remember({ query: { capability: 'pipeline-report', at: turn.now, memo: { ...basis } } });
  if (deals.length === 0) return null;
  const { locale } = turn.speaker;
  const texts = pipelineTexts(locale);
  const title = [texts.title, periodText(days, todayOf(turn), locale), ...(of === null ? [] : [of.name])].join(' · ');
  const funnel = funnelOf(deals, team.stages, team);
  const reader = { preset: team.stages, reckoning: team, locale };
  const chart = chartOf(funnel, team.stages, locale);
  const hint = shared
    ? []
    : await rateHint(
        turn,
        team,
        deals.filter(({ stage }) => stage !== 'lost'),
        tools,
      );
  const { inHead, rows, below } = rowsOf(funnel, reader, hint);
  const head = inHead === null ? title : `${title} · ${inHead}`;
  const basisButton = { label: texts.basis, action: 'pipeline-report.basis', args: { ...basis } };
  return {
    text: [head, ...rows.map(({ label, value }) => `${label} ${value}`), ...below].join('\n'),
    card: { title: head, rows },
    table: { title, ...tableOf(funnel, reader) },
    ...(below.length === 0 ? {} : { footer: below.join() }),
    ...(chart === null ? {} : { chart }),
    buttons: shared ? [basisButton] : await drillButtons(turn, question, deals, basisButton, tools),
  };
}

/** Every deal of a report, the furthest first; the asker's rights and the company are those of now. */
export async function listOf(turn: CrmTurn, { days, of }: Question, tools: CrmTools): Promise<MessageDraft> {
  const { stores } = tools;
  const viewer = narrowed(privately(turn.viewer), await ownersOf(of, tools));
  const { from, to } = instantsOf(days, turn.speaker.zone);
  const team = await stores.team.settings();
  const { stages } = team;
  const { locale } = turn.speaker;
  const texts = pipelineTexts(locale);
  const rank = new Map(stagePath(stages).map((stage, at) => [stage, at]));
  const deals = (await stores.deals.alive(viewer, from, to))
    .filter(({ stage }) => stage !== 'lost')
    .sort(
      (left, right) =>
        (rank.get(right.stage) ?? 0) - (rank.get(left.stage) ?? 0) || sizeOf(team, right) - sizeOf(team, left),
    );
  if (deals.length === 0) return { text: texts.empty };
  const rows = deals.map(({ name, stage, amount, currency }): [string, string, string] => [
    name,
    stageLabel(stages, stage, locale),
    amount === null || currency === null ? '' : moneyText(amount, currency, locale),
  ]);
  const title = [texts.title, periodText(days, todayOf(turn), locale), ...(of === null ? [] : [of.name])].join(' · ');
  return {
    text: rows.map(([name, ...rest]) => listRow([soft(name), ...rest.filter((cell) => cell !== '')])).join('\n'),
    table: { title, head: [texts.deal, texts.stage, texts.amount], rows, figures: [2] },
  };
}
