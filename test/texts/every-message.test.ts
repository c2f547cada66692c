import type { Records } from '../../src/app/records.ts';
import type { Reply } from '../../src/chat/chat-adapter.ts';
import { directRoom } from '../../src/chat/message.ts';
import type { Locale } from '../../src/chat/texts.ts';
import { personKind } from '../../src/crm/person/person.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam } from '../support/sales-team.ts';
import { World } from '../support/world.ts';

/**
 * One long day in which everything that can be long is: names of forty characters, sums of twelve digits, twenty open
 * deals, five steps. What the bot says to it is held to the law by the world, which does not close in peace otherwise;
 * ordinary values are held to it by every other conversation.
 */
const START = '2026-11-23T10:00:00+08:00';
const UNITS = 123_456_789_012;

const LONG = {
  zh: {
    firm: (n: number) =>
      `第${n + 10}内蒙古锡林郭勒盟正镶白旗草原畜牧机械设备制造安装与技术服务股份有限责任公司`.slice(0, 40),
    person: (n: number) =>
      `${'欧阳上官诸葛司马慕容皇甫'.slice(n * 2, n * 2 + 2)}明月清风山高水长海阔天空日月星辰`.slice(0, 16),
    step: '把最新的方案、报价单和三年的服务条款一起发给他们的采购、法务和财务,再约一次现场演示',
  },
  en: {
    firm: (n: number) => `Northumberland & Tyneside Castings ${n + 10} Ltd`.padEnd(40, 'x').slice(0, 40),
    person: (n: number) =>
      `${['Alexandra', 'Bartholomew', 'Clementine', 'Dorothea', 'Evangeline', 'Fitzwilliam'][n]} Featherstonehaugh-Cholmondeley`,
    step: 'send the latest proposal, the quote and the three-year terms to their buyers, lawyers and finance people',
  },
};

async function fill(records: Records, locale: Locale): Promise<void> {
  const { firm, person, step } = LONG[locale];
  const rep = locale === 'zh' ? 'lin' : 'emma';
  const customers = Array.from({ length: 20 }, (_, n) => ({
    name: firm(n),
    alias: firm(n),
    owner: n === 19 ? 'zhang' : rep,
    contacts: [
      { name: person(n < 2 ? 0 : 1), alias: n < 2 ? (locale === 'zh' ? '罗总' : 'Dana') : `${person(1)}${n}` },
    ],
    deal: { units: UNITS, stage: 'needs' as const, touchedAt: `2026-11-${n < 10 ? '10' : '18'}T10:00:00+08:00` },
  }));
  await fillTeam(records, customers);
  const cause = { id: 'import:long', kind: 'import', by: 'system' } as const;
  await records.ledger.record(cause, async (draft) => {
    for (const [n, id] of ['li', 'chen', 'lin', 'zhang', 'emma'].entries()) {
      const known = await draft.read(personKind, id);
      if (known !== null) draft.change(personKind, known, { name: person(n), aliases: [id], locale });
    }
    for (let n = 0; n < 5; n++)
      draft.create(taskKind, `step-${n}`, {
        title: step,
        owner: rep,
        by: rep,
        zone: 'Asia/Shanghai',
        createdAt: new Date('2026-11-18T10:00:00+08:00'),
        account: `customer-${n}`,
        deal: null,
        day: n === 0 ? '2026-11-20' : '2026-11-23',
        time: n === 4 ? '15:00' : null,
        dueAt: n === 4 ? new Date('2026-11-23T15:00:00+08:00') : null,
        doneAt: null,
      });
  });
}

const SAID: Record<Locale, (firm: (n: number) => string, person: (n: number) => string, step: string) => string[]> = {
  zh: (firm, person, step) => [
    `今天下午跟${firm(5)}的${person(1)}5通了电话,报价123456789012元,下周三下午3点再去拜访,周五${step}`,
    '不对,是987654321098元',
    '他生日8月15日,电话13800001111',
    '撤销',
    '恢复',
    `1${firm(6)}报价发了 2${firm(7)}年后再看 3${firm(8)}不做了没预算 4${firm(9)}同意85万 5${firm(10)}下周三${step}`,
    '跟罗总聊了聊,年后再看',
    '2',
    `${firm(5)}怎么样了`,
    `${firm(5)}电话`,
    `${firm(19)}怎么样了`,
    `没有这个名字的${firm(5)}集团怎么样了`,
    `${firm(5)}是重点客户`,
    `呼伦贝尔老友大B厂就是${firm(5)}`,
    '今天',
    '全部',
    '1推到周五',
    '我的客户',
    '全部',
    '1',
    '1记一笔',
    '我的商机',
    '日报',
    '本季度漏斗',
    '口径',
    '哪些单子好久没跟了',
    '全部',
    '最近三个月谁过生日',
    '没归好的',
    '我的提醒设置',
    '少提醒',
    '休到下周五',
    '我的提醒设置',
    '我回来了',
    '多提醒',
    '休到2月30日',
    '帮助',
    '天气不错',
    `提醒我明天下午3点${step}`,
    `跟新客户${firm(30)}的刘总见面,想要${UNITS}元的设备`,
  ],
  en: (firm, person, step) => [
    `Call with ${person(1)}5 at ${firm(5)}, quoted $123456789012, visit next Wednesday at 3pm, ${step} by Friday`,
    'no, 987654321098',
    'his birthday is Aug 15, phone +44 20 7946 0018',
    'undo',
    'restore',
    `1 ${firm(6)}: quote sent 2 ${firm(7)}: on hold until March 3 ${firm(8)}: lost, no budget 4 ${firm(9)} agreed to 85k`,
    'met Dana, wants a demo',
    '2',
    `how is ${firm(5)}`,
    `${firm(5)} phone`,
    `how is ${firm(19)}`,
    `how is Nonesuch ${firm(5)} International`,
    `${firm(5)} is a key account`,
    `Big Brickworks Up North means ${firm(5)}`,
    'my day',
    'show all',
    'move 1 to Friday',
    'my customers',
    'show all',
    '1',
    'my deals',
    'daily report',
    'show the pipeline',
    'basis',
    'which deals have gone quiet',
    'show all',
    'birthdays in the next three months',
    'open questions',
    'my reminders',
    'fewer',
    'no weekends',
    'no birthdays',
    'off until next Friday',
    'my reminders',
    "I'm back",
    'more reminders',
    'help',
    'nice weather',
    `remind me tomorrow at 3pm to ${step}`,
    `New client ${firm(30)}, met Sarah Osei, wants kit for $${UNITS}`,
  ],
};

