import fc from 'fast-check';
import { cardText, contentRefusal, rendered } from '../../test/support/wecom-bot-rules.ts';
import { type BotContent, encodeMessage, LIMITS, withPressed } from './wecom-bot-encode.ts';

const marks = { number: null, task: (at: number) => `task@${at}` };
const undo = { id: 'b1', label: '撤销' };
const edit = { id: 'b2', label: '修改' };

function takenByWecom(contents: BotContent[]): void {
  for (const content of contents) {
    const body =
      content.kind === 'markdown'
        ? { msgtype: 'markdown', markdown: { content: content.markdown } }
        : { msgtype: 'template_card', template_card: content.card };
    expect(contentRefusal(body as never, ['markdown', 'template_card'], new Set())).toBeNull();
  }
}

const shown = (contents: BotContent[]): string[] =>
  contents.map((content) =>
    content.kind === 'markdown' ? rendered(content.markdown) : cardText(content.card as never),
  );

test('words alone are markdown that shows them as they stand', () => {
  const text = '**急** <@zhangwei> [x](https://evil.example)\n# 一\n- 二';
  const contents = encodeMessage({ text }, marks);
  takenByWecom(contents);
  expect(shown(contents)).toEqual([text]);
});

test('a receipt is one card with its buttons and its number', () => {
  const message = { text: '✓ 已记 · 腾云 · 电话 · 今天\n金额 80万→85万', buttons: [undo, edit] };
  const contents = encodeMessage(message, { ...marks, number: 318 });
  takenByWecom(contents);
  expect(contents).toMatchObject([
    {
      kind: 'card',
      card: {
        card_type: 'button_interaction',
        task_id: 'task@0',
        main_title: { title: '✓ 已记 · 腾云 · 电话 · 今天' },
        sub_title_text: '金额 80万→85万 #318',
        button_list: [
          { text: '撤销', key: 'b1' },
          { text: '修改', key: 'b2' },
        ],
      },
    },
  ]);
});

test('facts laid out are the rows of the card', () => {
  const card = { title: '腾云', rows: [{ label: '金额', value: '¥850,000' }] };
  const contents = encodeMessage(
    { text: '腾云 · ¥850,000\n其余私聊发你', card, footer: '其余私聊发你', buttons: [undo] },
    marks,
  );
  takenByWecom(contents);
  expect(shown(contents)).toEqual(['腾云\n其余私聊发你\n金额 ¥850,000\n[撤销]']);
});

test('what a card would cut is said in full, and the card below it has the buttons', () => {
  const text = `滞留商机 5 条\n${'海拓供应链科技有限公司 30天没跟进\n'.repeat(12)}`;
  const contents = encodeMessage({ text, buttons: [undo] }, { ...marks, number: 7 });
  takenByWecom(contents);
  expect(contents.map(({ kind }) => kind)).toEqual(['markdown', 'card']);
  expect(shown(contents)[0]).toBe(`${text} #7`);
  expect(shown(contents)[1]).toBe('滞留商机 5 条\n[撤销]');
});

test.each([
  [
    '已撤销:海拓供应链 · 11/23 周一 拜访、商机 12万。\n其他不变。',
    '已撤销:海拓供应链 · 11/23 周一 拜访、商机',
    '12万。\n其他不变。',
  ],
  ['Undone: Alderbank, call of Monday and its deal', 'Undone: Alderbank, call of', 'Monday and its deal'],
])('a first line too long for a title goes on below it: %j', (text, title, rest) => {
  const [content] = encodeMessage({ text, buttons: [undo] }, marks);
  expect(content).toMatchObject({ kind: 'card', card: { main_title: { title }, sub_title_text: rest } });
});

test('a label that would be cut is told above, and its button carries its number', () => {
  const buttons = [{ id: 'b0', label: '海拓供应链科技有限公司 罗启铭' }, undo];
  const contents = encodeMessage({ text: '哪位罗总?', buttons }, marks);
  takenByWecom(contents);
  expect(shown(contents)).toEqual(['哪位罗总?\n1 海拓供应链科技有限公司 罗启铭\n2 撤销', '哪位罗总?\n[1]\n[2]']);
});

test('more buttons than a card holds are several cards, each with a task of its own', () => {
  const buttons = Array.from({ length: 8 }, (_, at) => ({ id: `b${at}`, label: `${at}` }));
  const contents = encodeMessage({ text: '选', buttons }, marks);
  takenByWecom(contents);
  expect(contents.map((content) => content.kind === 'card' && content.card.task_id)).toEqual([
    false,
    'task@0',
    'task@1',
  ]);
});

