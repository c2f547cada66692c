import type { Locale } from '../../src/chat/texts.ts';
import type { InteractionKind } from '../../src/crm/interaction/interaction.ts';
import type { DemoAccount } from './demo-account.ts';

export interface DemoNote {
  /** Days before the customer's last contact. */
  daysBefore: number;
  kind: InteractionKind;
  note: string;
}

const told: Record<Locale, [InteractionKind, (who: string) => string][]> = {
  zh: [
    ['call', (who) => `跟${who}通了电话,问了交付周期,说下周给答复`],
    ['visit', (who) => `去拜访了${who},现场看了他们的流程,痛点是人工录单`],
    ['message', (who) => `微信上给${who}发了案例,他说挺像他们的情况`],
    ['demo', (who) => `给${who}做了演示,最关心权限和数据在哪里`],
    ['meeting', (who) => `${who}来公司开会,带了财务,谈了付款方式`],
    ['email', (who) => `把方案发到${who}邮箱,约了下次一起过`],
  ],
  en: [
    ['call', (who) => `Call with ${who}: asked about delivery times, will come back next week`],
    ['visit', (who) => `Visited ${who}: walked through their process, manual entry hurts most`],
    ['message', (who) => `Sent ${who} a case study, sounds like their situation`],
    ['demo', (who) => `Demo for ${who}: cared most about permissions and where data sits`],
    ['meeting', (who) => `${who} came in with finance, talked payment terms`],
    ['email', (who) => `Mailed ${who} the proposal, agreed to go through it together`],
  ],
};

/** Three months of contact with a customer, latest first: more of it the further the deal has come. */
export function notesFor({ contacts, deal, alias }: DemoAccount, locale: Locale): DemoNote[] {
  const who = contacts[0]?.alias ?? contacts[0]?.name ?? alias;
  const many = deal === undefined ? 2 : deal.stage === 'contacted' ? 3 : 6;
  return told[locale].slice(0, many).map(([kind, note], at) => ({ daysBefore: at * 11, kind, note: note(who) }));
}
