import { defineTexts, type Locale } from '../../chat/texts.ts';
import type { Role } from './person.ts';

const texts = defineTexts({
  zh: { rep: '销售', manager: '主管', admin: '管理员' },
  en: { rep: 'rep', manager: 'manager', admin: 'admin' },
});

export const roleLabel = (role: Role, locale: Locale): string => texts(locale)[role];
