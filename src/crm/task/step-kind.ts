import type { InteractionKind } from '../interaction/interaction.ts';

const KINDS: readonly [InteractionKind, RegExp][] = [
  ['demo', /演示|demo/iu],
  ['call', /电话|打给|通话|致电|\b(?:call|phone|ring)\b/iu],
  ['visit', /拜访|上门|登门|[再去来]去|见(?:面|一面)?|面谈|走访|\b(?:visit|see|drop by)\b/iu],
  ['meeting', /开会|会议|会面|碰头|\bmeet(?:ing)?\b/iu],
  ['email', /邮件|\be-?mail\b/iu],
  ['message', /微信|消息|短信|\b(?:message|text|ping)\b/iu],
];

/** How a step by that title is done, where its words say so. */
export const stepKind = (title: string): InteractionKind | null =>
  KINDS.find(([, words]) => words.test(title))?.[0] ?? null;

const ALIKE: Partial<Record<InteractionKind, InteractionKind>> = { meeting: 'visit' };
const broadly = (kind: InteractionKind): InteractionKind => ALIKE[kind] ?? kind;

/** Whether a contact of that kind is what the step was for. */
export function isDoneBy(title: string, kind: InteractionKind): boolean {
  const meant = stepKind(title);
  return meant !== null && broadly(meant) === broadly(kind);
}
