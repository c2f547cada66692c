const WHY = /^(?:为什么|为啥|为何|why)\s*(?:要?提醒我|这个|是这个|this|this one)?$/iu;
const WHY_ROW =
  /^(?:为什么|为啥|why)\s*(?:是|有|提醒)?(?:我)?\s*(?:no\.?\s*|number\s*|#|第)?(\d{1,2}|[一二三四五六七八九十])\s*(?:个|条|号|项)?$|^(?:#|第)?(\d{1,2}|[一二三四五六七八九十])\s*(?:个|条|号|项)?\s*(?:是)?(?:为什么|为啥|why)$/iu;
const WHY_NAME =
  /^(?:为什么|为啥)(?:是|有|要?提醒我?|要跟|列(?:了|出)?)?([^\s,,。的了]{2,20})$|^([^\s,,。的了]{2,20}?)(?:为什么|为啥)(?:在(?:里面|名单|列|上面)*|被列(?:出来|进来)?|要提醒我?|要我管)?$|^why\s+(?:is\s+)?([\p{L}\p{N}][\p{L}\p{N} .&'-]{1,38}?)(?:\s+(?:on (?:the|my) list|here|listed|there))?$/iu;

/** What a why asks about: all that was told last, or the row of a number or a name; null for other words. */
export function whyAsked(text: string): 'all' | { row: number } | { name: string } | null {
  const said = text
    .normalize('NFKC')
    .trim()
    .replace(/[\s?。.!]+$/u, '');
  if (WHY.test(said)) return 'all';
  const row = WHY_ROW.exec(said)?.slice(1).find(Boolean);
  if (row !== undefined) return { row: Number(row) || '一二三四五六七八九十'.indexOf(row) + 1 };
  const name = WHY_NAME.exec(said)?.slice(1).find(Boolean);
  return name === undefined ? null : { name };
}
