import type { Records } from '../../src/app/records.ts';
import { accountKind } from '../../src/crm/account/account.ts';
import { contactKind } from '../../src/crm/contact/contact.ts';
import { dealKind } from '../../src/crm/deal/deal.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { defaultTeam, TEAM_ID, teamKind } from '../../src/crm/team/team.ts';

/** An invented company: so many reps, each with customers of their own; every third one works in English. */
export const REPS = 50;
const CUSTOMERS_EACH = 20;

const heads = [...'启腾芯澜晨耀麦闽蜀锦锐渝滨澄衡岳粤华海北禾峰远宏博泰瑞鼎盛嘉'];
const tails = [...'云拓达航宁诚信通源昌隆胜辉安恒科联创智凯'];
const starts = 'Alder,Birch,Corin,Dunmore,Elm,Fern,Glen,Harrow,Ingle,Juni,Kestrel,Lark,Moss,North,Oak,Pine,Quill'.split(
  ',',
);
const ends =
  'bank,field,gate,wick,stead,ford,mere,ton,ham,worth,ley,dale,bridge,combe,hurst,thorpe,well,shaw,den,cliff'.split(
    ',',
  );
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const givens =
  'Priya,Callum,Dana,Mei,Jonas,Sarah,Anneke,Grant,Olivia,Luc,Nadia,Tom,Ines,Piotr,Ravi,Elena,Hugo,Maya,Omar,Ruth'.split(
    ',',
  );

const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;
const speaksEnglish = (rep: number): boolean => rep % 3 === 2;

export const repId = (rep: number): string => `rep-${rep}`;

/** A rep's customer; within each language no two bear the same name. */
function customer(rep: number, n: number) {
  const id = `customer-${rep}-${n}`;
  const english = Math.floor((rep + 1) / 3);
  if (speaksEnglish(rep)) {
    const index = (english - 1) * CUSTOMERS_EACH + n;
    const alias = `${at(starts, Math.floor(index / ends.length))}${at(ends, index)}`;
    const contact = at(givens, index);
    return { id, alias, name: `${alias} Ltd`, contact, contactAlias: contact };
  }
  const index = (rep - english) * CUSTOMERS_EACH + n;
  const alias = `${at(heads, Math.floor(index / tails.length))}${at(tails, index)}`;
  const surname = at(surnames, index);
  return { id, alias, name: `${alias}科技有限公司`, contact: `${surname}建国`, contactAlias: `${surname}总` };
}

/** Writes the company as of `now`, so that nothing is overdue. */
export async function fillCompany({ ledger }: Pick<Records, 'ledger'>, now: Date): Promise<void> {
  await ledger.record({ id: 'import:team', kind: 'import', by: 'system' }, async (draft) => {
    draft.create(teamKind, TEAM_ID, defaultTeam);
  });
  for (let rep = 0; rep < REPS; rep++) {
    const owner = repId(rep);
    await ledger.record({ id: `import:${owner}`, kind: 'import', by: 'system' }, async (draft) => {
      draft.create(personKind, owner, {
        name: speaksEnglish(rep) ? `Rep ${rep}` : `销售${rep}`,
        aliases: [],
        role: 'rep',
        manager: null,
        locale: speaksEnglish(rep) ? 'en' : 'zh',
        zone: 'Asia/Shanghai',
        active: true,
        identities: [{ adapter: 'web', user: owner }],
      });
      for (let n = 0; n < CUSTOMERS_EACH; n++) {
        const { id, alias, name, contact, contactAlias } = customer(rep, n);
        const none = { title: null, phone: null, email: null, birthday: null };
        const account = { name, aliases: [alias], owner, important: false, industry: null, region: null };
        draft.create(accountKind, id, { ...account, lastContactAt: now, createdAt: now });
        draft.create(contactKind, `${id}-a`, { account: id, owner, name: contact, aliases: [contactAlias], ...none });
        draft.create(dealKind, `${id}-d`, {
          account: id,
          owner,
          name: alias,
          amount: 50_000_000,
          currency: speaksEnglish(rep) ? 'USD' : 'CNY',
          stage: 'needs',
          furthest: 'needs',
          closeDate: null,
          openedAt: now,
          touchedAt: now,
          pausedUntil: null,
          closedAt: null,
          lostReason: null,
        });
      }
    });
  }
}

/** The n-th note of the company: reps in turn, each with their customers in turn, never the same sum twice running. */
export function note(n: number): { rep: number; text: string } {
  const rep = n % REPS;
  const round = Math.floor(n / REPS);
  const { alias, contactAlias } = customer(rep, round % CUSTOMERS_EACH);
  const sum = 20 + ((round * 7 + rep) % 60);
  const text = speaksEnglish(rep)
    ? `Call with ${contactAlias} at ${alias} this afternoon, hesitant about the ${sum}k quote, visit next Wednesday at 3pm`
    : `今天下午跟${alias}的${contactAlias}通了电话,对${sum}万报价有点犹豫,下周三下午3点再去拜访`;
  return { rep, text };
}
