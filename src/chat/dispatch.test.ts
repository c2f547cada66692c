import { createToyTalk, texts } from './testing/toy-talk.ts';

test('what is understood becomes one set with its record, its reply and the conversation', async () => {
  const talk = createToyTalk();
  const [receipt] = await talk.says('lin', 'log Alderbank 85k');
  expect(receipt).toMatchObject({ to: { adapter: 'web', room: 'direct:lin' }, private: false });
  expect(receipt?.message.text).toBe('✓ log Alderbank 85k');
  expect(talk.notes()).toEqual(['log Alderbank 85k']);
  expect(talk.sets()).toBe(1);
});

test('a second event of the same message says the same and does nothing', async () => {
  const talk = createToyTalk();
  const first = await talk.says('lin', 'log once', { message: 'web:m1' });
  expect(await talk.says('lin', 'log once', { message: 'web:m1' })).toEqual(first);
  expect(talk.notes()).toEqual(['log once']);
});

test('commands come before understanding, and see who asks where', async () => {
  const talk = createToyTalk();
  expect(texts(await talk.says('lin', '/whoami'))).toEqual(['lin@direct:lin']);
  const [reply] = await talk.says('lin', '@Genjin /whoami', { room: 'sales' });
  expect(reply).toMatchObject({ to: { room: 'sales', onlyFor: 'lin' }, private: true });
});

test('not understood: the words of help, the short ones within ten minutes, nothing for a nod', async () => {
  const talk = createToyTalk();
  expect(texts(await talk.says('wei', '天气不错'))).toEqual(['没看出要记什么,说上客户名就行,如「腾云同意85万」。']);
  const again = await talk.says('wei', '天气');
  expect(texts(again)).toEqual(['没懂。']);
  expect(again[0]?.message.buttons?.map(({ label }) => label)).toEqual(['帮助']);
  expect(await talk.says('wei', '好的')).toEqual([]);
  talk.clock.at = new Date(talk.clock.at.getTime() + 11 * 60_000);
  expect(texts(await talk.says('wei', '天气'))[0]).toMatch(/^没看出/);
});

test('a button that stands for words says them', async () => {
  const talk = createToyTalk();
  await talk.says('wei', '天气');
  const again = await talk.says('wei', '天气');
  expect(texts(await talk.presses('wei', again, '帮助'))).toEqual(['没懂。']);
});

test('what the person can mend is answered, and nothing else changes; a bug is thrown on', async () => {
  const talk = createToyTalk({ failures: 1 });
  expect(texts(await talk.says('lin', 'log mend this'))).toEqual(['you can mend it']);
  expect(talk.notes()).toEqual([]);
  await expect(talk.says('lin', 'log fail', { message: 'web:m1' })).rejects.toThrow('a bug');
  expect(talk.notes()).toEqual([]);
  expect(texts(await talk.says('lin', 'log fail', { message: 'web:m1' }))).toEqual(['✓ log fail']);
});

test('a long text is read to 4,000 characters, kept whole, and said so', async () => {
  const talk = createToyTalk();
  const [reply] = await talk.says('lin', `log ${'字'.repeat(5000)}`);
  expect(reply?.message.text.endsWith('字\nToo long: I read the first 4,000 characters and kept the whole.')).toBe(
    true,
  );
  expect(String(talk.notes()[0]).length).toBe(4000);
  expect(texts(await talk.says('lin', `log ${'😀'.repeat(3996)}`))[0]).not.toMatch(/Too long/);
});

test('a split message is one numbered receipt over a set for each part, and its last part names the event', async () => {
  const talk = createToyTalk();
  const row = talk.rowOf('lin', { kind: 'message', message: 'web:m1', text: 'log one | log mend | log three' });
  const { replies, closed } = await talk.handle(row);
  expect(closed).toBe(true);
  expect(texts(replies)).toEqual(['1 ✓ log one\n2 you can mend it\n3 ✓ log three']);
  expect(replies[0]?.message.buttons?.map(({ label }) => label)).toEqual(['Undo 1', 'Undo 3']);
  expect(talk.notes()).toEqual(['log one', 'log three']);
  const sets = talk.store.sets();
  expect(sets.map(({ _id, cause }) => [_id, cause.event])).toEqual([
    ['web:m1', undefined],
    ['web:m1#2', undefined],
    ['web:m1#3', row._id],
  ]);
  expect((await talk.handle(row)).replies).toEqual(replies);
  expect(await talk.dispatch.repliesTo({ ...row, state: 'done' })).toEqual(replies);
  expect(talk.sets()).toBe(3);
});

