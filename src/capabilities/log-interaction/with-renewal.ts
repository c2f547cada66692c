import type { Said } from '../../chat/capability.ts';

const ZH = /续约|续费|续签|续保|到期|期满/u;
const EN = /\b(?:renewal|renews?|expires?|expiry|runs out|contract ends?)\b/iu;
/** It has taken place, or will not. */
const NOT_AHEAD = /(?:续约|续费|续签|续保)(?:了|过|完|成功)|不续|没续|已续|\b(?:renewed|won't renew|not renew)/iu;
const ONE_CLAUSE = /^[^,，;；。.!！\n]+[。.!！]?$/u;

/**
 * A contract that ends or is renewed on a day to come is a step of that day, so that it comes back; orders and contracts
 * have no records of their own yet. `today`: the speaker's.
 */
export function withRenewal(said: Said, today: string): Said {
  const { text, understanding } = said;
  const { tasks, opportunity, interaction, remarks } = understanding;
  const chinese = ZH.test(text);
  const [day, other] = remarks.when?.days ?? [];
  const told = (chinese || EN.test(text)) && !NOT_AHEAD.test(text);
  if (!told || tasks.length > 0 || opportunity?.stage != null) return said;
  if (day === undefined || other !== undefined || day <= today) return said;
  const title = chinese ? '续约' : 'Renewal';
  const task = { title, date: day, time: remarks.when?.time ?? null, assignee: null };
  // The day is the contract's, not one on which somebody was met; words of nothing else are all in the step.
  const nothingElse = interaction?.date !== today || ONE_CLAUSE.test(text.trim());
  const met = interaction?.kind === 'other' && nothingElse ? null : interaction;
  return { ...said, understanding: { ...understanding, tasks: [task], interaction: met } };
}
