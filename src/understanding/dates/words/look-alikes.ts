import type { Meaning } from './meaning.ts';

/** Chinese words that open as a word of time does and are none: parts of the day's names in other words, idioms, titles, brands. */
export const CHINESE_LOOK_ALIKES = [
  '前往 前去 前来 前台 前端 前者 前期 前提 前景 前面 前后 前任 前沿 前瞻 目前 之前台 提前 面前 后续 后来 后面 后台 后期 后端 后勤 后悔 后者 后果 后备 售后 最后 内部 内容 内存 内测 内审 内训 内控 内推 内网 起来 起草 起诉 起码 起飞 起步 起点 一起 一样 一些 一定 一直 一般 一共 一切 一下 一旦 一并 一同 一致 一点 一点点 一下子 一口气 万一 统一 唯一 专一 今日头条 天气 天津 天猫 中国 中标 中心 中间 中介 中文 中央 初步 初次 初期 初稿 初审 底价 底层 底线 末端 到底 到位 到家 到场 到货 到账 到访 至少 至于 至今 近期 近况 周边 周期 周年 周到 周转 周报 周会 周总 早日 这样 这么 这边 这里 这些 前缀 后缀 一体 一站 一流 一线 一期 二期 三期 四期 第一 第二 第三 第四 第五 下一步 上一步 中午饭 日报 日程 日志 日常 日期 双方 起止 起订 起价 到岗 到期',
  '开年会 新年快乐 新年好 新年礼 新年款 新年祝福 新年贺卡 新年音乐会 十月妈咪 五月天 八月未央 当日达 次日达 隔日达 次晨达 夜间模式 夜间版 昨日青空 昨日奇迹 本周刊 前天津 前天下第一 第二天性 一时半会 一时半刻 一时三刻 三点水 两点水 四点底 三点式 三点一线 听日语 听日文 听日本 听日剧 听日常 寻日本 先后天 后天性 后天失调 前天线 明天系 后天培养 后天努力 一日三餐 一日游 一日千里 有朝一日 日料 日产 日系 日化 日立 日落 日出 日光 日照市 日内瓦 日夜 日结 日租 日均 明日黄花 朝三暮四 三天打鱼 年年有余',
  '这个月饼 上个月饼 月饼 月球 月亮 月嫂 月老 月光族 月子中心 月季花 月牙 当月老 十月怀胎 七月流火 六月飞雪 五月花号 二月二龙抬头',
  '十月围城 七月与安生 八月桂花 二月河 七月在野 八月照相馆 四月物语 四月是你的谎言 九月九的酒 九月九日忆山东兄弟 十月革命 八月长安 三月里的小雨 午夜凶铃 午夜巴黎 正午阳光 深夜食堂 黄昏恋 昨日重现 昨日世界 明日方舟 明日之星 明日之后 明日之子 明日香 明天会更好 今日资本 今日说法 今日美术馆 今夜百乐门 今夜白 今日影评 天天快递 天天向上 天天快报 天天果园 天天基金 天天酷跑 天天象棋 星期五餐厅 星期六鞋 星期天工程师 周六福 周日刊 周末画报 南方周末 周末夜狂热 黑色星期天 早上好 上午茶 午后红茶 午后奶茶 下午茶 夜上海 冬天里的一把火 春天的故事 春天里 秋天的童话 冬天的童话 清明上河图 端午门 元宵馅 重阳糕 过年猪 年夜饭 年糕 年货 新春佳节快乐',
  '一年级 二年级 三年级 四年级 五年级 六年级 年级 年轻 年龄 年纪 年薪 年会 年报 年费 年检 年审 年假 年代久远 七天连锁 七天酒店 四季酒店 四季豆 四季度假 春夏秋冬 春运 周刊 周长 周折 周全 周密 周知 周围 周遭 周正 周旋 月报 月刊 月薪 月租 月费 月供 月票 月台 月销 月活 日活 日更 日销 起点中文 有点 差点 早点 晚点',
].join(' ');

/** The same in English: shows, papers, shops, set phrases. */
export const ENGLISH_LOOK_ALIKES: readonly (readonly [words: string, meaning: Meaning])[] = [
  [
    'ruby tuesday|tgi fridays|tgi friday|friday night lights|wednesday addams|saturday night live|saturday night fever|sunday times|sunday school|sunday telegraph|sunday mirror|sunday express|sunday herald|sunday roast|sunday best|saturday evening post|daily mail|daily telegraph|daily mirror|daily express|daily star|daily news|daily record|daily beast|daily herald|daily planet|daily bread|daily grind|daily dose|casual friday|casual fridays|dress-down friday|morning post|morning star|monday.com|super tuesday|girl friday|man friday|freaky friday|black friday burger',
    { is: 'other' },
  ],
  [
    "usa today|today show|tonight show|tomorrow never dies|yesterday by the beatles|day care|day and age|these days|d-day|happy hour|rush hour|hour glass|hourglass|weekend warrior|weekend getaway|night owl|night shift|night club|mayday|may day call|may day calls|march madness|april fool's joke|august wilson|june carter|sat nav|mars bar",
    { is: 'other' },
  ],
  [
    'built in a day|morning after pill|the morning after|morning sickness|morning glory|minute details|minute detail|minute amount|minute amounts|second hand|second-hand|second thoughts|second opinion|second nature|split second|second to none|every now and then|now and then|now and again|just now and|now that|now or never|here and now|now what|now hiring|midnight oil|easter island|easter bunny|easter egg|easter eggs|christmas island|christmas carol|christmas tree|christmas trees|christmas card|christmas cards|halloween horror|nine to five|nine-to-five|year over year|year-over-year|year on year|month over month|month-over-month|day to day|day-to-day|week to week|day by day|year by year|day in day out|day after day|night after night|time after time|fall asleep|fall in love|fall apart|fall behind|fall back|fall short|spring roll|spring rolls|spring cleaning|spring onion|summer school|summer camp|winter coat|winter jacket|high noon|good morning|good afternoon|good evening|good night',
    { is: 'other' },
  ],
];
