import type { Talker } from './company.ts';
import type { Line } from './script.ts';
import type { Answered } from './sender.ts';

/** A message as it was said, and every answer that it got. */
export interface Said {
  talker: Talker;
  line: Line;
  answers: Answered[];
}
