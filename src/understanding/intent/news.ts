import { type ClauseSense, isFuture, isPast } from './clause-sense.ts';
import type { Reading } from './reading.ts';
import { DEAL_FIELD_SET } from './words/command-words.ts';
import { DEAL_MOVES, DEALT, HANDED_TO_THEM, OUR_DOING, PUT_OFF, THEY } from './words/news-words.ts';
import { STAGE_CUES } from './words/stage-words.ts';
import { IMPERATIVE } from './words/step-words.ts';

/** How a clause tells of a contact without naming its way: we dealt with them, or news that can only come from them. */
export type News = 'dealt' | 'theirs';

/**
 * Reads the shape of a clause, not its verb: who acts, on whom, and whether it has happened. Any verb of ours with the
 * customer as its partner counts, and whatever the customer says, does or is; not the value of a deal's field, not a
 * signing or a loss, not what is still to come.
 */
export function newsOf(reading: Reading, sense: ClauseSense, isStep: boolean): News | null {
  const { text } = sense.clause;
  if (sense.conditional || BEARS_FACTS.test(text) || STAGE_CUES.won.test(text) || IMPERATIVE.test(text)) return null;
  const ahead =
    sense.days.some(({ day }) => isFuture(day, reading.today)) &&
    !sense.days.some(({ day }) => isPast(day, reading.today));
  if (DEALT.test(text) && !(ahead && !sense.happened) && !isStep && !WISHED.test(text)) return 'dealt';
  if (STAGE_CUES.lost.test(text) || DEAL_MOVES.test(text) || DEAL_FIELD_SET.test(text)) return null;
  const they = THEY.exec(text);
  if (!they || isStep) return null;
  const predicate = text.slice(they.index + they[0].length);
  if (HANDED_TO_THEM.test(predicate) && sense.happened) return 'dealt';
  if (OUR_DOING.test(predicate)) return null;
  if (ahead && !sense.happened && !PUT_OFF.test(predicate)) return null;
  return /[\p{L}]/u.test(predicate) ? 'theirs' : null;
}

/** A number, an address, a birthday or a new title is a fact about a person. */
export const BEARS_FACTS =
  /[☎✉]|生日|(?:电话|手机号?|号码|邮箱|微信|email|number|cell)(?:号|已经?|也|都|的)?(?:改|换|是|变|为|更新)|的(?:邮箱|电话|手机|微信|号码)|换人|离职|接替|(?:助理|采购|经理|对接人|负责人)(?:换成|叫)|birthday|bday|升(?:任|职|为|了|成|[\p{Script=Han}]{0,5}(?:总|经理|主任|主管|长|董))|调任|现在是|换了?(?:号|手机|邮箱|微信|电话)|promoted|(?:is|'s) now (?:the |a |an |head|vp|chief|md|gm|ceo|cto|cfo|coo|director|manager)|moved to (?:head|lead|vp|the )|took over as/iu;

const WISHED =
  /^[\s,，]*(?:我|我们|咱们?|◷|◈)*(?:要|想|打算|准备|需要|得|应该|计划|可以|待|记得|别忘|提醒|安排|请|让|叫|麻烦|帮)|(?<![\p{L}])(?:will|'ll|going to|gonna|need to|should|plan|planning|want to|let's|remind|schedule|have ◈)(?![\p{L}])/iu;
