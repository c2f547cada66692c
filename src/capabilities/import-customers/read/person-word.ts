const TITLES =
  '总|经理|主任|工|老师|校长|院长|处长|科长|部长|局长|董事长|董|厂长|主管|总监|先生|女士|小姐|老板|姐|哥|医生|教授|博士|律师';
const CALLED = new RegExp(`^[\\p{Script=Han}]{1,3}(?:${TITLES})$`, 'u');
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤';
const COMPANY =
  /公司|集团|科技|物流|教育|医院|学校|银行|有限|股份|中心|事务所|工厂|酒店|商贸|贸易|网络|信息|实业|建设|能源|电子|软件|制造|传媒|文化|服务|餐饮|食品|生物|药业|地产|置业/;

/** Whether a word is what a person is called (王总, 罗海生, Priya Nair) rather than a company. */
export function looksLikePerson(word: string): boolean {
  const text = word.trim();
  if (COMPANY.test(text)) return false;
  if (CALLED.test(text)) return true;
  if (/^\p{Script=Han}{2,3}$/u.test(text)) return SURNAMES.includes(text[0] ?? '');
  return (
    /^(?:(?:Mr|Ms|Mrs|Dr)\.? )?\p{Lu}[\p{Ll}'-]+(?: \p{Lu}\.?)? \p{Lu}[\p{L}'-]+$/u.test(text) &&
    !/\b(?:Inc|Ltd|LLC|Corp|Group|Holdings|GmbH|Co|Bank|Systems|Foods|Labs|Partners)\b/.test(text)
  );
}

/** Whether a word is a surname with a title: 王总, 李经理. */
export const isCalled = (word: string): boolean => CALLED.test(word);
