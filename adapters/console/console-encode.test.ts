import { encodeForConsole } from './console-encode.ts';

const shown = (cell: string) =>
  encodeForConsole(
    {
      id: 'r/0',
      to: { adapter: 'console', room: 'direct:lin' },
      private: false,
      message: {
        text: '1单好久没跟\n腾云 …',
        table: {
          title: '1单好久没跟',
          head: ['客户', '天'],
          rows: [
            ['腾云', '9'],
            [cell, '10'],
          ],
          figures: [1],
        },
      },
    },
    'zh',
  );

test('a table is columns, in which a 汉字 is two letters wide; one wider than a terminal is said in words', () => {
  expect(shown('Alder\u001b[2J')).toBe('1单好久没跟\n客户       天\n腾云        9\nAlder [2J  10\n');
  expect(shown('长'.repeat(60))).toBe('1单好久没跟\n腾云 …\n');
});
