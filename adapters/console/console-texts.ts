import { defineTexts } from '../../src/chat/texts.ts';

/** What the terminal itself says. */
export const consoleTexts = defineTexts({
  zh: {
    hello: (name: string) => `${name},直接说就行,如「腾云同意85万」。数字按按钮,/quit 退出。`,
    prompt: '我> ',
    updated: '(更新)',
    notStored: '没存上,请一分钟后再发一次。',
    bye: '再见。',
  },
  en: {
    hello: (name: string) =>
      `${name}, just say it, like "Call with Priya, 85k". A number presses a button, /quit leaves.`,
    prompt: 'me> ',
    updated: '(updated)',
    notStored: 'Not saved. Please send it again in a minute.',
    bye: 'Bye.',
  },
});
