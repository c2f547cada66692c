import { defineTexts } from '../../chat/texts.ts';

export const handOverTexts = defineTexts({
  zh: {
    handed: (what: string, from: string, to: string) => `✓ ${what} · ${from}→${to}`,
    customers: (count: number) => `${count}个客户`,
    told: (what: string, by: string) => `归你了 · ${what} · ${by}转来`,
    whichCustomer: '转哪个客户?说「把腾云转给张伟」。',
    toWhom: '转给谁?说「把腾云转给张伟」。',
    none: (name: string) => `没有叫「${name}」的客户。`,
    already: (name: string, owner: string) => `${name}已经归${owner}。`,
    same: (name: string) => `本来就是${name}的。`,
    notYours: (name: string) => `${name}的客户不归你转。`,
    nothing: (name: string) => `${name}名下没有客户。`,
    gone: (name: string) => `${name}已经不在团队里。`,
    noneLeft: '这些客户已经不归你看。',
    undo: '撤销',
  },
  en: {
    handed: (what: string, from: string, to: string) => `✓ ${what} · ${from}→${to}`,
    customers: (count: number) => (count === 1 ? '1 customer' : `${count} customers`),
    told: (what: string, by: string) => `Yours now · ${what} · from ${by}`,
    whichCustomer: 'Which customer? Say "transfer Alderbank to Kim".',
    toWhom: 'To whom? Say "transfer Alderbank to Kim".',
    none: (name: string) => `There is no customer called “${name}”.`,
    already: (name: string, owner: string) => `${name} is ${owner}'s already.`,
    same: (name: string) => `They are ${name}'s already.`,
    notYours: (name: string) => `${name}'s customers are not yours to hand over.`,
    nothing: (name: string) => `${name} has no customers.`,
    gone: (name: string) => `${name} is no longer in the team.`,
    noneLeft: 'These customers are no longer yours to see.',
    undo: 'Undo',
  },
});
