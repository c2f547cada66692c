/** IANA zones by the cities and places that people name, in Chinese and English; other cities go by the zone's own name. */
const PLACES: Readonly<Record<string, string>> = {
  'Asia/Shanghai':
    '北京 上海 广州 深圳 杭州 成都 武汉 西安 南京 苏州 天津 重庆 青岛 宁波 厦门 中国 国内 beijing china shenzhen guangzhou hangzhou chengdu',
  'Asia/Urumqi': '乌鲁木齐 新疆',
  'Asia/Hong_Kong': '香港',
  'Asia/Macau': '澳门 macao',
  'Asia/Taipei': '台北 台湾 taiwan',
  'Asia/Tokyo': '东京 大阪 日本 osaka japan',
  'Asia/Seoul': '首尔 韩国 korea',
  'Asia/Singapore': '新加坡',
  'Asia/Kuala_Lumpur': '吉隆坡 马来西亚 malaysia',
  'Asia/Bangkok': '曼谷 泰国 thailand',
  'Asia/Ho_Chi_Minh': '胡志明市 河内 越南 hanoi saigon vietnam',
  'Asia/Jakarta': '雅加达',
  'Asia/Manila': '马尼拉 菲律宾 philippines',
  'Asia/Kolkata': '孟买 新德里 德里 班加罗尔 印度 mumbai delhi new_delhi bangalore bengaluru india',
  'Asia/Dubai': '迪拜 阿联酋 uae abu_dhabi',
  'Asia/Riyadh': '利雅得 沙特',
  'Europe/London': '伦敦 英国 曼彻斯特 爱丁堡 uk england manchester edinburgh',
  'Europe/Dublin': '都柏林 爱尔兰 ireland',
  'Europe/Paris': '巴黎 法国 里昂 lyon france',
  'Europe/Berlin': '柏林 慕尼黑 法兰克福 汉堡 德国 munich frankfurt hamburg germany',
  'Europe/Amsterdam': '阿姆斯特丹 荷兰 netherlands',
  'Europe/Zurich': '苏黎世 日内瓦 瑞士 geneva switzerland',
  'Europe/Madrid': '马德里 巴塞罗那 西班牙 barcelona spain',
  'Europe/Rome': '罗马 米兰 意大利 milan italy',
  'Europe/Moscow': '莫斯科',
  'Europe/Istanbul': '伊斯坦布尔 土耳其',
  'America/New_York':
    '纽约 波士顿 华盛顿 迈阿密 亚特兰大 费城 美东 boston washington miami atlanta philadelphia nyc us_east eastern',
  'America/Chicago': '芝加哥 达拉斯 休斯顿 奥斯汀 dallas houston austin us_central central',
  'America/Denver': '丹佛 盐湖城 mountain',
  'America/Los_Angeles':
    '洛杉矶 旧金山 西雅图 硅谷 圣何塞 圣地亚哥 美西 san_francisco seattle san_jose san_diego la sf us_west pacific',
  'America/Toronto': '多伦多 蒙特利尔 montreal',
  'America/Vancouver': '温哥华',
  'America/Mexico_City': '墨西哥城',
  'America/Sao_Paulo': '圣保罗 são_paulo',
  'Australia/Sydney': '悉尼 墨尔本 堪培拉 melbourne canberra',
  'Australia/Brisbane': '布里斯班',
  'Australia/Perth': '珀斯',
  'Pacific/Auckland': '奥克兰 新西兰 new_zealand',
  UTC: 'utc gmt',
};

const zones = new Map<string, string>();
for (const zone of Intl.supportedValuesOf('timeZone')) {
  zones.set(zone.toLowerCase(), zone);
  zones.set((zone.split('/').at(-1) ?? zone).toLowerCase(), zone);
}
for (const [zone, places] of Object.entries(PLACES)) {
  zones.set(zone.toLowerCase(), zone);
  zones.set((zone.split('/').at(-1) ?? zone).toLowerCase(), zone);
  for (const place of places.split(' ')) zones.set(place, zone);
}

/** The zone of a place (纽约, New York, Europe/London); null for words that are none. */
export function zoneOfPlace(words: string): string | null {
  const place = words.normalize('NFKC').trim().toLowerCase().replace(/市$/u, '').replace(/\s+/gu, '_');
  return zones.get(place) ?? zones.get(`${place}市`) ?? null;
}
