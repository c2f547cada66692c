import type { LanguageModel, ProposalRequest } from '../ports/language-model.ts';

const REMEMBERED = 200;

/**
 * A model that is asked once about each text of a message: a decision that clashed with another one is taken again, and
 * is not to wait, or to be paid for, twice.
 */
export function askedOnce(model: LanguageModel): LanguageModel {
  const answers = new Map<string, Promise<unknown>>();
  return {
    propose<T>(request: ProposalRequest<T>): Promise<T | null> {
      const key = `${request.prompt} ${request.about} ${request.text}`;
      const known = answers.get(key);
      if (known !== undefined) return known as Promise<T | null>;
      const answer = model.propose(request);
      answers.set(key, answer);
      const [oldest] = answers.keys();
      if (answers.size > REMEMBERED && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
  };
}
