import { PersonError } from '../errors.ts';
import type { Cause, ChangeSet } from '../ledger/change-set.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type OpenTurn, openTurn, type Talk } from './turn.ts';

/** Thrown out of a turn that must not be committed under its own cause; `answer` is what the person gets instead. */
export class Refusal<V> extends Error {
  readonly answer: (open: OpenTurn<V>) => Promise<void>;

  constructor(answer: (open: OpenTurn<V>) => Promise<void>) {
    super('refused');
    this.answer = answer;
  }
}

/**
 * Records one turn as one change set. What the person can mend is answered in its stead under the cause `refusedAs`,
 * and nothing else changes.
 */
export async function recordTurn<V>(
  ledger: Pick<Ledger, 'record' | 'findSet'>,
  talk: Talk<V>,
  cause: Cause,
  work: (open: OpenTurn<V>) => Promise<void>,
  refusedAs = cause.id,
): Promise<ChangeSet> {
  let latest: OpenTurn<V> | undefined;
  const attempt = async (how: (open: OpenTurn<V>) => Promise<void>, as: Cause) => {
    const recorded = await ledger.record(as, async (draft) => {
      latest = await openTurn(draft, talk, ledger.findSet);
      await how(latest);
      await latest.finish();
    });
    return recorded.set;
  };
  try {
    return await attempt(work, cause);
  } catch (error) {
    const part = latest?.part() ?? null;
    const answer = refusalOf<V>(error);
    if (answer === null) throw error;
    return attempt(
      async (open) => {
        if (part !== null) open.asPart(part.number, part.last);
        await answer(open);
      },
      { ...cause, id: refusedAs },
    );
  }
}

function refusalOf<V>(error: unknown): ((open: OpenTurn<V>) => Promise<void>) | null {
  if (error instanceof Refusal) return (error as Refusal<V>).answer;
  if (!(error instanceof PersonError)) return null;
  return async ({ turn }) => void turn.whisper({ text: error.message });
}
