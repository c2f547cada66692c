import type { Days } from '../period.ts';
import type { Whose } from '../whose.ts';

/** What a report is asked about: days, and whose deals; null: all that the asker may see. */
export interface Question {
  days: Days;
  of: Whose | null;
}
