import { defineTexts } from '../../src/chat/texts.ts';

/** What the adapter itself says. */
export const wecomBotTexts = defineTexts({
  zh: {
    notStored: '没存上,请一分钟后再发一次。',
    pressNotStored: '没存上,请一分钟后再点一次。',
    welcome: '客户有什么新情况,直接发给我,我来记。\n如「腾云同意85万,下周三拜访」。发「帮助」看更多。',
    image: '图片',
    file: '文件',
    video: '视频',
    audio: '语音',
    other: '这种消息我看不了,请打字。',
    empty: '要记什么?说上客户名就行,如「腾云同意85万」。',
    directly: '私聊回你。',
    openFirst: '私聊发不过去:请先点开我的头像发一句话,再问一次。',
    thinking: '在看…',
    below: '好了:',
    later: '还要一会儿,好了再发你。',
  },
  en: {
    notStored: "That wasn't saved. Please send it again in a minute.",
    pressNotStored: "That wasn't saved. Please press it again in a minute.",
    welcome:
      'Tell me what happened with a customer and I log it,\nlike “Alderbank agreed to 85k, visit on Wed”. “help” says more.',
    image: 'picture',
    file: 'file',
    video: 'video',
    audio: 'voice message',
    other: "I can't read that kind of message; please type it.",
    empty: 'What should I log? Say e.g. “Alderbank agreed to 85k”.',
    directly: 'I answer you directly.',
    openFirst: 'Open my profile, send me a word there, then ask again.',
    thinking: 'Reading…',
    below: 'Here:',
    later: 'This takes a while longer; I will send it.',
  },
});
