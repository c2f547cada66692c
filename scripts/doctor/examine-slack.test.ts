import { examineSlack } from './examine-slack.ts';

test('not configured is nothing wrong', async () => {
  expect(await examineSlack(null, 'en')).toMatchObject({ ok: null });
});
