import { defineTexts } from './texts.ts';

/** What the bot says about the talk itself. */
export const chatTexts = defineTexts({
  zh: {
    notUnderstood: '没看出要记什么,说上客户名就行,如「腾云同意85万」。',
    notUnderstoodAgain: '没懂。',
    help: '帮助',
    greeting: '你好!说一句发生了什么,我来记。',
    all: '全部',
    choose: '选择',
    deadLetter: '这条没处理成,已留着,管理员可以重发。',
    buttonExpired: '这个按钮已过期,直接打字就行。',
    buttonUnknown: '这个按钮已失效,直接打字就行。',
    notYours: '这个按钮是给别人的。',
    answered: (choice: string) => `已经选过:${choice}。`,
    cut: '太长了:只读了前 4000 字,全文已留着。',
    stranger: '你还没加入。你刚才那句我留着,加入后就记。',
    strangerAnnounced: (admin: string) => `你还没加入,已告诉管理员${admin}。你刚才那句我留着,加入后就记。`,
    knock: (adapter: string, user: string, name: string | null) =>
      `有新人想加入 · ${name ?? user}\n${adapter} 用户 ${user}`,
    joinRep: '加入·销售',
    joinManager: '加入·主管',
    joinRefuse: '拒绝',
    joined: (name: string) => `已认出你,${name}。之前留着的话马上记。`,
  },
  en: {
    notUnderstood: "I can't tell what to log. Name the customer, like “Alderbank agreed to 85k”.",
    notUnderstoodAgain: "Didn't get that.",
    help: 'Help',
    greeting: 'Hi! Just say what happened and I log it.',
    all: 'Show all',
    choose: 'Choose',
    deadLetter: "That one couldn't be handled. It is kept, and an admin can resend it.",
    buttonExpired: 'This button has expired; just type it.',
    buttonUnknown: 'This button no longer works; just type it.',
    notYours: 'This button is for someone else.',
    answered: (choice: string) => `Already chosen: ${choice}.`,
    cut: 'Too long: I read the first 4,000 characters and kept the whole.',
    stranger: "You haven't joined yet. I keep what you wrote and log it once you have.",
    strangerAnnounced: (admin: string) =>
      `You haven't joined yet; ${admin} (admin) has been told. I keep what you wrote and log it once you have.`,
    knock: (adapter: string, user: string, name: string | null) =>
      `Someone new wants to join · ${name ?? user}\n${adapter} user ${user}`,
    joinRep: 'Join · rep',
    joinManager: 'Join · manager',
    joinRefuse: 'Refuse',
    joined: (name: string) => `You are ${name}. What I kept of yours is logged now.`,
  },
});
