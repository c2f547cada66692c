const NODS = new Set(
  [
    '好|好的|好哒|好嘞|好吧|好滴|行|可以|嗯|嗯嗯|哦|噢|喔|哈|嘿|嘻嘻|嘿嘿|收到|知道了|明白|明白了|了解|谢谢|谢谢你|谢了|多谢|感谢|辛苦|辛苦了|赞|棒|没事|不客气|就这样|先这样|那先这样|那就这样|那就先这样|没问题|好嘞|妥|没错|对|是的',
    'ok|okay|okey|k|kk|thanks|many thanks|thanks a lot|thx|thank you|ty|cheers|great|nice|cool|got it|noted|sure|perfect|will do|understood|alright|all right|right|fine|sounds good|no problem|no worries|awesome|brilliant|lovely',
  ].flatMap((line) => line.split('|')),
);
const PICTURES = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|[\u200d\ufe0f]/gu;
/** A nod is short, whatever it is made of; who sends pages of pictures is told that nothing was understood. */
const LONGEST = 60;

/** Whether a message only nods (好的, 谢谢, ok thanks, 👍): nothing is meant to be answered or kept. */
export function isAcknowledgement(text: string): boolean {
  if (text.length > LONGEST) return false;
  const bare = text.normalize('NFKC').toLowerCase().replace(PICTURES, ' ');
  if (/[?\d]/.test(bare)) return false;
  const clauses = bare
    .split(/[^\p{L}\s]/u)
    .map((clause) => clause.replace(/(?<=\S)[啦啊呀哈嘛呢吧哟哦]+(?=\s|$)/gu, '').trim())
    .filter((clause) => clause !== '');
  if (clauses.length === 0) return /\p{Extended_Pictographic}/u.test(text);
  return clauses.every((clause) => NODS.has(clause) || clause.split(/\s+/).every((word) => NODS.has(word)));
}
