/** Characters of written Cantonese and what Mandarin has in their place; each is one UTF-16 unit. */
const CHARACTERS: Readonly<Record<string, string>> = {
  佢: '他',
  哋: '们',
  咗: '了',
  俾: '给',
  畀: '给',
  冇: '没',
  嘅: '的',
  喺: '在',
  唔: '不',
  嚟: '来',
  搵: '找',
  睇: '看',
  嗰: '那',
  仲: '还',
  攞: '拿',
  啲: '些',
  噉: '那',
  嘢: '事',
  啱: '刚',
  嗌: '叫',
};
const ANY = new RegExp(`[${Object.keys(CHARACTERS).join('')}]`, 'gu');

/** Words that Mandarin has too, in another sense: changed only where Cantonese characters show what is spoken. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/系(?=[☎◷¤◆◇+\d])/gu, '是'],
  [/食(?=饭|晚|午|餐|飯)/gu, '吃'],
  [/(?<=[他她们◇◆])话(?![题费])/gu, '说'],
  [/倾(?=完|了|过|紧|[得计电])/gu, '聊'],
  [/同(?=[◇◆◈他她佢])/gu, '跟'],
  [/紧(?=[0-9¤◷])/gu, '着'],
];

/** A skeleton in the words of Mandarin, of the same length; anything else stays as it is. */
export function mandarin(text: string): string {
  ANY.lastIndex = 0;
  if (!ANY.test(text)) return text;
  let plain = text.replace(ANY, (one) => CHARACTERS[one] ?? one);
  for (const [pattern, word] of WORDS) plain = plain.replace(pattern, word);
  return plain;
}
