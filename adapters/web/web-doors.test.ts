import { call, crew, echo, open, world } from '../../test/support/web-world.ts';

test('a one-time link works once', async () => {
  await open();
  const redeem = () =>
    call('POST', '/api/session', { as: '', body: { code: 'once' }, headers: { 'accept-language': 'en' } });
  expect((await redeem()).body).toEqual({ token: 'token-lin' });
  expect(await redeem().then(({ status, body }) => [status, body])).toEqual([
    401,
    { error: 'This link was used or has expired. Please ask your admin for a new one.' },
  ]);
});

test('me: who one is, in one’s own words', async () => {
  await open();
  expect((await call('GET', '/api/me')).body).toEqual({
    id: 'lin',
    name: '林悦',
    role: 'rep',
    roleLabel: '销售',
    locale: 'zh',
    zone: 'Asia/Shanghai',
    rooms: [crew],
    now: '2026-11-23T02:00:00.000Z',
  });
});

describe('the demo', () => {
  const demo = {
    people: async () => [{ id: 'lin', name: '林悦', role: 'rep', locale: 'zh' as const, token: 'token-lin' }],
    rooms: async () => [crew],
    moveClock: async (to: Date) => {
      world.now = to;
    },
  };
  const move = (now: unknown) =>
    call('POST', '/demo/clock', { as: '', body: { now }, headers: { 'accept-language': 'en' } });

  test('shows its people, and moves the clock forward only', async () => {
    await open(echo, { demo });
    expect((await call('GET', '/demo', { as: '' })).body).toMatchObject({
      people: [{ token: 'token-lin' }],
      rooms: [crew],
    });
    expect((await move('2026-11-24T09:00:00+08:00')).body).toEqual({ now: '2026-11-24T01:00:00.000Z' });
    expect((await move('2026-11-24T08:59:00+08:00')).body).toEqual({ error: 'The clock only moves forward.' });
    expect((await move('2036-11-24T08:59:00+08:00')).status).toBe(400);
    expect((await move('tomorrow')).body).toEqual({ error: 'The field now is not right.' });
    expect(world.now).toEqual(new Date('2026-11-24T01:00:00Z'));
  });

  test('is not for a name that somebody lets point here', async () => {
    await open(echo, { demo });
    // fetch keeps its own Host header.
    const { request } = await import('node:http');
    const status = await new Promise((resolve) =>
      request(new URL('/demo', world.url), { headers: { host: 'evil.example' } }, (response) =>
        resolve(response.resume().statusCode),
      ).end(),
    );
    expect(status).toBe(404);
  });
});

test('the page may load nothing from elsewhere and run nothing inline', async () => {
  await open();
  const { status, headers } = await call('GET', '/', { as: '' });
  expect(status).toBe(200);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
  expect(headers.get('x-powered-by')).toBeNull();
});