test('a very long text is cut by bytes, and nothing of it is lost', () => {
  const text = '腾云同意85万。*\n'.repeat(4_000);
  const contents = encodeMessage({ text }, marks);
  takenByWecom(contents);
  expect(contents.length).toBeGreaterThan(1);
  expect(shown(contents).join('\n')).toBe(text.trimEnd().concat('\n').slice(0, -1));
  for (const content of contents)
    expect(Buffer.byteLength(content.kind === 'markdown' ? content.markdown : '')).toBeLessThanOrEqual(LIMITS.markdown);
});

test('nothing to say is still something to show', () => {
  takenByWecom(encodeMessage({ text: '' }, marks));
  takenByWecom(encodeMessage({ text: '', buttons: [{ id: 'b', label: '' }] }, marks));
});

test('a pressed button is marked once, the others stay', () => {
  const [first] = encodeMessage({ text: '记了', buttons: [undo, edit] }, marks);
  const card = first?.kind === 'card' ? first.card : undefined;
  const once = withPressed(card ?? { card_type: '' }, 'b2');
  expect(withPressed(once, 'b2').button_list?.map(({ text }) => text)).toEqual(['撤销', '修改 ✓']);
});

const table = (rows: number) => ({
  title: '2单好久没跟',
  head: ['客户', '金额'],
  rows: Array.from({ length: rows }, (_, at) => [`腾|云*${at}*\n`, '80万']),
  figures: [1],
});

test('a table is a markdown table, whatever stands in a cell; its buttons stand on a card below', () => {
  const buttons = [{ id: 'b', label: '全部' }];
  const [shown, card, ...more] = encodeMessage(
    { text: '2单好久没跟\n…', table: table(2), footer: '只含群里人人可看的', buttons },
    { task: () => 't', number: 7 },
  );
  expect(shown).toMatchObject({
    markdown: [
      '2单好久没跟 \\#7',
      '',
      '| 客户 | 金额 |',
      '| --- | ---: |',
      '| 腾\\|云\\*0\\* | 80万 |',
      '| 腾\\|云\\*1\\* | 80万 |',
      '',
      '只含群里人人可看的',
    ]
      .join('\n')
      .replace('\\#7', '#7'),
    words: '2单好久没跟\n…',
  });
  expect(card).toMatchObject({ kind: 'card', card: { button_list: [{ text: '全部', key: 'b' }] } });
  expect(more).toEqual([]);
});

test('a table that is longer than WeCom takes is said in words', () => {
  const marks = { task: () => 't', number: null };
  const [shown] = encodeMessage({ text: '很多', table: table(2_000) }, marks);
  expect(shown).toMatchObject({ kind: 'markdown', markdown: '很多' });
});

test('whatever is said is shown whole, and no character in it is cut', () => {
  const signs = fc.constantFrom('a', ' ', '\n', '字', '。', '👨‍👩‍👧', '👍🏽', '*');
  const words = (maxLength: number) => fc.string({ unit: signs, maxLength });
  const button = fc.record({
    id: fc.uuid(),
    label: fc.constantFrom('撤销', '海拓供应链管理有限公司 罗启铭', '👨‍👩‍👧'.repeat(4)),
  });
  const message = fc.record({
    text: fc.oneof(words(300), fc.string({ unit: fc.constantFrom('👨‍👩‍👧', '字'), maxLength: 60 })),
    buttons: fc.uniqueArray(button, { maxLength: 9, selector: ({ id }) => id }),
  });
  fc.assert(
    fc.property(message, ({ text, buttons }) => {
      const contents = encodeMessage({ text, buttons }, marks);
      takenByWecom(contents);
      const bare = (said: string) => said.replace(/\s+/gu, '');
      const all = shown(contents).join('\n');
      expect(bare(all)).toContain(bare(text));
      for (const { label } of buttons) expect(all).toContain(label);
      const titles = contents.flatMap((content) =>
        content.kind === 'card' ? [content.card.main_title?.title ?? ''] : [],
      );
      for (const title of titles) {
        expect([...title].length).toBeLessThanOrEqual(LIMITS.title);
        expect(title.replaceAll('👨‍👩‍👧', '').replaceAll('👍🏽', '')).not.toMatch(/👨|👩|👧|👍/u);
      }
    }),
  );
});

test('a chart is a line of blocks on the card', () => {
  const card = { title: '漏斗 · 本季度', rows: [{ label: '方案报价', value: '3' }] };
  const chart = { of: '各阶段商机数', bars: [1, 3].map((value) => ({ label: '方案报价', value })) };
  const contents = encodeMessage({ text: '漏斗 · 本季度\n方案报价 3', card, chart, buttons: [undo] }, marks);
  takenByWecom(contents);
  expect(shown(contents)).toEqual(['漏斗 · 本季度\n▃█\n方案报价 3\n[撤销]']);
});
