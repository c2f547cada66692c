import { defineTexts } from '../chat/texts.ts';

/** What is said to somebody who asks for what others own; names of colleagues, of teams and of owners are no secret. */
export const notYoursTexts = defineTexts({
  zh: {
    records: (name: string) => `${name}的不归你看。`,
    customer: (owner: string) => `这个客户不归你看,负责人是${owner}。`,
  },
  en: {
    records: (name: string) => `${name} is not yours to see.`,
    customer: (owner: string) => `That customer is ${owner}'s, not yours to see.`,
  },
});
