import type { ContactBirthday } from '../../src/crm/contact/contact.ts';
import type { Stage } from '../../src/crm/deal/stages.ts';
import type { NewPerson } from '../../src/crm/person/add-person.ts';

/** An invented sales company: every name, number and date is made up. */

export const people: (NewPerson & { id: string })[] = [
  { id: 'li', name: '李娜', role: 'admin', locale: 'zh', zone: 'Asia/Shanghai' },
  { id: 'chen', name: '陈敏', role: 'manager', locale: 'zh', zone: 'Asia/Shanghai' },
  { id: 'lin', name: '林悦', role: 'rep', manager: 'chen', locale: 'zh', zone: 'Asia/Shanghai' },
  {
    id: 'emma',
    name: 'Emma Clarke',
    aliases: ['Emma'],
    role: 'rep',
    manager: 'chen',
    locale: 'en',
    zone: 'Asia/Singapore',
  },
];

export const rooms = [{ id: 'sales', name: '销售群 · Sales', members: ['chen', 'lin', 'emma'] }];

export interface DemoAccount {
  name: string;
  alias: string;
  owner: 'lin' | 'emma' | 'chen';
  industry: string;
  region: string;
  important?: true;
  contacts: { name: string; title: string; alias?: string; birthday?: ContactBirthday }[];
  deal?: {
    units: number;
    currency: string;
    stage: Stage;
    quietDays: number;
    closesIn?: number;
    furthest?: Stage;
    lost?: string;
  };
  /** Days from today of an open step, and what it is. */
  step?: { inDays: number; time?: string; title: string };
}

const solar = (month: number, day: number, year: number | null = null): ContactBirthday => ({
  calendar: 'solar',
  month,
  day,
  year,
  leap: false,
});
const lunar = (month: number, day: number, leap = false): ContactBirthday => ({
  calendar: 'lunar',
  month,
  day,
  year: null,
  leap,
});

const cny = (units: number, stage: Stage, quietDays: number, closesIn?: number) => ({
  units,
  currency: 'CNY',
  stage,
  quietDays,
  ...(closesIn === undefined ? {} : { closesIn }),
});
const usd = (units: number, stage: Stage, quietDays: number, closesIn?: number) => ({
  units,
  currency: 'USD',
  stage,
  quietDays,
  ...(closesIn === undefined ? {} : { closesIn }),
});

