import { dealKind } from '../../src/crm/deal/deal.ts';
import { interactionKind } from '../../src/crm/interaction/interaction.ts';
import { taskKind } from '../../src/crm/task/task.ts';
import { fillTeam, tengyun } from '../support/sales-team.ts';
import { openSlackTalk } from '../support/slack-talk.ts';

const START = '2026-11-23T10:00:00+08:00';
const customers = [
  { ...tengyun, deal: { units: 500_000, stage: 'needs' as const, touchedAt: '2026-11-20T10:00:00+08:00' } },
  { name: '宁波海拓物流有限公司', alias: '海拓物流', owner: 'lin' },
  { name: '海拓供应链管理有限公司', alias: '海拓供应链', owner: 'zhang' },
  ...['东', '南', '西', '北', '中', '新'].map((part) => ({
    name: `${part}方贸易有限公司`,
    alias: `${part}方贸易`,
    owner: 'lin',
    contacts: [{ name: `罗${part}`, alias: '罗总' }],
  })),
];

let talk: Awaited<ReturnType<typeof openSlackTalk>>;
beforeEach(async () => {
  talk = await openSlackTalk(START, ['lin'], (records) => fillTeam(records, customers));
});
afterEach(() => talk.close());

type View = Record<string, unknown> & { blocks: { block_id: string; label: { text: string } }[] };

/** The view that the last press opened. */
const opened = () => talk.slack.calls.findLast(({ method }) => method === 'views.open')?.body.view as View;

test('修改 opens a form of what the receipt tells; what is changed in it is corrected, and nothing else', async () => {
  await talk.says('lin', '今天跟腾云的王总通了电话,报价80万,下周三下午3点再去拜访');
  await talk.presses('lin', '修改');
  const view = opened();
  expect(view.blocks.map(({ block_id }) => block_id)).toEqual([
    'customer',
    'kind',
    'day',
    'amount',
    ...(view.blocks.some(({ block_id }) => block_id === 'stage') ? ['stage'] : []),
    'step-0-day',
    'step-0-time',
  ]);
  const lin = talk.as('lin');
  const wrong = await talk.sends(lin.submit(view, { amount: '很多' }));
  expect(wrong).toMatchObject({ response_action: 'errors', errors: { amount: '写数字,如 850000 或 85万。' } });
  expect((await talk.kept(dealKind))[0]).toMatchObject({ amount: 80_000_000 });
  expect(await talk.sends(lin.submit(view, { amount: '85万', 'step-0-day': '2026-12-03' }))).toEqual({});
  expect((await talk.kept(dealKind))[0]).toMatchObject({ amount: 85_000_000 });
  expect(await talk.kept(taskKind)).toMatchObject([{ day: '2026-12-03', time: '15:00' }]);
  expect(await talk.kept(interactionKind)).toMatchObject([{ kind: 'call', day: '2026-11-23' }]);
  expect((await talk.shownTo('lin')).at(-1)).toContain('85万');
});

test('the customer is looked for among those that the asker may know', async () => {
  await talk.says('lin', '今天跟腾云的王总通了电话');
  await talk.presses('lin', '修改');
  const view = opened();
  const lin = talk.as('lin');
  const offered = (await talk.sends(lin.suggest(view, 'customer', '海拓'))) as {
    options: { text: { text: string }; value: string }[];
  };
  expect(offered.options.map(({ text }) => text.text)).toEqual(['海拓物流']);
  expect(await talk.sends(lin.suggest(view, 'customer', '.*'))).toEqual({ options: [] });
  await talk.sends(lin.submit(view, { customer: offered.options[0]?.value ?? '' }));
  expect(await talk.kept(interactionKind)).toMatchObject([{ account: 'customer-1' }]);
});

test('a form that Slack does not open: the press goes on, and typed words do it', async () => {
  await talk.says('lin', '今天跟腾云的王总通了电话,报价80万');
  talk.slack.failNext('views.open', 'broken');
  await talk.presses('lin', '修改');
  await talk.says('lin', '85万');
  expect((await talk.kept(dealKind))[0]).toMatchObject({ amount: 85_000_000 });
});

test('more than four customers could be meant: 全部 is a form, and typed words choose too', async () => {
  await talk.says('lin', '跟罗总通了电话,他挺满意');
  await talk.says('lin', '全部');
  expect((await talk.shownTo('lin')).at(-1)).toContain('\n7 ');
  await talk.presses('lin', '全部');
  const view = opened();
  const [field] = view.blocks as unknown as { element: { options: { text: { text: string }; value: string }[] } }[];
  const north = field?.element.options.find(({ text }) => text.text.includes('北方'));
  expect(field?.element.options).toHaveLength(7);
  await talk.sends(talk.as('lin').submit(view, { choice: north?.value ?? '' }));
  expect(await talk.kept(interactionKind)).toMatchObject([{ account: 'customer-6' }]);
});
