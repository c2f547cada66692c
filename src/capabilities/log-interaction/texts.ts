import { defineTexts } from '../../chat/texts.ts';

export const logTexts = defineTexts({
  zh: {
    whichContact: (mention: string) => `哪位${mention}?`,
    whichAccount: (mention: string) => `哪个${mention}?`,
    whichCustomer: '哪个客户?',
    noneOfThese: '都不是',
    newCustomer: '新客户',
    later: '先放着',
    setAside: '已留着,说上客户名再归。',
    noCustomer: '没看出要记什么,说上客户名就行,如「腾云同意85万」。',
    kept: '你这句我留着。',
    duplicateTitle: (name: string) => `可能重复 · ${name}`,
    duplicateBody: (writer: string, owner: string) => `${writer}新建了它,${owner}名下已有。`,
  },
  en: {
    whichContact: (mention: string) => `Which ${mention}?`,
    whichAccount: (mention: string) => `Which ${mention}?`,
    whichCustomer: 'Which customer?',
    noneOfThese: 'None of these',
    newCustomer: 'New customer',
    later: 'Later',
    setAside: 'Kept. Say the customer and I file it.',
    noCustomer: 'Nothing to log there. Say e.g. "Alderbank agreed to 85k".',
    kept: 'I kept your note.',
    duplicateTitle: (name: string) => `Maybe twice · ${name}`,
    duplicateBody: (writer: string, owner: string) => `${writer} made it; ${owner} has one.`,
  },
});
