import { words } from './words.ts';

/** What stands after a family name in address: 王总, 李工, 周主任. Longer ones first. */
export const TITLES = words(`
  副总经理 总经理 副总裁 副主任 副院长 副校长 副局长 副处长 副部长 副行长 副厂长 副经理 董事长 老板娘 负责人 副总 总监 总裁
  总助 总工 经理 主任 主管 部长 处长 科长 局长 厅长 行长 院长 校长 园长 厂长 店长 站长 所长 队长 会长 社长 村长 镇长
  区长 组长 班长 船长 机长 馆长 团长 书记 秘书 会计 出纳 助理 顾问 老板 老师 师傅 师父 教授 博士 医生 大夫 律师 护士长
  护士 先生 女士 小姐 太太 同学 掌柜 董事 董秘 股长 司长 参谋 警官 教练 导演 编辑 总 工 董 姐 哥 叔 姨 嫂 博 导 处
  局 科 院 行 所 队 主 少 爷 生 太 sir
`);

/** Titles of one character that also end everyday words (工程, 生日, 行业): what follows must not make such a word. */
export const ONE_CHARACTER_TRAPS: Record<string, string> = {
  总: '价量额结部监裁经会是共算体之数包公账',
  工: '程作厂业人具艺资期序地商时装',
  行: '业动情程李驶为政啊吗不了的',
  生: '产日意活病成物气态命效',
  院: '区校子线里',
  处: '理于在罚分',
  科: '技学室物创研普目达',
  局: '部面域',
  所: '以有在谓',
  队: '伍列里',
  导: '致出入航购',
  博: '士会客览物弈',
  主: '要题动任管流机体办',
  少: '了于量数',
  太: '贵高多大久慢',
  董: '事',
  哥: '们',
  姐: '妹姐',
  爷: '爷',
  叔: '叔',
  姨: '妈',
};
