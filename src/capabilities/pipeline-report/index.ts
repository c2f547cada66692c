import { type Scope, scopeOf } from '../../access/scope.ts';
import type { Viewer } from '../../access/viewer.ts';
import { narrowed, privately } from '../../access/viewer-for.ts';
import { dayText, moneyText } from '../../chat/format.ts';
import type { MessageDraft } from '../../chat/message.ts';
import type { Locale } from '../../chat/texts.ts';
import { type StagePreset, stageLabel, stagePath } from '../../crm/deal/stages.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { lastQuery } from '../last-query.ts';
import { sayScoped } from '../say-scoped.ts';
import { funnelOf } from './funnel.ts';
import { rowsOf, tableOf } from './funnel-rows.ts';
import { type Days, instantsOf, nameOfPeriod, quarterOf } from './period.ts';
import { pipelineTexts } from './texts.ts';

const NAME = 'pipeline-report';
/** The same question about other days (上个月呢); the days themselves are read from the message. */
const OTHER_DAYS =
  /^(?:那么?)?[^,,。]{0,6}(?:周|星期|月份?|季度?|年|天|Q[1-4])(?:的|份)?呢[??\s]*$|^(?:and|what about|how about)\s+(?:for\s+)?[^,.]{0,24}(?:week|month|quarter|year|q[1-4]|today|yesterday|january|february|march|april|may|june|july|august|september|october|november|december)[?\s]*$/iu;
/** A team that is asked about by its name. */
const TEAM =
  /^(?:那么?)?([\p{L}\p{N}]{1,8}(?:组|团队|部))呢[??\s]*$|^(?:and|what about|how about)\s+(?:the\s+)?([\p{L}\p{N} ]{1,20}\bteam|team [\p{L}\p{N} ]{1,12})[?\s]*$/iu;
const MORE = /^(?:(?<basis>口径|basis)|全部|show all)[。.!!]?$/iu;

/** Answers how the pipeline stands: count, amount and conversion by stage, for what the listeners may see. */
export const createPipelineReport = (tools: CrmTools): CrmCapability => ({
  name: NAME,
  purpose: { zh: '看漏斗:数量、金额、转化', en: 'The pipeline: count, amount, conversion' },
  examples: { zh: ['本季度漏斗'], en: ['show the pipeline'] },
  intents: ['pipeline.show', 'report.funnel'],
  command(text, _locale, conversation, { now }) {
    const basis = lastQuery(conversation, NAME, now);
    if (basis === null) return null;
    if (OTHER_DAYS.test(text.trim())) return { again: true, of: basis.of ?? null };
    const asked = MORE.exec(text.trim());
    return asked === null ? null : { basis, all: asked.groups?.basis === undefined };
  },
  goesOn({ text, understanding: { remarks } }, conversation, now) {
    const basis = lastQuery(conversation, NAME, now);
    if (basis === null) return null;
    const [of] = remarks.colleagues;
    if (of !== undefined) return { again: true, of, days: basis.days };
    const team = TEAM.exec(text.normalize('NFKC').trim())?.slice(1).find(Boolean);
    return team === undefined ? null : { team };
  },
  async run(turn, { understanding }, command) {
    const texts = pipelineTexts(turn.speaker.locale);
    if (command?.team !== undefined) return void turn.whisper({ text: texts.noTeam(String(command.team)) });
    if (command !== null && command.again !== true) {
      const { basis, all } = command as unknown as { basis: BasisArgs; all: boolean };
      turn.whisper(all ? await listOf(turn, basis, tools) : { text: basisText(turn, basis) });
      return;
    }
    const { period, remarks } = understanding;
    const again = (command?.days ?? null) as Days | null;
    const days = again ?? period ?? remarks.period ?? quarterOf(todayOf(turn));
    const of = command === null ? (remarks.colleagues[0] ?? null) : ((command.of ?? null) as string | null);
    const { stages } = await tools.stores.team.settings();
    const owners = await ownersOf(of, tools);
    const asked = { days, of };
    await sayScoped(turn, (viewer) => answer(turn, narrowed(viewer, owners), asked, stages, tools), {
      text: texts.empty,
    });
  },
  actions: {
    'pipeline-report.basis': async (turn, args) => {
      turn.whisper({ text: basisText(turn, args as unknown as BasisArgs) });
    },
    'pipeline-report.all': async (turn, { days, of = null }) => {
      turn.whisper(await listOf(turn, { days: days as Days, of: of as string | null }, tools));
    },
  },
});

