import { defineTexts } from '../../src/chat/texts.ts';

/** What the adapter itself says to people, in the team's language: it does not know who reads. */
export const wecomAppTexts = defineTexts({
  zh: {
    notStored: '没存上,请一分钟后再发一次。',
    link: '链接我不打开。要记什么,打字说一句,带上客户名。',
    other: '这种消息我读不了。要记什么,打字说一句,带上客户名。',
    image: '图片',
    video: '视频',
    file: '文件',
    fileFollows: '全部在下面的文件里。',
    replaced: '已更新',
  },
  en: {
    notStored: 'Not saved. Please send it again in a minute.',
    link: "I don't open links. Type what to log, with the customer's name.",
    other: "I can't read that. Type it, with the customer's name.",
    image: 'picture',
    video: 'video',
    file: 'file',
    fileFollows: 'The whole is in the file below.',
    replaced: 'Updated',
  },
});
