import type { HeldReceipt } from './capability.ts';
import { oneReceipt } from './held-receipts.ts';

const undo = { label: '撤销', action: 'undo.record' };
const edit = { label: '修改', action: 'amend.start' };
const receipt = (part: number, text: string): HeldReceipt => ({
  part,
  private: false,
  question: null,
  message: { text, buttons: [undo, edit] },
});

test('the parts of a message are one numbered receipt whose buttons carry the numbers', () => {
  expect(oneReceipt([receipt(1, '✓ 已记 · 腾云\n金额 80万'), receipt(2, '✓ 已记 · 海拓')])).toEqual([
    {
      alone: false,
      message: {
        text: '1 ✓ 已记 · 腾云 / 金额 80万\n2 ✓ 已记 · 海拓',
        buttons: [
          { ...undo, label: '撤销1' },
          { ...undo, label: '撤销2' },
        ],
      },
    },
  ]);
});

test('a question comes last and brings its own buttons', () => {
  const choices = [{ label: '罗海生', action: 'chat.answer' }];
  const question: HeldReceipt = {
    part: 2,
    private: false,
    question: 'q1',
    message: { text: '哪位罗总?', buttons: choices },
  };
  expect(oneReceipt([receipt(1, '✓ 已记 · 腾云'), question])).toEqual([
    { alone: false, question: 'q1', message: { text: '1 ✓ 已记 · 腾云\n哪位罗总?', buttons: choices } },
  ]);
});

test('in a group what is for the writer alone is a message of its own', () => {
  const alone: HeldReceipt = { part: 2, private: true, question: null, message: { text: '没看出要记什么' } };
  expect(oneReceipt([receipt(1, '已记 ✓'), alone]).map(({ alone: to, message }) => [to, message.text])).toEqual([
    [false, '1 已记 ✓'],
    [true, '2 没看出要记什么'],
  ]);
});
