import type { Viewer } from '../access/viewer.ts';
import type { Prompt, Speaker } from '../chat/capability.ts';
import type { Rules } from '../rules/create-rules.ts';

/**
 * What free words that reply to a reminder are about: its one customer, or its one step, which they then answer. A
 * reminder of several things leaves it open.
 */
export const createPromptUnder =
  (rules: Pick<Rules, 'toldRows'>) =>
  async (set: string, asker: { speaker: Speaker; viewer: Viewer; now: Date }): Promise<Prompt | null> => {
    const { speaker, viewer, now } = asker;
    const [row, second] = await rules.toldRows(set, { viewer, locale: speaker.locale, zone: speaker.zone, now });
    if (row === undefined || second !== undefined || row.account === null) return null;
    const { account, task } = row;
    return { capability: 'log-interaction', at: now, account, memo: task === null ? { account, set } : { task, set } };
  };
