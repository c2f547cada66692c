import { encodeMessage, LIMITS } from './slack-encode.ts';

test('what a person typed is never a mention, a link or markup', () => {
  const [content] = encodeMessage({ text: '<!channel> <@U1> *now* & <https://evil.example|bank>' });
  expect(content?.text).toBe('&lt;!channel&gt; &lt;@U1&gt; *now* &amp; &lt;https://evil.example|bank&gt;');
  expect(content?.blocks).toEqual([
    { type: 'section', text: { type: 'plain_text', emoji: true, text: content?.text } },
  ]);
});

test('a card is a header and two columns, buttons carry their opaque ids', () => {
  const rows = Array.from({ length: 6 }, (_, at) => ({ label: `l${at}`, value: `<${at}>` }));
  const [content, ...rest] = encodeMessage({
    text: 'the same in words',
    card: { title: '漏斗 & 更多', rows },
    buttons: [{ id: 'b-1', label: '撤销' }],
  });
  expect(rest).toEqual([]);
  expect(content?.text).toBe('the same in words');
  expect(content?.blocks.map(({ type }) => type)).toEqual(['header', 'section', 'section', 'actions']);
  expect(content?.blocks[0]).toMatchObject({ text: { text: '漏斗 &amp; 更多' } });
  expect(content?.blocks[1]).toMatchObject({ fields: { length: 10 } });
  expect(content?.blocks[2]).toMatchObject({ fields: [{ text: 'l5' }, { text: '&lt;5&gt;' }] });
  expect(content?.blocks[3]).toMatchObject({ elements: [{ value: 'b-1', text: { text: '撤销' } }] });
});

test('a long text is several messages, the last one with the buttons', () => {
  const contents = encodeMessage({ text: '今天聊了很久。'.repeat(1_000), buttons: [{ id: 'b', label: 'x' }] });
  expect(contents.length).toBe(3);
  expect(contents.every(({ text }) => text.length <= LIMITS.section)).toBe(true);
  expect(contents.map(({ blocks }) => blocks.at(-1)?.type)).toEqual(['section', 'section', 'actions']);
});

test.each([
  ['many rows', Array.from({ length: 260 }, () => ({ label: 'l', value: 'v' }))],
  ['a long value', [{ label: 'l', value: 'v'.repeat(2_001) }]],
  ['too much in all', Array.from({ length: 100 }, () => ({ label: 'l', value: 'v'.repeat(150) }))],
])('a card that Slack would refuse (%s) is said in words', (_, rows) => {
  const [content] = encodeMessage({ text: 'in words', card: { title: 't', rows } });
  expect(content?.blocks).toEqual([expect.objectContaining({ type: 'section' })]);
});

test('labels and ids within the limits, whatever they are', () => {
  const buttons = Array.from({ length: 30 }, (_, at) => ({ id: `b${at}`, label: '很'.repeat(100) }));
  const [content] = encodeMessage({ text: 'x', buttons });
  const blocks = content?.blocks.slice(1) as { elements: { text: { text: string }; action_id: string }[] }[];
  expect(blocks.map(({ elements }) => elements.length)).toEqual([25, 5]);
  expect(blocks[0]?.elements[0]?.text.text).toHaveLength(LIMITS.button);
  expect(new Set(blocks.flatMap(({ elements }) => elements.map(({ action_id }) => action_id))).size).toBe(30);
});

const table = (rows: number) => ({
  title: '漏斗 & <本季度>',
  head: ['阶段', '金额'],
  rows: Array.from({ length: rows }, (_, at) => [`阶段${at}`, '']),
  figures: [1],
});

test('a table is Slack’s own, its empty cells filled; below it the footer and the buttons', () => {
  const buttons = [{ id: 'b', label: '全部' }];
  const [content, ...more] = encodeMessage({ text: '漏斗\n…', table: table(3), footer: '只含人人可看的', buttons });
  expect(more).toEqual([]);
  expect(content?.blocks.map(({ type }) => type)).toEqual(['header', 'table', 'context', 'actions']);
  expect(content?.blocks[1]).toMatchObject({
    rows: [
      [{ type: 'raw_text', text: '阶段' }, { text: '金额' }],
      [{ text: '阶段0' }, { text: ' ' }],
      ...Array(2).fill(expect.anything()),
    ],
    column_settings: [{ align: 'left' }, { align: 'right' }],
  });
});

test('a table that is too large for that is text of equal columns; a still larger one the text', () => {
  const types = (rows: number) =>
    encodeMessage({ text: '漏斗', table: table(rows) })[0]?.blocks.map(({ type }) => type);
  expect(types(99)).toEqual(['header', 'table']);
  expect(types(100)).toEqual(['header', 'rich_text']);
  expect(types(5_000)).toEqual(['section']);
});

test('a chart is Slack’s own below the table, within its limits; more bars than it takes are left to the words', () => {
  const chart = (count: number) => ({
    of: '各阶段商机数',
    bars: Array.from({ length: count }, (_, at) => ({ label: `${at} ${'x'.repeat(30)}`, value: at })),
  });
  const [content] = encodeMessage({ text: '漏斗', table: table(2), chart: chart(2) });
  expect(content?.blocks.map(({ type }) => type)).toEqual(['header', 'table', 'data_visualization']);
  const labels = ['0', '1'].map((at) => `${at} ${'x'.repeat(17)}…`);
  expect(content?.blocks.at(-1)).toMatchObject({
    title: '各阶段商机数',
    chart: {
      type: 'bar',
      series: [{ name: '各阶段商机数', data: labels.map((label, value) => ({ label, value })) }],
      axis_config: { categories: labels },
    },
  });
  const [many] = encodeMessage({ text: '漏斗', table: table(2), chart: chart(21) });
  expect(many?.blocks.map(({ type }) => type)).toEqual(['header', 'table']);
});
