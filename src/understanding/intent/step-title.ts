import type { ClauseSense } from './clause-sense.ts';
import type { Reading } from './reading.ts';

const LEADING =
  /^(?:[\s,，、:：。.;；)）\-–]|(?:让|要|请|叫)?(?:我们|咱们?|我|他)(?=[\p{Script=Han}])|(?:请|麻烦|帮我|记得|别忘了?|别让我忘了?|remind ?|提醒(?:一下)?|叫)我(?:一下)?(?=[\s\p{Script=Han}\p{L}])|提醒[:：]?|别忘了?|记得|待办[:：]?|备忘[:：]?|把(?=.{1,12}(?:给|发|做|送|寄|补|准备))|(?:说|答应|承诺)(?:了)?(?=[回给发寄送做出带去])|大概|吧|就|也|都|约(?:好|定)?了(?=[看谈聊见去开吃喝过做演拜上面碰])|(?:so (?=remind))?(?:remind me|(?:ping|nudge|poke|bug|prod|jog) me|reminder|don'?t let me forget|don'?t forget|remember|note to self|to-?dos?|(?:set|add|create|make|log)(?: me)? an? (?:new )?(?:task|reminder|to-?do))[:,]?(?: to| for| about)? |and |then |also |pls |please |to |i'll |we'll |i will |we will |need to |we should |will )+/iu;
const TRAILING =
  /(?:[\s,，、:：。.;；!！~]|吧|哈|谢谢|别忘了|(?:\s|(?<=\p{Script=Han}))(?:by|on|at|before|for|in)|pls|please|thanks)+$/iu;
/** What led to a day goes with it: meeting on Feb 30 with …. */
const BEFORE_DAY =
  /(?<=\p{Script=Han}{2})(?:改期?|推迟?|推后|挪|调整?|延期?|定|约|安排)?[到在至]$|(?<=\p{Script=Han}{2})是$|(?<=\s)(?:is|are)(?: due)?(?: in| on| at| by)?(?: the)?\s*$|(?<=^|\s)(?:by|on|at|before|until|till|from|due|in|around|for|(?:(?:is |was |got |been )*(?:moved|pushed|rescheduled|shifted|postponed) )?to)(?: the)?\s*$/iu;

/** 下周二和周三: what joins one day to the next goes with them. */
const BETWEEN_DAYS = /^\s*(?:和|与|及|或者?|、|and|or|&|\/|,|，|到|至|to|-|–)?\s*$/iu;
/** Words that only put a day off, or ask for a note, are nothing to do: 推迟到, 改到, 记一下. */
export const NOTHING_TO_DO =
  /^(?:帮忙)?记(?:录|住)?(?:一?下|一笔|着)?$|^(?:i|we) can do\W*$|^(?:再)?(?:推迟?|推后|延期?|延后|顺延|改期?|挪|调整?|提前|移)(?:到|至|成|为)?$|^(?:move|push|change|make|put)(?: (?:it|that|this))?(?: (?:back|out|off|forward))?(?: to)?$/iu;

/** Their wish is our step: of "wants a quote", 王总还想看demo what is to be given stays. */
const WISH =
  /^(?!.{0,20}\b(?:it|this|that|them)\b)(?:.{0,24}? )?(?:wants?|wanted|would like|'d like|needs?|needed|requires?|requested|requests|ask(?:s|ed|ing) for|looking for|expects?|expecting|waiting (?:for|on))(?: to (?:see|get|have|receive|look at))?(?: (?:an?|the|some|us|our))? (?=\S)|^[^,，]{0,10}?(?:想要|想(?=[看听])|需要|要求|等着?要|要|催)(?:我们|咱们?)?(?:再|尽快|赶紧)*(?:一?[份个版套张次场])?(?=[^,，]{2})/iu;

/** The step in the person's own words: the clause from the cue on, without its days; `wanted`: the clause tells a wish. */
export function titleOf(reading: Reading, { clause }: ClauseSense, from: number, wanted: boolean): string {
  const told = piece(reading, clause.start + from, clause.end);
  const before = NOTHING_BUT_FIXED.test(told) ? piece(reading, clause.start, clause.start + from) : '';
  const words =
    (NOTHING_TO_DO.test(before) ? '' : before) ||
    (GIVEN_ALONE.test(told) ? withObject(told, piece(reading, clause.start, clause.start + from)) : told) ||
    piece(reading, clause.start, clause.end);
  const given = wanted ? words.replace(WISH, '').trimStart() : words;
  return given === words && /^[a-z]/.test(words) ? `${words[0]?.toUpperCase()}${words.slice(1)}` : given;
}

/** 演示定在周一, demo for Tern Island booked: what is fixed stands before it. */
const NOTHING_BUT_FIXED =
  /^(?:(?:约|定|敲定|安排)(?:在|到|于|好|了)*|(?:re-?)?(?:booked|scheduled|arranged|fixed|set|pencilled|penciled)(?: (?:in|up|it|teams|zoom|onsite|on site|online))*)?$/iu;

/** 报价让我周五前给, 方案叫我明天发: what is to be given stands before the wish. */
const GIVEN_ALONE =
  /^(?:[给发寄送交传带出做改]|准备|提供)(?:(?:给)?(?:他们?|她们?|对方|客户)|过[去来]|出[来去]|一下|好|份)*$/u;
const OBJECT =
  /^(?!.*[我说想今明后])(?<object>[\p{Script=Han}a-z]{2,8}?)(?:他们?|她们?|对方|客户)?(?:让|叫|请|催|要求?|希望)*$/iu;
const withObject = (verb: string, before: string): string => {
  const object = OBJECT.exec(before.replace(/(?:我们?|咱们?)$/u, ''))?.groups?.object;
  if (object === undefined) return verb;
  if (verb.startsWith('给')) return object;
  return verb.length > 1 ? `${object}${verb}` : `${verb}${object}`;
};

function piece({ skeleton, text }: Reading, from: number, to: number): string {
  let words = '';
  /** The words up to the last day. */
  let led: string | null = null;
  for (let at = from; at < to; at++) {
    const token = skeleton.at.get(at);
    if (token?.kind === 'day') {
      const joined: boolean = led !== null && BETWEEN_DAYS.test(words.slice(led.length));
      words = `${(joined && led !== null ? led : words).replace(BEFORE_DAY, '')} `;
      led = words;
    } else if (token?.kind === 'colleague') words += ' ';
    else words += text.slice(skeleton.offsets[at], token ? token.span[1] : skeleton.offsets[at + 1]);
  }
  return words
    .replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')
    .replace(/\s+/g, ' ')
    .replace(LEADING, '')
    .replace(TRAILING, '');
}

/** A step that says no more than that one is to be reminded. */
const MERE_REMINDER = /^(?:提醒|叫|喊|remind)?\s*(?:一下)?(?:我|me|us)?\s*(?:一下|吧|哈|pls|please)?$/iu;
/** What a mere reminder is of: 明年3月提醒我, remind me in April. */
export const FOLLOW_UP = { zh: '跟进', en: 'Follow up' } as const;

/** A step's title, also where nothing is said but that one is to be reminded. */
export const titleOrFollowUp = ({ lang }: Pick<Reading, 'lang'>, title: string): string =>
  MERE_REMINDER.test(title.trim()) ? FOLLOW_UP[lang] : title;
