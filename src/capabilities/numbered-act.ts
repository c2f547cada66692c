/** What typed words do to numbered rows: `1完成`, `2推到周五`, `push 2 to Friday`. Numbers count from 1. */
export interface NumberedAct {
  rows: number[];
  act: 'done' | 'move';
}

const ROWS = String.raw`#?\d{1,2}(?:\s*(?:[,、，&和]|and)\s*#?\d{1,2}){0,8}`;
const DONE = [
  new RegExp(
    String.raw`^(${ROWS})\s*[.、号:：]?\s*(?:已经?|都|全)*(?:完成|做完|办完|搞定|好|done|finished|complete|completed|✓|✔|✅)(?:了|啦)?[。.!！\s]*$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:完成|做完|搞定|done|finish|finished|complete|completed|tick)(?:了)?\s*(?:with\s*)?(${ROWS})[。.!！\s]*$`,
    'iu',
  ),
];
const MOVE = [
  new RegExp(
    String.raw`^(?:把|将)?(?:第)?(${ROWS})\s*[.、号:：]?\s*(?:个|条)?\s*(?:推|延|改|挪|移|顺延|推迟|延期|延后|放)(?:迟|后|期)?(?:到|至|成)?\s*\S`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:push|move|postpone|delay|shift|reschedule|put off)\s+(?:no\.?\s*)?(${ROWS})\s+(?:back\s+)?(?:to|until|till)\s+\S`,
    'iu',
  ),
  new RegExp(
    String.raw`^(${ROWS})\s*(?::|→|->)?\s*(?:push(?:ed)?|move(?:d)?|postpone(?:d)?)?\s*(?:to|until|till)\s+\S`,
    'iu',
  ),
];

const LOG = /^#?(\d{1,2})\s*(?:记一笔|log it)[。.!!]?$|^(?:记一笔|log)\s*#?(\d{1,2})[。.!!]?$/iu;

/** The row that words want to log on: 1记一笔, log 1. */
export function numberedLog(text: string): number | null {
  const found = LOG.exec(text.normalize('NFKC').trim());
  return found === null ? null : Number(found[1] ?? found[2]);
}

const OPEN =
  /^(?:看看?|打开|查|show|open)\s*第?#?(\d{1,2})\s*[个条家单号]?[。.!]?$|^第(\d{1,2})\s*[个条家单号]?[。.!]?$|^#?(\d{1,2})[。.!]?$/iu;

/** The row that words want to see: 2, 打开2, 第二个, open 2. */
export function numberedOpen(text: string): number | null {
  const found = OPEN.exec(inDigits(text.normalize('NFKC').trim()))
    ?.slice(1)
    .find(Boolean);
  return found === undefined ? null : Number(found);
}

/** Null for words that act on no row. */
export function numberedAct(text: string): NumberedAct | null {
  const said = inDigits(text.normalize('NFKC').trim());
  if (said.length > 60) return null;
  for (const [act, forms] of [
    ['done', DONE],
    ['move', MOVE],
  ] as const)
    for (const form of forms) {
      const rows = form.exec(said)?.[1]?.match(/\d+/gu);
      if (rows != null) return { rows: rows.map(Number), act };
    }
  return null;
}

/** 第二个, 第十条: rows are counted in words too. */
const inDigits = (said: string): string =>
  said.replace(
    /第([一二三四五六七八九十])[个条项步]?/u,
    (_, count: string) => `${'一二三四五六七八九十'.indexOf(count) + 1}`,
  );
