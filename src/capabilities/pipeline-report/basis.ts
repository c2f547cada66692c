import { dayText as dayOf } from '../../calendar/days.ts';
import { clockText, wallTime } from '../../calendar/zone.ts';
import { dayText } from '../../chat/format.ts';
import { type CrmTurn, todayOf } from '../crm-turn.ts';
import type { Question } from './question.ts';
import { pipelineTexts } from './texts.ts';

/** What a report was made of. */
export interface BasisArgs extends Question {
  asOf: string;
  /** Whose deals were counted: all, what a group may hear, or so many owners'. */
  scope: 'all' | 'shared' | number;
}

/** Says scope, time and definitions of a report. */
export function basisText(turn: CrmTurn, { days, of, asOf, scope }: BasisArgs): string {
  const { locale, zone } = turn.speaker;
  const texts = pipelineTexts(locale);
  const today = todayOf(turn);
  const { day, minute } = wallTime(Date.parse(asOf), zone);
  return [
    whoseText({ of, scope }, texts),
    texts.period(dayText(days.from, locale, today), dayText(days.to, locale, today)),
    texts.asOf(`${dayText(dayOf(day), locale, today)} ${clockText(minute)}`),
    texts.definition1,
    texts.definition2,
  ].join('\n');
}

function whoseText({ of, scope }: Pick<BasisArgs, 'of' | 'scope'>, texts: ReturnType<typeof pipelineTexts>): string {
  if (of !== null) return of.kind === 'group' ? texts.scopeGroup(of.name) : texts.scopeOf(of.name);
  if (scope === 'all') return texts.scopeAll;
  if (scope === 'shared') return texts.scopeShared;
  return scope === 1 ? texts.scopeMine : texts.scopeTeam(scope);
}
