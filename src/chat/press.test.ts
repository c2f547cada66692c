import { setQuestions } from './prompt.ts';
import { createToyTalk, texts } from './testing/toy-talk.ts';

test('a press does what its button says, once', async () => {
  const talk = createToyTalk();
  const receipt = await talk.says('lin', 'log Alderbank');
  expect(texts(await talk.presses('lin', receipt, 'Undo'))).toEqual(['undone by lin']);
  const sets = talk.sets();
  expect(await talk.presses('lin', receipt, 'Undo')).toEqual([]);
  expect(talk.sets()).toBe(sets);
});

test("somebody else's button is refused to the presser alone, in their language, and stays to be pressed", async () => {
  const talk = createToyTalk();
  const receipt = await talk.says('lin', '@Genjin log Alderbank', { room: 'sales' });
  const refused = await talk.presses('wei', receipt, 'Undo', 'sales');
  expect(refused).toMatchObject([
    { to: { room: 'sales', onlyFor: 'wei' }, private: true, message: { text: '这个按钮是给别人的。' } },
  ]);
  expect(texts(await talk.presses('lin', receipt, 'Undo', 'sales'))).toEqual(['undone by lin']);
});

test('an expired button says what holds now', async () => {
  const talk = createToyTalk();
  const receipt = await talk.says('lin', 'log Alderbank');
  talk.clock.at = new Date(talk.clock.at.getTime() + 40 * 86_400_000);
  expect(texts(await talk.presses('lin', receipt, 'Undo'))).toEqual(['note.undo is over']);
});

test('an unknown button is an answer, not an error', async () => {
  const talk = createToyTalk();
  for (const action of ['nothing', '', '__proto__', 'x'.repeat(5000)])
    expect(texts(await talk.does('wei', { kind: 'action', action }))).toEqual(['这个按钮已失效,直接打字就行。']);
});

test('a question is answered by its button; its other buttons then say what was chosen', async () => {
  const talk = createToyTalk();
  const asked = await talk.says('lin', 'log Luo wants a demo');
  expect(texts(asked)).toEqual(['✓ log Luo wants a demo', 'Which Luo?']);
  expect(texts(await talk.presses('lin', asked, 'Luo Qiming'))).toEqual(['✓ qm']);
  expect(talk.notes()).toEqual(['log Luo wants a demo', 'log Luo wants a demo (qm)']);
  expect(texts(await talk.presses('lin', asked, 'Luo Haisheng'))).toEqual(['Already chosen: Luo Qiming.']);
  expect(await talk.presses('lin', asked, 'Luo Qiming')).toEqual([]);
});

test('answered on another platform, a question is shown as answered where it was asked', async () => {
  const talk = createToyTalk();
  const [, question] = await talk.says('lin', 'log Luo wants a demo');
  const answered = await talk.handle(
    talk.rowOf('lin', { kind: 'message', text: '2', message: 'm9', adapter: 'slack' }),
  );
  expect(texts(answered.replies)).toEqual(['✓ qm']);
  const closing = (await talk.ledger.findSet('m9'))?.messages.filter(({ to }) => to.adapter === 'web');
  const there = { replaces: question?.id, corrects: question?.id, message: { text: 'Which Luo?\n✓ Luo Qiming' } };
  expect(closing).toMatchObject([{ to: { room: 'direct:lin' }, ...there }]);
  expect(closing?.[0]?.message.buttons ?? []).toEqual([]);
});

test('answered on another platform, a question beneath receipts is answered there too, and they stay', async () => {
  const talk = createToyTalk();
  const [receipt] = await talk.says('lin', 'log Luo one | log two');
  expect(receipt?.message.text).toBe('1 ✓ log Luo one\n2 ✓ log two\nWhich Luo?');
  const answered = await talk.handle(
    talk.rowOf('lin', { kind: 'message', text: '2', message: 'm9', adapter: 'slack' }),
  );
  expect(texts(answered.replies)).toEqual(['✓ qm']);
  const closing = (await talk.ledger.findSet('m9'))?.messages.filter(({ to }) => to.adapter === 'web');
  const text = '1 ✓ log Luo one\n2 ✓ log two\n✓ Luo Qiming · Which Luo?';
  expect(closing).toMatchObject([{ to: { room: 'direct:lin' }, replaces: receipt?.id, message: { text } }]);
  expect(closing?.[0]?.message.buttons ?? []).toEqual([]);
});

