import type { NewPerson } from '../../src/crm/person/add-person.ts';
import { chineseAccounts } from './chinese-accounts.ts';
import type { DemoAccount } from './demo-account.ts';
import { englishAccounts } from './english-accounts.ts';

/** An invented sales company: every name, number and date is made up. */

export const people: (NewPerson & { id: string })[] = [
  { id: 'li', name: '李娜', role: 'admin', locale: 'zh', zone: 'Asia/Shanghai' },
  { id: 'chen', name: '陈敏', role: 'manager', locale: 'zh', zone: 'Asia/Shanghai' },
  { id: 'lin', name: '林悦', role: 'rep', manager: 'chen', locale: 'zh', zone: 'Asia/Shanghai' },
  {
    id: 'emma',
    name: 'Emma Clarke',
    aliases: ['Emma'],
    role: 'rep',
    manager: 'chen',
    locale: 'en',
    zone: 'Asia/Singapore',
  },
];

/** In the first nobody may hear of another's customers; in the second all may hear of Lin's, so alerts come there. */
export const rooms = [
  { id: 'sales', name: '销售群 · Sales', members: ['chen', 'lin', 'emma'] },
  { id: 'east', name: '华东组 · East', members: ['chen', 'lin'] },
];

export const accounts: DemoAccount[] = [...chineseAccounts, ...englishAccounts];
