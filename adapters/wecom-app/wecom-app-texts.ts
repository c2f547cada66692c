import { defineTexts } from '../../src/chat/texts.ts';

/** What the adapter itself says to people, in the team's language: it does not know who reads. */
export const wecomAppTexts = defineTexts({
  zh: {
    notStored: '没存上,请一分钟后再发一次。',
    voice: '语音没转成文字,我听不了。打字说一句就记,如「腾云同意85万」。',
    image: '图片我看不了。要记什么,打字说一句,带上客户名。',
    video: '视频我看不了。要记什么,打字说一句,带上客户名。',
    file: '文件我读不了。要记什么,打字说一句,带上客户名。',
    location: '位置我记不了。打字说在哪位客户那里就行,如「在腾云,见了王总」。',
    link: '链接我不打开。要记什么,打字说一句,带上客户名。',
    card: '名片我读不了。打字写姓名、公司、电话,我来记。',
    other: '这种消息我读不了。要记什么,打字说一句,带上客户名。',
    fileFollows: '全部在下面的文件里。',
    replaced: '已更新',
  },
  en: {
    notStored: 'Not saved. Please send it again in a minute.',
    voice: "WeCom made no text of that voice message, and I can't listen. Type it, like “Alderbank agreed to 85k”.",
    image: "I can't read pictures. Type what to log, with the customer's name.",
    video: "I can't watch videos. Type what to log, with the customer's name.",
    file: "I can't read files. Type what to log, with the customer's name.",
    location: "I can't log a place. Type which customer you are at, like “at Alderbank, met Priya”.",
    link: "I don't open links. Type what to log, with the customer's name.",
    card: "I can't read contact cards. Type name, company and phone, and I log them.",
    other: "I can't read that kind of message. Type what to log, with the customer's name.",
    fileFollows: 'The whole is in the file below.',
    replaced: 'Updated',
  },
});
