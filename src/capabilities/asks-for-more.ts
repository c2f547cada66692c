const MORE =
  /^(?:全部|全都要|都(?:列|显示|发)出来|还有(?:吗|呢|没有|哪些|别的吗|其他的吗)?|剩下的(?:呢)?|更多|show all|all of (?:it|them)|(?:any |show )?more|(?:and |show )?the rest|what else|any others?)[\s??。.!!]*$/iu;

/** Whether words ask for all of a list that was cut: 全部, 还有吗, the rest. */
export const asksForMore = (text: string): boolean => MORE.test(text.normalize('NFKC').trim());
