import { defineTexts, type Locale } from '../chat/texts.ts';

const texts = defineTexts({
  zh: { chat: '私聊发给我就加入', page: '或打开这个链接:' },
  en: { chat: 'Send it to me in a direct message,', page: 'or open this link:' },
});

/** How somebody joins by a code, in lines: in a direct talk, and on the page where its address is known. */
export function joinWays(code: string, locale: Locale, page: string | null): string[] {
  const words = texts(locale);
  return page === null ? [words.chat] : [words.chat, words.page, `${page.replace(/\/$/, '')}/#join=${code}`];
}