test('of questions that came back in one list each is answered there, one after the other', async () => {
  const talk = createToyTalk();
  const asked = [await talk.says('lin', 'log Luo one'), await talk.says('lin', 'log Luo two')];
  const questions = [...talk.store.collection('questions').values()].map(({ _id }) => String(_id));
  const to = { adapter: 'slack', room: 'direct:lin' };
  const { set: list } = await talk.ledger.record({ id: 'rule:list', kind: 'rule', by: 'system' }, async (draft) => {
    const buttons = [{ label: 'Luo Haisheng', action: 'chat.answer', args: { question: questions[1], choice: 0 } }];
    const row = draft.send(to, { text: 'Open\nWhich Luo?\nWhich Luo?', buttons });
    await setQuestions(draft, to, 'lin', questions, row);
  });
  await talk.does('lin', { kind: 'action', action: asked[0]?.[1]?.message.buttons?.[1]?.id ?? '' });
  await talk.says('lin', '1', { message: 'm9' });
  const changes = talk.store
    .sets()
    .flatMap(({ messages }) => messages.filter((one) => one.to.adapter === 'slack' && one.replaces !== undefined));
  expect(changes.map(({ replaces, message }) => [replaces, message.text, message.buttons?.length ?? 0])).toEqual([
    [list.messages[0]?.id, 'Open\n✓ Luo Qiming · Which Luo?\nWhich Luo?', 1],
    [changes[0]?.id, 'Open\n✓ Luo Qiming · Which Luo?\n✓ Luo Haisheng · Which Luo?', 0],
  ]);
});

test('answered where it was asked, nothing more is said of it', async () => {
  const talk = createToyTalk();
  const second = await talk.says('lin', 'log Luo one').then(() => talk.says('lin', 'log Luo two'));
  const answered = await talk.presses('lin', second, 'Luo Haisheng');
  await talk.says('lin', '2', { message: 'm9' });
  expect(texts(answered)).toEqual(['✓ hs', 'Which Luo?']);
  expect((await talk.ledger.findSet('m9'))?.messages.map(({ message }) => message.text)).toEqual(['✓ qm']);
});

test('of two open questions the newer is answered first, and then the older is asked again', async () => {
  const talk = createToyTalk();
  await talk.says('lin', 'log Luo one');
  const second = await talk.says('lin', 'log Luo two');
  const answered = await talk.presses('lin', second, 'Luo Haisheng');
  expect(texts(answered)).toEqual(['✓ hs', 'Which Luo?']);
  expect(texts(await talk.presses('lin', answered, 'Luo Qiming'))).toEqual(['✓ qm']);
  expect(talk.notes().slice(2)).toEqual(['log Luo two (hs)', 'log Luo one (qm)']);
});

test('of the questions of one message one is asked, the next when that is answered', async () => {
  const talk = createToyTalk();
  const asked = await talk.says('lin', 'log Luo one | log Luo two');
  expect(texts(asked)).toEqual(['1 ✓ log Luo one\n2 ✓ log Luo two\nWhich Luo?']);
  const next = await talk.presses('lin', asked, 'Luo Haisheng');
  expect(texts(next)).toEqual(['✓ hs', 'Which Luo?']);
  expect(texts(await talk.presses('lin', next, 'Luo Qiming'))).toEqual(['✓ qm']);
  expect(talk.notes().slice(2)).toEqual(['log Luo one (hs)', 'log Luo two (qm)']);
});

test.each(['2', '2', '二', 'Luo Qiming', 'luo qiming'])('%s typed answers the open question', async (answer) => {
  const talk = createToyTalk();
  await talk.says('lin', 'log Luo wants a demo');
  expect(texts(await talk.says('lin', answer))).toEqual(['✓ qm']);
  expect(texts(await talk.says('lin', answer))[0]).toMatch(/^Can't tell/);
});

test.each(['3', '85', 'yes', 'log another', '2推到周五'])('%s is no answer and is handled as itself', async (text) => {
  const talk = createToyTalk();
  const asked = await talk.says('lin', 'log Luo wants a demo');
  await talk.says('lin', text);
  expect(talk.notes().filter((note) => String(note).includes('(qm)'))).toEqual([]);
  expect(texts(await talk.presses('lin', asked, 'Luo Qiming'))).toEqual(['✓ qm']);
});
