import { numberTold } from '../../calendar/number-words.ts';

const NUMBER = String.raw`(\d{1,2}|[一二两三四五六七八九十]{1,3})`;
const ZH = new RegExp(
  String.raw`^(?:每天|每个工作日|改成|改为|改到|早点|晚点)*(早上|早晨|清晨|上午|中午|下午|傍晚|晚上)?(?:的)?${NUMBER}(?:[::](\d{2})|点(?:(\d{1,2})分?|(半)|(一刻)|(三刻)|钟|整)?)(?:再|才|开始|给我|统一)*(?:发|推送?)(?:给?我|清单|提醒|消息)*(?:吧|就行|就好)?$`,
  'u',
);
const EN =
  /^(?:send|push|deliver|post)(?: (?:me|it|them|mine|my|the|list|lists|reminders?|digest|morning))*(?: every (?:day|morning))? at (\d{1,2})(?:[:.](\d{2}))?\s*(am|pm|a\.m|p\.m)?(?: every (?:day|morning)| in the morning)?$/iu;

/** The minute after midnight at which reminders are asked for (早上8点半发, send at 8:30); null for any other words. */
export function readHour(said: string): number | null {
  const zh = ZH.exec(said);
  if (zh !== null) {
    const [, part = '', hours = '', clock, minutes, half, quarter, threeQuarters] = zh;
    const minute = half ? 30 : quarter ? 15 : threeQuarters ? 45 : Number(clock ?? minutes ?? 0);
    const hour = numberTold(hours);
    const late = /下午|傍晚|晚上/u.test(part) && hour < 12;
    return at(late || (part === '中午' && hour < 3) ? hour + 12 : hour, minute);
  }
  const en = EN.exec(said);
  if (en === null) return null;
  const [, hours = '', minutes, half = ''] = en;
  const hour = Number(hours);
  const pm = half.toLowerCase().startsWith('p');
  return at(half === '' ? hour : (hour % 12) + (pm ? 12 : 0), Number(minutes ?? 0));
}

const at = (hour: number, minute: number): number | null => (hour > 24 || minute > 59 ? null : hour * 60 + minute);
