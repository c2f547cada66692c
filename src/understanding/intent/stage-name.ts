import { quick } from '../text/quick-pattern.ts';
import type { Stage } from '../understanding.ts';
import type { Reading } from './reading.ts';
import { STAGE_NAMES } from './words/deal-words.ts';

const MOVED = quick(
  /(?:进入|进到|推进到|推到|改到|改成|改为|转到|调到|到了?|处于|在)([^,，。\d◷¤]{2,6}?)(?:阶段|$|了|[,，。])|([\p{Script=Han}]{2,4})阶段|(?<!\p{L})(?:to|in|into|at|as|stage(?: is)?:?)\s+(?:the )?([a-z ]{3,16}?)(?:\s+stage|[,.!]|$|\s+now)/giu,
);
const STAGES = ['won', 'lost', 'negotiation', 'proposal', 'needs', 'contacted'] as const;

/** The stage that a deal is moved to by its name: 进入谈判阶段, move to proposal stage. */
export function readNamedStage({ skeleton }: Reading): Stage | null {
  for (const match of MOVED.matchAll(skeleton.text)) {
    const words = match[1] ?? match[2] ?? match[3] ?? '';
    const stage = STAGES.find((one) => STAGE_NAMES[one].test(words));
    if (stage) return stage;
  }
  return null;
}
