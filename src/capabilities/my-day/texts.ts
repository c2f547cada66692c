import { defineTexts } from '../../chat/texts.ts';

export const myDayTexts = defineTexts({
  zh: {
    today: '今天',
    all: '待办',
    head: (what: string, count: number) => `${what} · ${count}件事`,
    none: (what: string) => `${what}没有要做的事。`,
    noneAtAll: '没有待办。说「周五给腾云发报价」就记下。',
    nextUp: (step: string) => `下一件 ${step}`,
    overdue: (day: string) => `逾期 ${day}`,
    noCustomer: '客户待定',
    of: (name: string, what: string) => `${name} · ${what}`,
    span: (from: string, to: string) => `${from} – ${to}`,
    more: (count: number) => `另有 ${count} 件`,
    showAll: '全部',
  },
  en: {
    today: 'Today',
    all: 'To do',
    head: (what: string, count: number) => `${what} · ${count === 1 ? '1 step' : `${count} steps`}`,
    none: (what: string) => `${what}: nothing to do.`,
    noneAtAll: 'Nothing to do. Say e.g. “send Alderbank the quote on Friday”.',
    nextUp: (step: string) => `Next up: ${step}`,
    overdue: (day: string) => `late, ${day}`,
    noCustomer: 'no customer yet',
    of: (name: string, what: string) => `${name} · ${what}`,
    span: (from: string, to: string) => `${from} – ${to}`,
    more: (count: number) => `and ${count} more`,
    showAll: 'Show all',
  },
});
