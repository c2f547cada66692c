import { continues } from '../continues/continues.ts';
import { createNameDirectory } from '../people/create-name-directory.ts';
import { hearMore } from './hear.ts';

const directory = createNameDirectory({
  accounts: [
    {
      id: 'a1',
      name: '深圳腾云科技有限公司',
      aliases: ['腾云'],
      contacts: [{ id: 'c1', name: '王立', aliases: ['王总'] }],
    },
    {
      id: 'a2',
      name: '宁波海拓物流有限公司',
      aliases: ['海拓'],
      contacts: [{ id: 'c2', name: '罗海生', aliases: ['罗总'] }],
    },
  ],
});
const previous = {
  day: '2026-11-23',
  account: { id: 'a1', name: '深圳腾云科技有限公司', mention: '腾云' },
  contacts: [{ id: 'c1', name: '王立', mention: '王总' }],
  interaction: { kind: 'call' as const, date: '2026-11-23', time: null },
  opportunity: null,
  tasks: [],
};
const heardInTalk = (text: string) =>
  hearMore(previous, { id: '2', text, at: '2026-11-23T10:05:00+08:00', timeZone: 'Asia/Shanghai' }, directory, (one) =>
    continues(previous, one, directory),
  );

test.each([
  ['王总调走了,以后是王芳对接', '王芳'],
  ['王总升了,以后李工跟我们对接', '李工'],
  ['王总不管这块了,由罗总负责', '罗总'],
  ['李工接王总的班', '李工'],
  ['换成李工了', '李工'],
  ['对接人换人了,现在是李工', '李工'],
  ['以后找李工', '李工'],
  ["from now on it's 罗总", '罗总'],
])('%s: %s comes after whom the talk was with, as nobody of another customer', async (text, now) => {
  const heard = await heardInTalk(text);
  expect(heard?.account?.id).toBe('a1');
  expect(heard?.remarks.succession).toEqual({ gone: { mention: '王总', id: 'c1' }, now: { mention: now, id: null } });
  expect(heard?.tasks).toEqual([]);
});

test.each(['换成李工', '联系李工', '不对,现在对接人是李工', '以后是李工对接吗', '罗总离职了'])(
  '%s tells of nobody who comes after',
  async (text) => {
    const heard = await heardInTalk(text);
    expect(heard?.remarks.succession ?? null).toBeNull();
  },
);
