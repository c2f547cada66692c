import { dayText, parseDay } from '../../calendar/days.ts';
import type { DateMention } from '../dates/date-mention.ts';
import { cue } from '../intent/glyphs.ts';
import type { Reading } from '../intent/reading.ts';
import type { ToldTask } from '../understanding.ts';

/** The deal rests until a day. `◷` is the day; what has been arranged for it is a step. */
const PAUSE = cue({
  zh: `◷(?:之?后|以后)?(?:他们|对方)?(?:再|才)(?:来)?(?:看|说|议|定|考虑|评估|启动|推进|研究|谈|聊|联系)(?!.{0,4}◇)
    (?:暂停|搁置|暂缓|先停|停一停|放一放|缓一缓|先放|先不跟|不跟了|冻结)[^,，。◷]{0,8}(?:到|至|等)?◷
    (?:暂停|搁置|暂缓|放一放|缓一缓|先放|不跟|没兴趣|不感兴趣|没预算|没钱)了?(?:跟进|合作)?[,，\\s]*(?:要|得|看|可能|也许|估计|大概)?(?:等|到|至)(?:到|至)?◷`,
  en: `(?:paused?|on hold|hold(?:ing)?(?: off)?|park(?:ed|ing)?|shelved?|on ice|postponed?|deferred?|frozen)(?: it| this| things| the deal| ◆(?:'s)?(?: deal)?)?(?: until| till?| to| for)? ◷
    (?:put|place|keep)(?: it| this| things| the deal| ◆(?:'s)?(?: deal)?) on (?:hold|ice)(?: until| till?| to| for)? ◷
    (?:revisit|reconsider|come back to (?:it|this|us)|pick (?:it |this |things )?(?:back )?up(?: again)?|look at (?:it|this|us) again)(?: in| after| next)? ◷ | (?:wait(?:ing)?|leav(?:e|ing) (?:it|this|things)|sit(?:ting)? tight|hold(?:ing)? fire)(?: until| till?)?(?: after)? ◷ | (?:not (?:interested|ready|now|yet|keen|for us)|no (?:budget|money|interest))(?: [^,.]{0,24})?[,.;–-]? ?(?:but |and )?(?:maybe|perhaps|possibly|try|ask|revisit|come back|check back|wait)(?: again| try| ask| revisit| come back)*(?: in| after| next| until| till| around| sometime)* ◷ | not (?:before|until|till?) ◷ | nothing (?:before|until|till?) ◷`,
});
const ARRANGED = /约|定(?:了|好)|会议|booked|scheduled|meeting/iu;
/** A step that says no more than that it is to be looked at again. */
const MERE_PAUSE =
  /^(?:他们|对方|先)?(?:再|才)?(?:来)?(?:看|说|议|定|考虑|评估|启动|推进|研究|谈|聊|联系)(?:看|一?下|吧|了)*$|^先?(?:暂停|搁置|暂缓|冻结|放一?放|缓一?缓|停一?停|不跟).{0,4}$|^(?:revisit|reconsider|come back|try again|pick .{0,12}up|look at .{0,6}again)\b.{0,16}$|^(?:hold|park|pause)(?:ing)?\b.{0,40}$|^(?:put|place|keep) .{0,40}on (?:hold|ice)$/iu;
/** What is put off by less is a step like any other. */
const LEAST_DAYS = 7;

/** The day until which the message lets the deal rest, and the steps that are more than that. */
export function readPause(reading: Reading, tasks: readonly ToldTask[]): { until: string; tasks: ToldTask[] } | null {
  const { skeleton, today } = reading;
  const match = PAUSE.exec(skeleton.text);
  if (match === null || ARRANGED.test(skeleton.text.slice(Math.max(0, match.index - 6), match.index))) return null;
  const token = skeleton.at.get(match.index + match[0].lastIndexOf('◷'));
  const until = token?.kind === 'day' ? dayOf(token.day, today) : undefined;
  if (until === undefined || until < dayText(parseDay(today) + LEAST_DAYS)) return null;
  return { until, tasks: tasks.filter(({ title, date }) => date !== until || !MERE_PAUSE.test(title.trim())) };
}

/** Maybe in Q2: from its first day on; a quarter that has begun rests to its end. */
function dayOf(mention: DateMention, today: string): string | undefined {
  const then = mention.resolve('future');
  const opens = mention.grain === 'quarter' && (mention.direction === 'at' || mention.direction === 'until');
  return opens && then !== null && then.firstDay > today ? then.firstDay : then?.day;
}
