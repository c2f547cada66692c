import { defineTexts } from '../../chat/texts.ts';

export const dailyTexts = defineTexts({
  zh: {
    title: '日报',
    logs: (count: number) => `跟进 ${count} 条`,
    done: (title: string) => `完成 · ${title}`,
    next: '下一步',
    more: (count: number) => `另有 ${count} 条`,
    none: '今天还没有记录,也没有下一步。',
    all: '全部',
    noDay: '未定日期',
    nobody: '你看得到的人里没有销售。',
    idle: '没记:',
    and: '、',
    noneOf: (name: string) => `${name}今天还没有记录,也没有下一步。`,
  },
  en: {
    title: 'Daily report',
    logs: (count: number) => (count === 1 ? '1 note' : `${count} notes`),
    done: (title: string) => `Done · ${title}`,
    next: 'Next',
    more: (count: number) => `and ${count} more`,
    none: 'Nothing logged today and nothing planned.',
    all: 'Show all',
    noDay: 'no date',
    nobody: 'No reps are yours to see.',
    idle: 'No notes: ',
    and: ', ',
    noneOf: (name: string) => `Nothing logged or planned by ${name} today.`,
  },
});
