import { defineTexts } from '../../chat/texts.ts';

export const attachTexts = defineTexts({
  zh: {
    attached: (customer: string, name: string) => `✓ 已附 · ${customer}\n${name}`,
    openCustomer: '客户待定',
    undo: '撤销',
    which: (name: string) => `「${name}」是哪个客户的?`,
    nobody: (name: string) => `收到「${name}」。先说是哪个客户的事,再发一次文件。`,
    later: '先放着',
    setAside: '没有记。要记的话再发一次。',
    lost: (name: string) => `没取到「${name}」,请再发一次。`,
    tooLarge: (name: string) => `「${name}」超过 10 MB,没有存。`,
    audio: '语音我听不了,打字说一下就记。',
    location: '位置记不了,说上客户名和做了什么就行,如「拜访了腾云」。',
    contact: '名片读不了,打字就记,如「腾云新联系人王建国 13800138000」。',
    sticker: '表情我看到了,要记什么请打字。',
  },
  en: {
    attached: (customer: string, name: string) => `✓ Attached · ${customer}\n${name}`,
    openCustomer: 'customer open',
    undo: 'Undo',
    which: (name: string) => `Whose is "${name}"?`,
    nobody: (name: string) => `Got "${name}". Say which customer it belongs to, then send it again.`,
    later: 'Later',
    setAside: 'Not kept. Send it again to log it.',
    lost: (name: string) => `"${name}" could not be fetched. Please send it again.`,
    tooLarge: (name: string) => `"${name}" is over 10 MB and was not kept.`,
    audio: "I can't listen to audio. Type it and I log it.",
    location: "I can't log a place. Name the customer and what you did: “visited Alderbank”.",
    contact: "I can't read contact cards. Type it: “Alderbank's Priya, +44 20 7946 0000”.",
    sticker: 'Seen. Type what you want logged.',
  },
});