const MANAGED: Record<Locale, (firm: (n: number) => string) => string[]> = {
  zh: (firm) => [
    `跟${firm(11)}的人吃了饭,${'他同意先在两个工厂试点,再谈全集团的框架合同,价格按去年的九折'.repeat(3)}`,
    `${firm(12)}签了`,
    `把${firm(13)}转给zhang`,
    '本季度漏斗',
    '哪些单子好久没跟了',
    '超过50万的单子有变化告诉我',
    '我的提醒设置',
    `${firm(14)}先放一放`,
    '1',
    '哪些暂停了',
    `恢复跟进${firm(14)}`,
    `恢复跟进${firm(14)}`,
    'lin下周三请假',
    'lin回来了',
    'lin回来了',
  ],
  en: (firm) => [
    `Dinner with ${firm(11)}, ${'he agrees to try it in two plants before the whole group, at last year’s price. '.repeat(3)}`,
    `${firm(12)} signed`,
    `hand over ${firm(13)} to zhang`,
    'show the pipeline',
    'which deals have gone quiet',
    'tell me about deals over 500k',
    'my reminders',
    `park ${firm(14)}`,
    '1',
    'what is paused',
    `resume ${firm(14)}`,
    `resume ${firm(14)}`,
    'emma is off next Wednesday',
    'emma is back',
    'emma is back',
  ],
};

const GOVERNED: Record<Locale, string[]> = {
  zh: [
    '建团队 华东大客户与战略合作一部 华南渠道与生态合作二部',
    '把lin放进华东大客户与战略合作一部',
    '让chen管华东大客户与战略合作一部',
    '把lin放到华南渠道与生态合作二部,zhang放到华东大客户与战略合作一部,emma也放到华东大客户与战略合作一部',
    '有哪些同事',
    '团队',
    'zhang下周五离职,客户给lin',
    '到期提醒',
    '加入码 华东大客户与战略合作一部 10人 7天',
    '加入码',
    '华东大客户与战略合作一部的漏斗',
    '处理失败的消息',
    '谁想加入',
    '哪天放假',
    'lin离职了',
  ],
  en: [
    'create teams Enterprise and Strategic Accounts West',
    'put emma into Enterprise and Strategic Accounts West',
    'create teams Emerging Markets and Channel East',
    'put lin in Channel East and emma in Channel East',
    'who is on the team',
    'teams',
    'zhang leaves the company next Friday, lin takes over',
    'remind me',
    'join code Enterprise and Strategic Accounts West 10 people 7 days',
    'join codes',
    'failed messages',
    'who wants to join',
    'we are off Dec 31 to Jan 2',
    'which days are off',
    'emma has left',
  ],
};

test.each(['zh', 'en'] as const)(
  'the longest values, in %s',
  async (locale) => {
    const world = await World.open(START, (records) => fill(records, locale));
    const { firm, person, step } = LONG[locale];
    const rep = world.person(locale === 'zh' ? 'lin' : 'emma');
    for (const words of SAID[locale](firm, person, step)) await rep.says(words);
    await world.accept((key) => ({
      ...{ key, adapter: 'web', room: directRoom(rep.id), user: rep.id, sentAt: world.clock.now() },
      ...{ kind: 'thing', what: 'file', message: 'web:thing:1', name: `${step}.pdf`, blob: 'b1' },
    }));
    await world.person('nobody-has-ever-seen-this-user').says(step);
    for (const words of MANAGED[locale](firm)) await world.person('chen').says(words);
    for (const words of GOVERNED[locale].slice(0, -1)) await world.person('li').says(words);
    const pushed = await world.until('2026-11-24T18:30:00+08:00');
    await pressAll(world, pushed);
    await world.person('li').says(GOVERNED[locale].at(-1) ?? '');
    await world.until('2026-11-25T09:05:00+08:00');
    expect(world.delivered().length).toBeGreaterThan(60);
    await world.close();
  },
  120_000,
);

/** Asks why, and for all of it. */
async function pressAll(world: World, pushed: readonly Reply[]): Promise<void> {
  for (const reply of pushed)
    for (const { label } of reply.message.buttons ?? [])
      if (/^(?:为什么|Why\?|全部|Show all)$/u.test(label))
        await world.person(reply.to.room.replace('direct:', '')).presses(reply, label);
}