test('a crash between two parts leaves the first one done, and the rest is done when the event comes up again', async () => {
  const talk = createToyTalk({ failures: 1 });
  const row = talk.rowOf('lin', { kind: 'message', message: 'web:m1', text: 'log one | log fail' });
  await expect(talk.handle(row)).rejects.toThrow('a bug');
  expect(talk.notes()).toEqual(['log one']);
  expect(texts((await talk.handle(row)).replies)).toEqual(['1 ✓ log one\n2 ✓ log fail']);
  expect(talk.notes()).toEqual(['log one', 'log fail']);
});

test('a command is taken whole before anything is split', async () => {
  const talk = createToyTalk();
  const row = talk.rowOf('lin', { kind: 'message', message: 'web:m1', text: '/whoami | log no part' });
  expect(texts((await talk.handle(row)).replies)).toEqual(['lin@direct:lin']);
});

test('what follows a record is known as its correction or addition, for half an hour, or when it is a reply', async () => {
  const talk = createToyTalk();
  const receipt = await talk.says('lin', 'log Alderbank');
  expect(texts(await talk.says('lin', 'no Friday'))).toEqual(['amendment: no Friday']);
  expect(texts(await talk.says('lin', 'also a demo'))).toEqual(['continuation: also a demo']);
  expect(texts(await talk.says('lin', '85k', { replyTo: receipt[0]?.id ?? '' }))).toEqual(['amendment: 85k']);
  expect(await talk.presses('lin', receipt, 'Edit')).toEqual([]);
  expect(texts(await talk.says('lin', '85k'))).toEqual(['amendment: 85k']);
  expect(texts(await talk.says('lin', '85k'))[0]).toMatch(/^Can't tell/);
  talk.clock.at = new Date(talk.clock.at.getTime() + 31 * 60_000);
  expect(texts(await talk.says('lin', 'no Friday'))[0]).toMatch(/^Can't tell/);
});

test('an edit with other words goes to the record it made; the same words are nothing; nothing made is read anew', async () => {
  const talk = createToyTalk();
  await talk.says('lin', 'log 40 seats', { message: 'web:m1' });
  expect(await talk.does('lin', { kind: 'edit', message: 'web:m1', text: 'log 40 seats' })).toEqual([]);
  const edited = await talk.does('lin', { kind: 'edit', message: 'web:m1', text: 'log 45 seats' });
  expect(texts(edited)).toEqual(['now log 45 seats, was web:m1']);
  await talk.says('lin', 'lgo typo', { message: 'web:m2' });
  expect(texts(await talk.does('lin', { kind: 'edit', message: 'web:m2', text: 'log typo' }))).toEqual(['✓ log typo']);
});

test('a deletion asks about the record it made, and is nothing where there is none', async () => {
  const talk = createToyTalk();
  await talk.says('lin', 'log 40 seats', { message: 'web:m1' });
  await talk.says('lin', 'hm', { message: 'web:m2' });
  expect(texts(await talk.does('lin', { kind: 'delete', message: 'web:m1' }))).toEqual(['undo web:m1?']);
  expect(await talk.does('lin', { kind: 'delete', message: 'web:m2' })).toEqual([]);
});

test('a stranger is answered, kept, and announced once', async () => {
  const talk = createToyTalk();
  const row = talk.rowOf('zoe', { kind: 'message', message: 'web:z1', text: 'log hi' });
  const kept = await talk.handle(row);
  expect(kept).toMatchObject({ closed: false, as: 'kept' });
  expect(texts(kept.replies)[0]).toMatch(/^Ada is told/);
  expect(await talk.dispatch.repliesTo({ ...row, state: 'kept' })).toEqual(kept.replies);
  await talk.says('zoe', 'log more');
  const toAda = talk.store.sets().flatMap(({ messages }) => messages.filter(({ to }) => to.room === 'direct:ada'));
  expect(toAda.map(({ message }) => message.text)).toEqual(['To join · zoe\nweb user zoe']);
  expect(talk.notes()).toEqual([]);
});

test('keys of any length find their way into the ledger', async () => {
  const talk = createToyTalk();
  const long = 'x'.repeat(3000);
  expect(texts(await talk.says('lin', '@Genjin log far', { message: long, room: long }))).toEqual(['✓ log far']);
  expect(await talk.says('lin', '@Genjin log far', { message: long, room: long })).toHaveLength(1);
  expect(talk.notes()).toHaveLength(1);
});
