import { defineTexts, type Locale } from '../../chat/texts.ts';
import type { InteractionKind } from './interaction.ts';

const labels = defineTexts({
  zh: {
    call: '电话',
    visit: '拜访',
    meeting: '见面',
    message: '消息',
    email: '邮件',
    demo: '演示',
    event: '活动',
    other: '跟进',
  },
  en: {
    call: 'Call',
    visit: 'Visit',
    meeting: 'Meeting',
    message: 'Message',
    email: 'E-mail',
    demo: 'Demo',
    event: 'Event',
    other: 'Update',
  },
});

/** How a contact took place, in a word that begins a line. */
export const kindLabel = (kind: InteractionKind, locale: Locale): string => labels(locale)[kind];