/** A colleague's own records and, for a manager, the team's; nobody's for a name that no colleague has. */
async function ownersOf(name: string | null, { stores }: CrmTools): Promise<Scope> {
  if (name === null) return 'all';
  const people = await stores.people.active();
  const person = people.find((one) => one.name === name);
  if (person === undefined) return new Set();
  const scope = scopeOf(
    person._id,
    people.map(({ _id, role, manager, active }) => ({ id: _id, role, manager, active })),
  );
  return scope === 'all' ? new Set([person._id]) : scope;
}

interface BasisArgs {
  days: Days;
  /** The colleague it is about; null: all that the asker may see. */
  of: string | null;
  asOf: string;
  scope: 'all' | 'shared' | number;
}

async function answer(
  turn: CrmTurn,
  viewer: Viewer,
  { days, of }: Pick<BasisArgs, 'days' | 'of'>,
  stages: StagePreset,
  { stores }: CrmTools,
): Promise<MessageDraft | null> {
  const { from, to } = instantsOf(days, turn.speaker.zone);
  const deals = await stores.deals.alive(viewer, from, to);
  if (deals.length === 0) return null;
  const { locale } = turn.speaker;
  const texts = pipelineTexts(locale);
  const shared = !turn.direct && viewer.audience.length > 1;
  const scope: BasisArgs['scope'] = shared ? 'shared' : viewer.owners === 'all' ? 'all' : viewer.owners.size;
  const basis: BasisArgs = { days, of, asOf: turn.now.toISOString(), scope };
  if (!shared) turn.remember({ query: { capability: NAME, at: turn.now, memo: { ...basis } } });
  const title = [texts.title, periodText(days, todayOf(turn), locale), ...(of === null ? [] : [of])].join(' · ');
  const funnel = funnelOf(deals, stages);
  const { inHead, rows } = rowsOf(funnel, stages, locale);
  const head = inHead === null ? title : `${title} · ${inHead}`;
  return {
    text: [head, ...rows.map(({ label, value }) => `${label} ${value}`)].join('\n'),
    card: { title: head, rows },
    table: { title, ...tableOf(funnel, stages, locale) },
    buttons: [
      { label: texts.basis, action: 'pipeline-report.basis', args: { ...basis } },
      ...(shared ? [] : [{ label: texts.all, action: 'pipeline-report.all', args: { days, of } }]),
    ],
  };
}

function periodText(days: Days, today: string, locale: Locale): string {
  const name = nameOfPeriod(days, today);
  if (name !== null) return pipelineTexts(locale)[name];
  return `${dayText(days.from, locale, today)} – ${dayText(days.to, locale, today)}`;
}

function basisText(turn: CrmTurn, { days, of, asOf, scope }: BasisArgs): string {
  const { locale, zone } = turn.speaker;
  const texts = pipelineTexts(locale);
  const today = todayOf(turn);
  const at = new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-US', {
    timeZone: zone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(asOf));
  const whose =
    of != null
      ? texts.scopeOf(of)
      : scope === 'all'
        ? texts.scopeAll
        : scope === 'shared'
          ? texts.scopeShared
          : scope === 1
            ? texts.scopeMine
            : texts.scopeTeam(scope);
  return [
    whose,
    texts.period(dayText(days.from, locale, today), dayText(days.to, locale, today)),
    texts.asOf(at),
    texts.definition1,
    texts.definition2,
  ].join('\n');
}

async function listOf(
  turn: CrmTurn,
  { days, of }: Pick<BasisArgs, 'days' | 'of'>,
  tools: CrmTools,
): Promise<MessageDraft> {
  const { stores } = tools;
  const viewer = narrowed(privately(turn.viewer), await ownersOf(of, tools));
  const { from, to } = instantsOf(days, turn.speaker.zone);
  const { stages } = await stores.team.settings();
  const { locale } = turn.speaker;
  const texts = pipelineTexts(locale);
  const rank = new Map(stagePath(stages).map((stage, at) => [stage, at]));
  const deals = (await stores.deals.alive(viewer, from, to))
    .filter(({ stage }) => stage !== 'lost')
    .sort(
      (left, right) =>
        (rank.get(right.stage) ?? 0) - (rank.get(left.stage) ?? 0) || (right.amount ?? 0) - (left.amount ?? 0),
    );
  const rows = deals.map(({ name, stage, amount, currency }) =>
    texts.row(
      name,
      stageLabel(stages, stage, locale),
      amount === null || currency === null ? '' : moneyText(amount, currency, locale),
    ),
  );
  return { text: rows.join('\n') || texts.empty };
}
