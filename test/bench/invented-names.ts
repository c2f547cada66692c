import type { DirectoryAccount } from '../../src/understanding/name-directory.ts';

const FIRST = [
  ...'云海华鼎远星瑞博中恒天金盛达新宏安泰锦凯东方信诚德兴隆嘉源荣丰蓝青白鹭松岳江川洲港桥湖岭峰林禾麦稻谷粟棠梓楠',
];
const SECOND = [
  ...'拓岚达科信泰和润丰源晟辉启航诚邦创联恒业通力邦利鑫泽腾跃翔锐朗越迈奇维格森域图腾桓峻屹嵘峥岩磐玺珩珏',
];
const TRADE = ['物流', '科技', '食品', '医疗器械', '精密机械', '新能源', '酒店管理', '纺织', '电子', '茶业'];
const TOWN = ['宁波', '杭州', '苏州', '合肥', '天津', '深圳', '成都', '武汉'];
const SURNAME = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'];

const of = (list: readonly string[], index: number): string => list[index % list.length] ?? '';

/** An invented company with two people, a different one for each index up to some hundred thousand. */
export function companyOf(index: number): DirectoryAccount {
  const brand =
    of(FIRST, index) +
    of(SECOND, Math.floor(index / FIRST.length)) +
    (index < 2500 ? '' : of(FIRST, Math.floor(index / 2500)));
  const surname = of(SURNAME, index);
  return {
    id: `a${index}`,
    name: `${of(TOWN, index)}${brand}${of(TRADE, index)}有限公司`,
    aliases: [brand],
    contacts: [
      {
        id: `c${index}`,
        name: surname + of(GIVEN, index * 7) + of(GIVEN, index * 13 + 5),
        title: '总经理',
        aliases: [`${surname}总`],
      },
      { id: `d${index}`, name: of(SURNAME, index + 9) + of(GIVEN, index * 3 + 1), aliases: [] },
    ],
  };
}