export const accounts: DemoAccount[] = [
  {
    name: '上海腾云科技有限公司',
    alias: '腾云',
    owner: 'lin',
    industry: '软件',
    region: '华东',
    important: true,
    contacts: [
      { name: '王建国', title: '采购总监', alias: '王总', birthday: solar(12, 3, 1978) },
      { name: '周敏', title: '财务经理', alias: '周经理' },
    ],
    deal: cny(750_000, 'proposal', 2, 38),
  },
  {
    name: '宁波海拓物流有限公司',
    alias: '海拓物流',
    owner: 'lin',
    industry: '物流',
    region: '华东',
    contacts: [{ name: '罗海生', title: '运营总监', alias: '罗总', birthday: lunar(10, 20) }],
    deal: cny(420_000, 'negotiation', 6, 20),
    step: { inDays: 3, time: '10:00', title: '过合同条款' },
  },
  {
    name: '海拓供应链管理有限公司',
    alias: '海拓供应链',
    owner: 'lin',
    industry: '物流',
    region: '华东',
    contacts: [{ name: '罗启铭', title: '总经理', alias: '罗总' }],
    deal: cny(260_000, 'needs', 9),
  },
  {
    name: '合肥芯澜半导体有限公司',
    alias: '芯澜',
    owner: 'lin',
    industry: '半导体',
    region: '华东',
    important: true,
    contacts: [
      { name: '沈知珩', title: '设备工程师', alias: '沈工' },
      { name: '郑玉梅', title: '副总裁', alias: '郑总', birthday: lunar(11, 30) },
    ],
    deal: cny(368_000, 'negotiation', 1, 12),
  },
  {
    name: '苏州晨耀精密机械有限公司',
    alias: '晨耀',
    owner: 'lin',
    industry: '机械',
    region: '华东',
    contacts: [{ name: '赵敬尧', title: '总经理', alias: '赵总' }],
    deal: cny(180_000, 'contacted', 12),
  },
  {
    name: '杭州麦语教育科技有限公司',
    alias: '麦语',
    owner: 'lin',
    industry: '教育',
    region: '华东',
    contacts: [{ name: '谢婉清', title: '校长', alias: '谢校长', birthday: solar(11, 26, 1982) }],
    deal: cny(95_000, 'needs', 0),
    step: { inDays: 1, time: '14:00', title: '讲方案' },
  },
  {
    name: '福州闽岚茶业有限公司',
    alias: '闽岚',
    owner: 'lin',
    industry: '食品',
    region: '华南',
    contacts: [{ name: '叶青竺', title: '董事长', alias: '叶总', birthday: lunar(8, 15) }],
    deal: cny(66_000, 'proposal', 5),
  },
  {
    name: '成都蜀锦纺织有限公司',
    alias: '蜀锦',
    owner: 'lin',
    industry: '纺织',
    region: '西南',
    contacts: [{ name: '何文静', title: '采购经理', alias: '何经理' }],
    deal: { ...cny(120_000, 'won', 20), furthest: 'won' },
  },
  {
    name: '武汉长锐光电有限公司',
    alias: '长锐',
    owner: 'lin',
    industry: '光电',
    region: '华中',
    contacts: [{ name: '胡立平', title: '技术总监', alias: '胡总' }],
    deal: { ...cny(310_000, 'lost', 30), furthest: 'negotiation', lost: '预算没批' },
  },
  {
    name: '青岛海禾食品有限公司',
    alias: '海禾',
    owner: 'lin',
    industry: '食品',
    region: '华北',
    contacts: [{ name: '孙丽', title: '供应链经理', alias: '孙经理' }],
    deal: cny(88_000, 'contacted', 3),
  },
  {
    name: '西安启衡仪器有限公司',
    alias: '启衡',
    owner: 'lin',
    industry: '仪器',
    region: '西北',
    contacts: [{ name: '高远', title: '总工', alias: '高工' }],
    deal: cny(540_000, 'needs', 4, 60),
  },
  {
    name: '厦门澄海船务有限公司',
    alias: '澄海',
    owner: 'lin',
    industry: '航运',
    region: '华南',
    contacts: [{ name: '林国栋', title: '总经理', alias: '林总', birthday: lunar(6, 1, true) }],
  },
  {
    name: '南京华岭医疗器械有限公司',
    alias: '华岭医疗',
    owner: 'chen',
    industry: '医疗',
    region: '华东',
    important: true,
    contacts: [{ name: '魏知珊', title: '渠道总监', alias: '魏总' }],
    deal: cny(1_200_000, 'negotiation', 4, 30),
  },
  {
    name: '广州粤峰建材有限公司',
    alias: '粤峰',
    owner: 'chen',
    industry: '建材',
    region: '华南',
    contacts: [{ name: '梁振华', title: '董事长', alias: '梁董' }],
    deal: cny(2_000_000, 'proposal', 7, 75),
  },
  {
    name: '长沙岳麓数据有限公司',
    alias: '岳麓数据',
    owner: 'chen',
    industry: '软件',
    region: '华中',
    contacts: [{ name: '曾宇', title: 'CTO', alias: '曾总' }],
    deal: { ...cny(450_000, 'won', 9), furthest: 'won' },
  },
  {
    name: 'Alderbank Holdings plc',
    alias: 'Alderbank',
    owner: 'emma',
    industry: 'Banking',
    region: 'UK',
    important: true,
    contacts: [{ name: 'Priya Nair', title: 'Head of Procurement', alias: 'Priya', birthday: solar(11, 27) }],
    deal: usd(52_000, 'proposal', 2, 25),
  },
  {
    name: 'Tern Island Ferries Ltd',
    alias: 'Tern Island',
    owner: 'emma',
    industry: 'Transport',
    region: 'UK',
    contacts: [{ name: 'Callum Reid', title: 'Operations Director', alias: 'Callum' }],
    deal: usd(18_500, 'needs', 8),
  },
  {
    name: 'Northgate Robotics Inc.',
    alias: 'Northgate',
    owner: 'emma',
    industry: 'Robotics',
    region: 'US',
    contacts: [{ name: 'Dana Whitlock', title: 'VP Engineering', alias: 'Dana', birthday: solar(2, 29, 1984) }],
    deal: usd(140_000, 'negotiation', 5, 15),
    step: { inDays: 2, time: '15:30', title: 'Walk through the contract' },
  },
  {
    name: 'Brightwater Foods Pte. Ltd.',
    alias: 'Brightwater',
    owner: 'emma',
    industry: 'Food',
    region: 'Singapore',
    contacts: [{ name: 'Mei Tan', title: 'Buyer', alias: 'Mei' }],
    deal: usd(9_800, 'contacted', 4),
  },
  {
    name: 'Kestrel Avionics GmbH',
    alias: 'Kestrel',
    owner: 'emma',
    industry: 'Aerospace',
    region: 'EU',
    contacts: [{ name: 'Jonas Brandt', title: 'Einkauf', alias: 'Jonas' }],
    deal: { units: 230_000, currency: 'EUR', stage: 'proposal', quietDays: 11, closesIn: 50 },
  },
  {
    name: 'Larkfield Schools Trust',
    alias: 'Larkfield',
    owner: 'emma',
    industry: 'Education',
    region: 'UK',
    contacts: [{ name: 'Sarah Osei', title: 'Bursar', alias: 'Sarah' }],
    deal: { ...usd(31_000, 'won', 14), furthest: 'won' },
  },
  {
    name: 'Quillon Software B.V.',
    alias: 'Quillon',
    owner: 'emma',
    industry: 'Software',
    region: 'EU',
    contacts: [{ name: 'Anneke Vos', title: 'COO', alias: 'Anneke' }],
    deal: { ...usd(76_000, 'lost', 40), furthest: 'proposal', lost: 'Chose a rival' },
  },
  {
    name: 'Sable Mining Corp.',
    alias: 'Sable',
    owner: 'emma',
    industry: 'Mining',
    region: 'AU',
    contacts: [{ name: 'Grant Ellis', title: 'CFO', alias: 'Grant' }],
    deal: usd(310_000, 'needs', 6, 90),
  },
  {
    name: 'Harbour & Finch LLP',
    alias: 'Harbour & Finch',
    owner: 'emma',
    industry: 'Legal',
    region: 'UK',
    contacts: [{ name: 'Olivia Finch', title: 'Partner', alias: 'Olivia' }],
    deal: usd(24_000, 'contacted', 1),
  },
  {
    name: 'Mistral Solar S.A.',
    alias: 'Mistral',
    owner: 'emma',
    industry: 'Energy',
    region: 'EU',
    contacts: [{ name: 'Luc Moreau', title: 'Directeur achats', alias: 'Luc' }],
    deal: { units: 125_000, currency: 'EUR', stage: 'negotiation', quietDays: 3, closesIn: 28 },
  },
  {
    name: '深圳锐驰电子有限公司',
    alias: '锐驰',
    owner: 'lin',
    industry: '电子',
    region: '华南',
    contacts: [{ name: '黄晓东', title: '采购经理', alias: '黄经理' }],
    deal: cny(150_000, 'proposal', 15),
  },
  {
    name: '重庆渝达汽配有限公司',
    alias: '渝达',
    owner: 'lin',
    industry: '汽车',
    region: '西南',
    contacts: [{ name: '蒋涛', title: '总经理', alias: '蒋总' }],
    deal: cny(275_000, 'needs', 2),
  },
  {
    name: '天津滨澜化工有限公司',
    alias: '滨澜',
    owner: 'chen',
    industry: '化工',
    region: '华北',
    contacts: [{ name: '马晓燕', title: '采购总监', alias: '马总' }],
  },
  {
    name: '大连北洋冷链有限公司',
    alias: '北洋冷链',
    owner: 'lin',
    industry: '物流',
    region: '东北',
    important: true,
    contacts: [{ name: '宋海峰', title: '总经理', alias: '宋总', birthday: solar(12, 24) }],
    deal: cny(390_000, 'contacted', 33),
  },
  {
    name: 'Orchard Lane Hotels Ltd',
    alias: 'Orchard Lane',
    owner: 'emma',
    industry: 'Hospitality',
    region: 'UK',
    important: true,
    contacts: [{ name: 'Nadia Hussain', title: 'Group Buyer', alias: 'Nadia' }],
    deal: usd(45_000, 'proposal', 34),
  },
];
