import { readHolidayFile } from './holiday-file.ts';

test('the years of a file are read', () => {
  const file = readHolidayFile(
    '{"2027":{"off":["2027-01-01","2027-02-05"],"work":["2027-01-03"]},"2028":{"off":[],"work":[]}}',
  );
  expect(file.kind === 'ok' ? [...file.years] : file).toEqual([
    [2027, { off: ['2027-01-01', '2027-02-05'], work: ['2027-01-03'] }],
    [2028, { off: [], work: [] }],
  ]);
});

test.each([
  ['{', '', 'JSON'],
  ['[]', '', /./],
  ['{"27":{"off":[],"work":[]}}', '27', /./],
  ['{"2027":{"off":["2027-02-30"],"work":[]}}', '2027.off.0', 'a day such as 2027-10-01'],
  ['{"2027":{"off":["2027-01-01","2026-12-31"],"work":[]}}', '2027.off.1', 'a day of 2027'],
  ['{"2027":{"off":["2027-01-03"],"work":["2027-01-03"]}}', '2027.work.0', 'a day that is not off as well'],
  ['{"2027":{"off":[]}}', '2027.work', /./],
  ['{"2027":{"off":[],"work":[],"of":[]}}', '2027', /./],
])('%s is refused at %j', (text, where, expected) => {
  expect(readHolidayFile(text)).toEqual({
    kind: 'fault',
    where,
    expected: typeof expected === 'string' ? expected : expect.stringMatching(expected),
  });
});
