import { call, open } from '../../test/support/web-world.ts';

const join = (body: unknown) => call('POST', '/api/join', { as: '', body });

test('a join code and a name give a token; what is wrong is said', async () => {
  await open();
  const joined = await join({ code: 'JOINX-JOINX', name: '  小 李 ', id: 'try-1' });
  expect(joined).toMatchObject({ status: 200, body: { token: 'token-bo' } });
  const wrong = await join({ code: 'AAAAA-AAAAA', name: '小李' });
  expect(wrong.status).toBe(401);
  expect(wrong.body.error).toMatch(/^There is no such join code/);
  expect((await join({ code: 'JOINX-JOINX', name: '林悦' })).status).toBe(409);
  for (const name of ['', ' ', 'x'.repeat(31), 'a\u0000b'])
    expect((await join({ code: 'JOINX-JOINX', name })).status).toBe(400);
});

test('codes cannot be tried quickly', async () => {
  await open();
  const answers = [];
  for (let guess = 0; guess < 12; guess += 1) answers.push((await join({ code: 'AAAAA-AAAAA', name: 'x' })).status);
  expect(answers.filter((status) => status === 429)).toHaveLength(2);
});

test('the company is shown to who may run it, and to nobody else', async () => {
  const company = { teams: [{ name: '一组', manager: null }], people: [{ name: '林悦', role: 'admin', team: '一组' }] };
  await open(undefined, { company: async (person) => (person === 'lin' ? company : null) });
  expect(await call('GET', '/api/company')).toMatchObject({ status: 200, body: company });
  expect((await call('GET', '/api/company', { as: 'token-bo' })).status).toBe(404);
  expect((await call('GET', '/api/company', { as: '' })).status).toBe(401);
});
