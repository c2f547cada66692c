import { z } from 'zod';
import type { ProposalRequest } from '../ports/language-model.ts';
import { askedOnce } from './asked-once.ts';

const request = (about: string, text = 'a note'): ProposalRequest<string> => ({
  prompt: 'understand@v1',
  instructions: '',
  text,
  schema: z.string(),
  person: 'lin',
  about,
  budgetMs: 10,
});

test('a message is asked about once, another text of it or another message again', async () => {
  let asked = 0;
  const model = askedOnce({
    async propose<T>() {
      asked += 1;
      return `answer ${asked}` as T;
    },
  });
  expect(await model.propose(request('m1'))).toBe('answer 1');
  expect(await model.propose(request('m1'))).toBe('answer 1');
  expect(await model.propose(request('m1', 'rewritten'))).toBe('answer 2');
  expect(await model.propose(request('m2'))).toBe('answer 3');
  for (let n = 0; n < 200; n++) await model.propose(request(`later ${n}`));
  expect(await model.propose(request('m1'))).toBe('answer 204');
});
