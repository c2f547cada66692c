import { defineTexts } from '../../src/chat/texts.ts';

/** What the adapter itself says to people, in the team's language: it does not know who reads. */
export const wechatyTexts = defineTexts({
  zh: {
    byNumber: '回复数字就行:',
    notStored: '没存上,请一分钟后再发一次。',
    voice: '语音我听不了,请转成文字再发。',
    picture: '图片我这里存不了,要记的事请打字发我。',
    file: '文件我这里存不了,要记的事请打字发我。',
    place: '收到位置,但不知道是哪个客户;请打一句,如「拜访腾云」。',
    contact: '名片请发文字:公司、姓名、电话。',
    sticker: '表情我看不懂,要记的事请打字发我。',
    other: '这类消息我读不了,要记的事请打字发我。',
    away: (minutes: number) => `我刚才离线约${minutes}分钟,那段时间发的没收到,请再发一次。`,
  },
  en: {
    byNumber: 'Reply with a number:',
    notStored: 'Not saved. Please send it again in a minute.',
    voice: "I can't listen to voice messages. Please type it.",
    picture: "I can't keep pictures here. Please type what to log.",
    file: "I can't keep files here. Please type what to log.",
    place: "Which customer's place? Type e.g. “visited Alderbank”.",
    contact: 'Please type the card: company, name, phone.',
    sticker: "I can't read stickers. Please type what to log.",
    other: "I can't read this kind of message. Please type what to log.",
    away: (minutes: number) => `Offline for ${minutes} min; what you sent was lost. Please resend it.`,
  },
});
