import { call, open, world } from '../../test/support/web-world.ts';

test('the page of a record shows what its reader may know, read by their own viewer', async () => {
  await open();
  const card = { title: '腾云', rows: [{ label: '负责人', value: '林悦' }] };
  world.bot.now = (asked) => ('record' in asked && asked.record === 'customer-0' ? { text: '腾云', card } : null);
  expect((await call('GET', '/api/records/customer-0')).body).toEqual({ text: '腾云', card });
  expect(world.bot.asked).toMatchObject([{ kind: 'preview', room: 'direct:lin', user: 'lin' }]);
  const none = { status: 404, body: { error: '没有这条记录,或不归你看。' } };
  for (const id of ['customer-9', 'a%2Fb', '%24where'])
    expect(await call('GET', `/api/records/${id}`)).toMatchObject(none);
  expect((await call('GET', '/api/records/customer-0', { as: '' })).status).toBe(401);
});

test('the files of a record are links to it', async () => {
  await open();
  const links = [{ label: '报价.pdf', path: '/f/abc' }];
  world.bot.now = () => ({ text: '腾云', links });
  expect((await call('GET', '/api/records/customer-0')).body).toEqual({ text: '腾云', links });
});

test('its address gives the page, whoever asks', async () => {
  await open();
  const { status, headers, body } = await call('GET', '/r/customer-0', { as: '' });
  expect([status, headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(String(body.text)).toContain('src="/record.js"');
});
