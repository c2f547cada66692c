/** What people type, by what may become of it on the way. */
export const WORDS: readonly string[] = [
  // Chinese
  '今天下午跟腾云的王总通了电话,对80万报价有点犹豫,下周三下午3点再去拜访',
  // emoji of several signs
  'R&D said "80–85" 👍🏽 👨‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿 ❤️',
  // signs without width, and full-width ones
  '腾\u200b云\u200d的\ufeff王总 １２３　ＡＢＣ，。',
  // writing from right to left
  'שלום 80 شركة \u200fתודה',
  // an address
  'https://example.com/?a=1&b=2#x',
  // what some program would read
  '{{name}} $x} #{y} %s %d \\n $where __proto__ constructor null',
  // markup of every kind
  '*a* _b_ ~c~ `d` **e** [f](https://evil.example) # g > h | i |',
];

/** What would call people, lead somewhere or steer something, were it not words. */
export const TRAPS: readonly string[] = [
  '<!channel> <!here> <!everyone> <@U0001> <#C0001|general>',
  '@all @channel @everyone @here @所有人',
  '<@all> <@lin> <@everyone>',
  '<https://evil.example|click> [click](https://evil.example)',
  '<a href="https://evil.example">click</a> <script>x()</script> <img src=x onerror=x()>',
  '<font color="warning">x</font> **bold** > quote',
  'C:\\users\\new \\u4e2d \\ud83d \\x1b[2J',
  '{"type":"mrkdwn","text":"<!channel>"} ]]> <![CDATA[x]]>',
];

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** A text of that many characters of several signs each, without a border at which one might cut it. */
export const family = (characters: number): string => '👩‍👩‍👧'.repeat(characters);

/** How many characters a text has, as people see them. */
export const charactersIn = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);
