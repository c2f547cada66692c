/** Another name for a customer, both as they were said. */
export interface Taught {
  alias: string;
  customer: string;
}

const NAME = '["“「『]?(?<alias>.{1,24}?)["”」』]?';
const CUSTOMER = '["“「『]?(?<customer>.{1,40}?)["”」』]?';
/** A nickname as it looks by itself: 大T, 老腾, Big T. */
const NICKNAME_ZH = '(?<alias>[大小老阿]\\S{1,3}|\\S{0,3}[A-Za-z]\\S{0,3})';
const NICKNAME_EN = "(?<alias>[A-Z0-9][\\w'&.-]*(?: [A-Z0-9][\\w'&.-]*){1,2}|[A-Z0-9]{2,6})";

const FORMS: readonly RegExp[] = [
  new RegExp(
    `^(?:以后)?(?:我们?(?:说|讲|叫)的?)?${NAME}(?:其实|以后)?(?:就是|指的就?是|就?指|等于|=)(?:我们?的?)?(?:客户)?${CUSTOMER}$`,
    'u',
  ),
  new RegExp(
    `^${NAME}(?:就?是)${CUSTOMER}的(?:简称|别名|别称|小名|外号|绰号|昵称|代号|缩写|俗称|另一个名字|英文名)$`,
    'u',
  ),
  new RegExp(
    `^${CUSTOMER}(?:的)?(?:也叫|又叫|俗称|简称|又名|别名|外号|昵称|小名|代号|缩写)(?:就?[是叫为做作])?${NAME}$`,
    'u',
  ),
  new RegExp(`^(?:以后)?(?:把|管)${CUSTOMER}(?:以后)?(?:就|都)?[叫称](?:做|作|为)?${NAME}$`, 'u'),
  new RegExp(`^${NICKNAME_ZH}是${CUSTOMER}$`, 'u'),
  new RegExp(
    `^(?:(?:when|if) (?:i|we) say |by )?${NAME},? (?:(?:i|we) mean|means|stands for|refers to|=|is (?:just |really |also )?(?:short for|the same as|another name for|a nickname (?:for|of)|our (?:nick)?name for|what (?:i|we) call|an? alias (?:for|of)))(?: the customer)? ${CUSTOMER}$`,
    'iu',
  ),
  new RegExp(
    `^${CUSTOMER},? (?:is )?(?:also (?:called|known as)|a\\.?k\\.?a\\.?|nicknamed|goes by|known as) ${NAME}$`,
    'iu',
  ),
  new RegExp(`^${NICKNAME_EN} is ${CUSTOMER}$`, 'u'),
];

/** What is no name: it points at something, counts, or says what kind of thing is meant (竞争对手就是腾云). */
const NO_NAME_ZH =
  /[了的这那哪它他她我你谁什么最不没别次第]|[下上]一?[个家次]|^[下上]家|今天|明天|昨天|周[一二三四五六日天]|\d[号月日]|客户|对手|竞品|供应商|合作|伙伴|甲方|乙方|对方|买方|卖方|总部|公司|集团|重点|问题|原因|目标|结果|答案|商机|单子|一定|可能|应该|肯定|大概|还是|主要|关键|先|然后|现在|目前/u;
const NO_NAME_EN =
  /^an?\b|\b(?:the|this|that|these|those|my|our|your|his|her|their|its?|he|she|they|we|i|you|who|whose|what|which|where|when|why|how|there|here|not|no|next|last|first|second|third|top|main|best|big+est|largest|new|old|only|other|another|one|today|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|customers?|clients?|accounts?|leads?|prospects?|competitors?|competition|rivals?|partners?|vendors?|suppliers?|winners?|priority|favou?rite|buyers?|owner|problem|issue|answer|name|company|deals?|target|goal|focus)\b/iu;

/** Every way in which these words give a customer another name (大T就是腾云, Big T means Alderbank). */
export function readTaught(text: string): Taught[] {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:记住|记一下|请记住|对了|另外|注意|remember(?: that)?|note that|fyi|btw|by the way)[\s,:]*/iu, '')
    .replace(/[\s。.!~]+$|(?:吧|哦|啊|哈|呀|噢|哟)[。!~]*$/gu, '');
  if (/[?吗]$/u.test(said)) return [];
  return FORMS.flatMap((form) => {
    const { alias = '', customer = '' } = form.exec(said)?.groups ?? {};
    const isName = alias !== '' && !NO_NAME_ZH.test(alias) && !NO_NAME_EN.test(alias);
    return isName && customer !== '' ? [{ alias: alias.trim(), customer: customer.trim() }] : [];
  });
}
