import { quick } from '../text/quick-pattern.ts';
import type { ClauseSense } from './clause-sense.ts';

/** 让我们先垫资,我说做不了: asked for and refused. */
export const isRefused = ({ days }: ClauseSense, next: ClauseSense | undefined): boolean =>
  days.length === 0 && next !== undefined && REFUSED.test(next.clause.text);
const REFUSED = quick(
  /^(?:我们?|咱们?)(?:就|都|也|直接|当场|已经?)*(?:说|回|讲|告诉[他她]们?)?(?:了)?(?:这个?|肯定|真的?|恐怕)?(?:做不了|不行|不可能|没答应|没同意|没松口|拒绝|婉拒|没办法|不能|推(?:掉)?了|不做)|^(?:and |but )?(?:i|we) (?:said|told (?:him|her|them)) (?:no|we can't|we don't|not possible|that's not)|^(?:and |but )?(?:i|we) (?:refused|declined|turned (?:it|that|them|him|her) down)/u,
);
