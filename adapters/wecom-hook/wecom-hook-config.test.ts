import { wecomHookConfig } from './wecom-hook-config.ts';

const KEY = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa';
const url = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`;
const read = (WECOM_HOOKS: string) => wecomHookConfig.safeParse({ WECOM_HOOKS });

test('groups by name, each with its address and whom it mentions', () => {
  expect(read(`sales=${url},zhangwei,@all; 管理层=${url};`).data).toEqual({
    WECOM_HOOKS: [
      { name: 'sales', url, mentions: ['zhangwei', '@all'] },
      { name: '管理层', url, mentions: [] },
    ],
  });
  expect(wecomHookConfig.parse({})).toEqual({});
});

test.each([
  `${url}`,
  `=${url}`,
  `sales=${url};sales=${url}`,
  'sales=https://qyapi.weixin.qq.com/cgi-bin/webhook/send',
  `sales=file:///etc/passwd?key=${KEY}`,
  `sales=${url},张 伟`,
  ';',
])('%j is a fault, told by an example and without the key', (text) => {
  const { error } = read(text);
  expect(error?.issues).toHaveLength(1);
  expect(error?.issues[0]?.message).toMatch(/^sales=https/);
  expect(JSON.stringify(error?.issues)).not.toContain(KEY);
});
