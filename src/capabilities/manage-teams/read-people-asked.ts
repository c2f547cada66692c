const ZH_ALL = '(?:我们|咱们?|公司|团队|队|系统|这里|这边)';
const ZH_NOW = '(?:现在|目前|一共|总共)*';
const ZH_MINE = '(?:我们?|咱们?|本|自己)的?(?:小组|组)|我的?(?:团队|队)';
const IN = '(?:里面?|内|上|中)?';
const ZH_PEOPLE = '(?:同事|成员|员工|队友|组员)';
const ZH_WHO = `都?有(?:谁|(?:哪|几|多少|什么)(?:些|几)?[个位名]?(?:人|${ZH_PEOPLE}))|${ZH_PEOPLE}?(?:名单|列表)|(?:的|所有|全部)*${ZH_PEOPLE}(?:都?(?:有|是))?(?:谁|哪些|哪些人|哪几[个位])?`;
const EN_SHOW = '(?:(?:list|show|name|give|see)(?:\\s+me)?\\s+)';
const EN_PEOPLE = '(?:colleagues|co-?workers|team\\s?mates|team\\s+members|staff)';

interface Form {
  words: RegExp;
  mine: boolean;
}

const FORMS: readonly Form[] = [
  { words: new RegExp(`^(?:${ZH_MINE})${IN}(?:${ZH_WHO})$`, 'u'), mine: true },
  { words: new RegExp(`^(?:都?有谁|谁|哪些人|有哪些人)都?在(?:${ZH_MINE})${IN}$`, 'u'), mine: true },
  { words: new RegExp(`^${ZH_NOW}(?:${ZH_ALL}的?${IN})+${ZH_NOW}(?:${ZH_WHO})$`, 'u'), mine: false },
  { words: new RegExp(`^(?:都?有谁|谁|哪些人|有哪些人)都?在(?:${ZH_ALL}的?)+${IN}$`, 'u'), mine: false },
  {
    words:
      /^(?:现在|目前|一共|总共|请|列一?下|列出|看一?看?|查一?看?|显示)*(?:一下)?(?:我们?的?|所有|全部|都)*(?:有(?:哪些|哪几[个位]|几[个位]|多少[个位]?|什么))?(?:同事|成员|队友|组员)(?:都?(?:有|是)?(?:谁|哪些人?|哪几[个位])|名单|列表)?$/u,
    mine: false,
  },
  { words: /^who(?:['’]s|\s+is|\s+are|\s+else\s+is)?\s+(?:all\s+)?(?:in|on|part\s+of)\s+my\s+team$/iu, mine: true },
  { words: new RegExp(`^${EN_SHOW}(?:(?:all|everyone|people)\\s+(?:in|on|of)\\s+)?my\\s+team$`, 'iu'), mine: true },
  {
    words:
      /^(?:who|everyone|everybody|(?:show|list)\s+(?:everyone|everybody))(?:['’]s|\s+is|\s+are|\s+else\s+is)?\s+(?:all\s+)?(?:in|on|at|part\s+of)\s+(?:the|our|this)\s+(?:whole\s+|entire\s+)?(?:team|company)$/iu,
    mine: false,
  },
  {
    words: new RegExp(
      `^(?:${EN_SHOW}|who\\s+are\\s+)?(?:(?:all|of|my|our|the)\\s+)*${EN_PEOPLE}(?:\\s+list)?$|^(?:which|what)\\s+${EN_PEOPLE}\\s+(?:do\\s+(?:i|we)\\s+have|are\\s+there)$|^who\\s+works\\s+(?:here|with\\s+(?:me|us))$`,
      'iu',
    ),
    mine: false,
  },
];

/** Whether it is asked who the colleagues are, all of them or (`mine`) those one works with; null for other words. */
export function readPeopleAsked(said: string): { mine: boolean } | null {
  const form = FORMS.find(({ words }) =>
    words.test(said.replace(/(?:呢|呀|啊|[,\s]*(?:now|currently|right\s+now))$/iu, '')),
  );
  return form === undefined ? null : { mine: form.mine };
}
