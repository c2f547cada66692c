import { defineTexts } from '../../src/chat/texts.ts';

/** What the adapter itself says to people, in the team's language: it does not know who reads. */
export const slackTexts = defineTexts({
  zh: {
    answeredDirectly: '已收到,回复在你和我的私聊里。',
    nothingSaid: '在 /genjin 后面直接写要记的事,如:/genjin 今天跟腾云王总通了电话',
    nothingToLog: '那条没有文字,没有记。要记什么,打字发我。',
    notStored: '没存上,请一分钟后再发一次。',
  },
  en: {
    answeredDirectly: 'Got it. The answer is in our direct messages.',
    nothingSaid: 'Write it behind: /genjin call with Priya, 85k',
    nothingToLog: 'That message has no words to log. Type it here.',
    notStored: 'Not saved. Please send it again in a minute.',
  },
});
