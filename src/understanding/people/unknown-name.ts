import type { Span } from '../text/normal-text.ts';

/** Words that must mean a company or a person whom the directory does not know. */
export interface UnknownName {
  kind: 'account' | 'contact';
  span: Span;
  /** Filed as new in so many words (new lead: …), so that it outweighs a known company named after it. */
  announced?: boolean;
}
