import { createPinoLogger } from './pino-logger.ts';

function logged(fields: Record<string, unknown>): Record<string, unknown> {
  const lines: string[] = [];
  createPinoLogger('warn', { write: (line) => void lines.push(line) }).warn(fields, 'failed');
  return JSON.parse(lines.join(''));
}

test.each(['60020', '-1', 'channel_not_found', 'http_503', 'ECONNRESET', 'ERR_BAD', 11000])(
  'the word of an error is told: %s',
  (code) => expect(logged({ adapter: 'slack', code })).toMatchObject({ adapter: 'slack', code, msg: 'failed' }),
);

test.each(['as3vkvcR9ZwTcU_QuWq5ey8PeYp_TEbS', 'C5HJW-K65KP', 'c5hjw-k65kp', '张伟', 'two words'])(
  'what could let somebody in, or is no word, is not: %s',
  (code) => expect(logged({ code, token: 't', text: '腾云', row: { text: '腾云' } })).not.toHaveProperty('code'),
);

test('what people wrote and what opens doors is struck out', () => {
  const line = JSON.stringify(logged({ token: 'secret-1', text: '腾云', row: { token: 'secret-2', text: '海拓' } }));
  for (const hidden of ['secret-1', 'secret-2', '腾云', '海拓']) expect(line).not.toContain(hidden);
});
