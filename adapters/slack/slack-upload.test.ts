import { openSlackWorld, type SlackWorld } from '../../test/support/slack-world.ts';
import { until } from '../../test/support/until.ts';
import { encodeMessage } from './slack-encode.ts';

let world: SlackWorld;
beforeEach(async () => {
  world = await openSlackWorld('socket', () => []);
});
afterEach(() => world.stop());

const file = { name: '报价.pdf', type: 'application/octet-stream', bytes: new TextEncoder().encode('inhalt') };
const [{ blocks } = { blocks: [] }] = encodeMessage({
  text: '腾云',
  buttons: [
    { id: 'b1', label: '文件1', file: true },
    { id: 'b2', label: '撤销' },
  ],
});
const ids = blocks.flatMap((block) =>
  block.type === 'actions' ? block.elements.map((element) => ('action_id' in element ? element.action_id : '')) : [],
);

const press = (channel: string, id = ids[0] ?? '') =>
  world.send(world.as('lin').press(channel, '300.1', 'b1', '5.5', id));
const uploads = () => world.slack.calls.filter(({ method }) => method === 'files.completeUploadExternal');

/** Waits until there is something. */
async function once<T>(found: () => T | undefined): Promise<T | undefined> {
  await until(() => found() !== undefined);
  return found();
}

test('a button that gives a file uploads it to the presser alone, also from a channel', async () => {
  world.bot.now = ({ kind }) => (kind === 'file' ? file : null);
  const direct = await world.direct('lin');
  for (const channel of [direct, world.slack.channels.sales ?? '']) {
    const before = uploads().length;
    expect(await press(channel)).toEqual({});
    const done = await once(() => uploads()[before]);
    expect(done?.body).toMatchObject({
      channel_id: direct,
      files: [expect.objectContaining({ id: expect.any(String) })],
    });
  }
  const asked = world.slack.calls.find(({ method }) => method === 'files.getUploadURLExternal');
  expect(asked?.body).toMatchObject({ filename: '报价.pdf', length: '6' });
  expect(world.bot.asked.filter(({ kind }) => kind === 'file')).toHaveLength(2);
  expect(world.bot.events).toEqual([]);
});

test('what cannot be given, or Slack does not take, is a press like any other: it is answered in words', async () => {
  const direct = await world.direct('lin');
  await press(direct);
  expect(await once(() => world.bot.events[0])).toMatchObject({ kind: 'action', action: 'b1' });
  world.bot.now = ({ kind }) => (kind === 'file' ? file : null);
  world.slack.failNext('files.getUploadURLExternal', 'broken');
  await world.send(world.as('lin').press(direct, '300.1', 'b1', '6.5', ids[0]));
  expect(await once(() => world.bot.events[1])).toMatchObject({ kind: 'action', action: 'b1' });
  expect(uploads()).toEqual([]);
});

test('another button asks for no file', async () => {
  world.bot.now = ({ kind }) => (kind === 'file' ? file : null);
  await press(await world.direct('lin'), ids[1]);
  expect(world.bot.asked.map(({ kind }) => kind)).toEqual(['form']);
  expect(world.bot.events).toHaveLength(1);
});
