import type { NameDirectory } from './name-directory.ts';
import type { MessageInput, Understanding } from './understanding.ts';

/** One message in, one understanding out: pure, synchronous, never throws on any text. */
export function understand(input: MessageInput, _directory: NameDirectory): Understanding {
  return {
    id: input.id,
    intent: 'unknown',
    account: null,
    contacts: [],
    interaction: null,
    opportunity: null,
    tasks: [],
    contactFacts: [],
    assignee: null,
    period: null,
    confidence: 0,
    evidence: {},
  };
}
