import { examineSlack } from './examine-slack.ts';
import { slackDoctorTexts } from './slack-texts.ts';

test('not configured is nothing wrong', async () => {
  expect(await examineSlack(null, slackDoctorTexts('en'))).toMatchObject({ ok: null });
});
