import { defineTexts } from '../../chat/texts.ts';

export const changeStepTexts = defineTexts({
  zh: {
    noSuchStep: (what: string) => `没有「${what}」这一步。\n说「我的待办」看全部。`,
    which: '哪一步?',
    toWhen: '改到哪天?如「拜访改到周五」。',
    whichOff: '哪一步不做了?',
    neverMoved: '时间没有改过。',
    later: '先放着',
  },
  en: {
    noSuchStep: (what: string) => `There is no step “${what}”.\nSay “my tasks” to see all.`,
    which: 'Which step?',
    toWhen: 'To which day? E.g. “move the demo to Friday”.',
    whichOff: 'Drop which step?',
    neverMoved: 'Its time has not been changed.',
    later: 'Later',
  },
});
