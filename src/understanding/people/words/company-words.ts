import { words } from './words.ts';

/** Chinese legal endings, longest first. */
export const LEGAL_ENDINGS = words(`
  集团股份有限公司 股份有限公司 集团有限责任公司 集团有限公司 有限责任公司 有限公司 集团公司 股份公司 总公司 分公司 集团 公司
`);

/** What a Chinese company does, as its name says it; a name cut before these is the brand. Longest first where one holds another. */
export const TRADES = words(`
  国际供应链 酒店管理 物业管理 投资管理 旅游发展 文化传媒 信息技术 网络科技 教育科技 农业科技 数智科技 生物科技 智能科技
  新能源汽车 新能源 新材料 医疗器械 医疗科技 精密机械 机械设备 钢构工程 建设工程 装饰工程 宠物用品 体育用品 母婴用品 办公用品
  五金制品 塑料制品 纸制品 青年公寓 大药房连锁 大药房 商科银行 商业银行 农商银行 半导体 机器人 自动化 供应链 会计师事务所
  律师事务所 事务所 研究院 设计院 幼儿园 养老院 俱乐部 健身房 工作室 旅行社 培训学校 中学 小学 大学 学院 学校 医院 诊所 药房
  药业 医药 制药 医疗 生物 科技 技术 信息 软件 网络 数据 数码 数智 数科 智能 智造 电子 电器 电气 电力 电缆 光电 光学
  光伏 通信 通讯 芯片 仪器 仪表 机械 机电 设备 装备 重工 精工 精密 模具 轴承 五金 金属 钢铁 钢构 铝业 铜业 铸造 阀门
  化工 化学 涂料 塑料 塑胶 橡胶 玻璃 陶瓷 建材 建设 建筑 工程 装饰 装修 园林 地产 置业 物业 家居 家具 家电 家纺 照明
  灯饰 卫浴 门窗 厨具 服饰 服装 鞋业 皮具 纺织 针织 印染 印刷 包装 纸业 文具 玩具 礼品 珠宝 食品 粮油 乳业 饮料 酒业
  酿酒 茶业 茶叶 茶饮 餐饮 烘焙 火锅 咖啡 农业 农牧 牧业 渔业 水产 种业 饲料 花卉 果业 林业 冷链 物流 货运 快递 速运
  运输 船务 航运 港务 航空 铁路 汽车 汽配 汽贸 车业 贸易 商贸 进出口 外贸 电商 商城 超市 百货 便利店 连锁 零售 酒店 宾馆
  民宿 公寓 旅游 旅行 文旅 文化 传媒 影视 广告 会展 设计 动漫 游戏 体育 健身 美容 美业 化妆品 日化 洗涤 宠物 母婴 养老
  电梯 道闸 停车 轮胎 造纸 眼镜 乐器 钟表 厨电 电池 储能 氢能 制氢 充电 换电 激光 雷达 无人机 遥感 测绘 检测 认证 计量 勘察 监理
  矿山 煤炭 油气 油服 钻井 船舶 造船 游艇 自行车 摩托车 轨道交通 轨交 公交 地铁 出租 殡仪 花艺 影院 影城 剧院 口腔 眼科 牙科 体检 助听
  医美 康复 月子 早教 托育 驾校 律所 税务 专利 翻译 家政 保洁 搬家 洗衣 渔具 伞业 箱包 皮革 羽绒 内衣 袜业 鞋帽 帽业 丝绸 丝织 毛纺
  棉业 木业 竹业 门业 锁业 锁具 窗业 板业 石材 石业 水泥 混凝土 香精 香料 调味品 肉业 禽业 蛋业 糖业 盐业 面粉 米业 油脂 蜂业 酒厂 药厂
  纸厂 印务 书店 书业 出版 文创 乐园 营地 房车 滑雪 展览 展具 标识 锅炉 空压机 压缩机 电机 泵业 阀业 钣金 焊接 电镀 喷涂 喷码 紧固件
  弹簧 齿轮 传动 液压 气动 密封 过滤 净化 空调 制冷 暖通 除尘 环卫 再生 回收 玻纤 碳素 磁材 线缆 灯具 音响 家俬 橡塑 航修 光缆
  健康 保健 教育 培训 咨询 管理 人力 财务 投资 资本 证券 基金 保险 银行 金融 租赁 担保 典当 环保 环境 水务 水利 热力
  燃气 能源 石油 石化 煤业 矿业 安防 消防 安保 实业 产业 工业 制造 制品 用品 控股 国际 发展 服务 事业 企业
`);

/** What may stand before the registered name: provinces, larger cities and a few counties known for trade. */
export const TOWNS = words(`
  北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南
  陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水
  太原 大同 临汾 运城 呼和浩特 包头 鄂尔多斯 赤峰 沈阳 大连 鞍山 抚顺 丹东 锦州 营口 长春 四平 哈尔滨 齐齐哈尔 大庆 牡丹江
  南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁 昆山 常熟 张家港 江阴 宜兴 太仓 杭州 宁波 温州 嘉兴
  湖州 绍兴 金华 衢州 舟山 台州 丽水 义乌 慈溪 余姚 永康 诸暨 海宁 桐乡 合肥 芜湖 蚌埠 淮南 马鞍山 安庆 黄山 滁州 阜阳
  宿州 六安 亳州 福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德 晋江 石狮 南昌 景德镇 九江 赣州 吉安 宜春 上饶 济南 青岛
  淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽 郑州 开封 洛阳 平顶山 安阳 新乡 焦作 许昌 漯河
  南阳 商丘 信阳 周口 驻马店 武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 益阳
  郴州 怀化 广州 深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 清远 东莞 中山 潮州 揭阳 顺德 南宁 柳州 桂林
  梧州 北海 玉林 海口 三亚 成都 自贡 攀枝花 泸州 德阳 绵阳 乐山 南充 宜宾 达州 贵阳 遵义 昆明 曲靖 玉溪 大理 丽江 拉萨
  西安 咸阳 宝鸡 渭南 汉中 榆林 兰州 天水 西宁 银川 乌鲁木齐 喀什 雄安 中国
`);

/** Latin legal endings, as lower-case words without points. */
export const LATIN_LEGAL = new Set(
  'inc incorporated ltd limited llc llp plc gmbh ag kg sa sas sarl spa srl bv nv ab as asa oy aps co corp corporation company pty pte pvt group holdings holding'.split(
    ' ',
  ),
);

/** Words in Latin company names that say the trade: an unknown name that ends in one is a company. */
export const LATIN_TRADES = new Set(
  'logistics robotics foods coffee publishing energy semiconductors hotels resorts health systems system shipping cosmetics studios studio school district insurance brokers wines construction textiles capital games dental partners biotech agtech motors clinics clinic veterinary brewery bakery seafood bikes bank union software labs lab technologies technology tech solutions services consulting media pharma medical hospital university college farms farm dairy mills steel metals plastics packaging printing electronics electric power solar water marine aviation airlines travel tours retail stores outfitters apparel furniture interiors design architects builders realty properties estates legal law associates advisors ventures investments finance financial networks telecom mobile security cleaning catering restaurants cafe kitchen brewing distillers vineyards gardens nursery kennels fitness gym sports toys books press works industries manufacturing engineering instruments optics diagnostics therapeutics genomics analytics data cloud digital interactive daughters sons brothers bros supplies supply trading imports exports freight express courier transport automotive auto tires hardware paints glass ceramics tiles timber lumber paper chemicals co-op cooperative foundation institute academy museum theatre theater'.split(
    ' ',
  ),
);
