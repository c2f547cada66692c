import { webConfig } from './web-config.ts';

test('with nothing set the web listens on this machine alone', () => {
  expect(webConfig.parse({})).toEqual({
    WEB_HOST: '127.0.0.1',
    WEB_PORT: 3000,
    WEB_TRUST_PROXY: 0,
    WEB_REQUESTS_PER_MINUTE: 6000,
  });
});

test.each([
  ['WEB_PORT', '70000'],
  ['WEB_PORT', 'http'],
  ['WEB_PUBLIC_URL', 'javascript:alert(1)'],
  ['WEB_TRUST_PROXY', 'true'],
  ['WEB_METRICS_TOKEN', 'short'],
])('%s=%s is refused by name', (name, value) => {
  const read = webConfig.safeParse({ [name]: value });
  expect(read.error?.issues[0]?.path).toEqual([name]);
});
