import { isGreeting } from './greeting.ts';

test.each(['你好', '您好!', '你好呀', '早上好~', '在吗?', 'Hello', 'hi there!', 'Good morning', '嗨👋'])(
  '%s greets',
  (text) => {
    expect(isGreeting(text)).toBe(true);
  },
);

test.each(['你好,腾云王总今天签了', '早上好的客户', 'hi, called Priya', '在吗啡厂见了王总', 'hello world', ''])(
  '%s does more',
  (text) => {
    expect(isGreeting(text)).toBe(false);
  },
);
