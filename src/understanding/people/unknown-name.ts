import type { Span } from '../text/normal-text.ts';

/** Words that must mean a company or a person whom the directory does not know. */
export interface UnknownName {
  kind: 'account' | 'contact';
  span: Span;
}
