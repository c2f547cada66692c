const GREETINGS =
  /^(?:你好|您好|你们好|大家好|哈[喽啰]|嗨|嘿|早|早安|早上好|上午好|中午好|下午好|晚上好|晚安|在吗|在么|在不在|有人吗|hi|hello|hey|hiya|yo|good\s+(?:morning|afternoon|evening)|morning|howdy)(?:[\s,,]*(?:there|bot|all|team|跟进|机器人|小助手))?$/iu;

/** Whether a message only greets (你好, hello there). */
export function isGreeting(text: string): boolean {
  if (text.length > 40) return false;
  const bare = text
    .normalize('NFKC')
    .replace(/\p{Extended_Pictographic}|\ufe0f/gu, '')
    .replace(/[啊呀呐哦~~。.!!??\s]+$/gu, '')
    .trim();
  return GREETINGS.test(bare);
}
