import type { ScriptedTalk } from '../../support/talk-lines.ts';

/** A talk for every platform. */
export interface Script extends ScriptedTalk {
  /** Who talks; the first one alone where a platform is for one person. */
  people: readonly [string, ...string[]];
  /** Who is shown the same everywhere; `people` where it is left out. */
  readers?: readonly string[];
  customers: NonNullable<ScriptedTalk['customers']>;
}
