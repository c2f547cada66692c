import type { PreviousRecord } from '../amend/previous-record.ts';
import { cue } from '../intent/glyphs.ts';
import { readMessage } from '../intent/reading.ts';
import type { NameDirectory } from '../name-directory.ts';
import { understandReading } from '../understand.ts';
import type { MessageInput, Understanding } from '../understanding.ts';
import { aboutPrevious, knownFrom, tellsOfOwnTalk, whomItIsAbout } from './about-previous.ts';
import { ONCE_MORE } from './goes-on.ts';

/** A meeting with nobody named may be one of our own, many calls are a day's work, and 别打电话了 tells of none. */
const OF_NOBODY = cue({
  zh: `^(?![^,，。]*(?:客户|他们|她们|对方)).*(?:开|参加)(?:了|完|过|的)?(?:一?个|一?场)?[^,，。]{0,2}会(?!客) | (?:\\d{2,}|[十百几]+|好几|很多|好多|一堆)(?:多)?(?:个|通|家|次) | ^(?:别|不要|不用|不必|先别|先不) | 不(?:再)?(?:去|打|见|拜访|约|聊|联系)(?:了|吧)`,
  en: `^(?!.*(?:them|client|customer)).*meetings? | (?:\\d{2,}|many|lots of|a lot of|several|a few) (?:calls|visits|meetings|customers|clients) | ^(?:don't|do not|stop|no need)`,
});

/** With the German client, 跟另一个客户, that guy from the fair: somebody else than the one spoken of, whoever it is. */
const OF_ANOTHER = cue({
  zh: `(?:一个|有个|[一两三四]家|新|另一?个?|别的|其他|其它|[国省市区县]|那个|上次|之前的?|以前的?|老)(?:的)?(?:客户|公司|老板) | 上次[^,，。]{0,6}(?:展会?|会)上?(?:那|的|认识)`,
  en: `(?:a|an|another|new|old|different|other|the [\\p{L}]+(?:ish|an|ese|ch|man)) (?:\\p{L}+ )?(?:client|customer|prospect|company|lead) | (?:that|the|some|a) (?:guy|man|woman|lady|chap|person|people|couple) (?:from|at|i|we)`,
});

/**
 * Reads words without a name of their own that tell of one more contact (下午又打了一次, 刚拜访完,聊得不错): a record of its
 * own, of the previous record's customer. Null where they tell of none.
 */
export function onceMore(
  previous: PreviousRecord,
  input: MessageInput,
  directory: NameDirectory,
): Understanding | null {
  const reading = readMessage(input, directory);
  const { account, companies, contacts } = reading.people;
  // Who is named so that one customer is meant needs no record before: 罗总又打来了, once one has said which 罗总.
  const names =
    account !== null || companies.length > 0 || contacts.some((one) => knownFrom(previous, one) === undefined);
  if (!previous.account || names || [OF_NOBODY, OF_ANOTHER].some((one) => one.test(reading.skeleton.text))) return null;
  if (!ONCE_MORE.test(reading.skeleton.text) && !tellsOfOwnTalk(reading, previous)) return null;
  const about = aboutPrevious(reading, previous, previous.account);
  const understanding = understandReading(about);
  if (understanding.interaction === null) return null;
  return { ...understanding, ...whomItIsAbout(about) };
}
