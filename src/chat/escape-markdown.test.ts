import { escapeMarkdown } from './escape-markdown.ts';

test.each([
  ['腾云同意85万,下周三拜访。', '腾云同意85万,下周三拜访。'],
  ['R&D "80–85" 👍🏽', 'R&D "80–85" 👍🏽'],
  ['snake_case 3~5万 #318', 'snake_case 3~5万 #318'],
  ['**急** [点我](https://evil.example)', '\\*\\*急\\*\\* \\[点我\\](https://evil.example)'],
  ['<@zhangwei> <font color="info">x</font>', '\\<@zhangwei\\> \\<font color="info"\\>x\\</font\\>'],
  ['# 标题', '\\# 标题'],
  ['- 一\n1. 二\n> 三', '\\- 一  \n1\\. 二  \n\\> 三'],
  ['---', '\\---'],
  ['a|b', 'a\\|b'],
  ['`code` \\ _x_', '\\`code\\` \\\\ \\_x\\_'],
])('%j is shown as it stands', (text, markdown) => {
  expect(escapeMarkdown(text)).toBe(markdown);
});
