import type { IncomingEvent, Reply } from '../../src/chat/chat-adapter.ts';
import { isDirect } from '../../src/chat/message.ts';

/** Says what the real bot would say to a few things, so that the page can be seen with believable words. */
export async function salesBot(event: IncomingEvent): Promise<Reply[]> {
  const reply = (n: number, message: Reply['message'], rest: Partial<Reply> = {}): Reply => ({
    id: `${event.key}/${n}`,
    to: { adapter: 'web', room: event.room },
    private: false,
    message,
    ...rest,
  });
  const buttons = (...labels: string[]) => labels.map((label) => ({ id: `${label}|${event.key}/0`, label }));

  if (event.kind === 'action') {
    const [label, replaces = ''] = event.action.split('|');
    if (label === '撤销') {
      const restore = [{ id: `恢复|${event.key}/0`, label: '恢复' }];
      return [reply(0, { text: '已撤销:腾云·电话。其他不变。', buttons: restore }, { replaces })];
    }
    return label === '恢复' ? [reply(0, receipt(buttons('撤销', '修改')), { replaces })] : [];
  }
  if (event.kind !== 'message') return [];
  if (event.text.includes('慢')) await new Promise((resolve) => setTimeout(resolve, 1_500));
  if (event.text.includes('漏斗')) return [reply(0, pipeline)];
  if (isDirect(event.room)) return [reply(0, receipt(buttons('撤销', '修改')))];
  const whisper = { private: true, to: { adapter: 'web', room: event.room, onlyFor: event.user } };
  const question = { text: '哪位罗总?', buttons: buttons('海拓物流 罗海生', '海拓供应链 罗启铭', '都不是') };
  return [reply(0, { text: '已记 ✓' }), reply(1, question, whisper)];
}

const receipt = (buttons: NonNullable<Reply['message']['buttons']>): Reply['message'] => ({
  text: '✓ 已记 · 腾云 · 电话 · 今天\n金额 80万→85万\n下一步 12/2 周三 15:00 拜访',
  buttons,
});

const pipeline: Reply['message'] = {
  text: '本季度漏斗 · 17 单 · ¥4,310,000',
  card: {
    title: '本季度漏斗 · 17 单 · ¥4,310,000',
    rows: [
      { label: '接触', value: '6 单 · ¥820,000 · 67%' },
      { label: '方案', value: '5 单 · ¥1,400,000 · 60%' },
      { label: '报价', value: '4 单 · ¥1,540,000 · 50%' },
      { label: '成交', value: '2 单 · ¥550,000' },
    ],
  },
  buttons: [{ id: '为什么|x', label: '为什么' }],
};

/** A reminder that arrives by itself. */
export const visitReminder = (id: string): Reply => ({
  id,
  to: { adapter: 'web', room: 'direct:lin' },
  private: false,
  message: {
    text: '30 分钟后 · 腾云\n15:00 拜访王总\n上次:对80万报价有点犹豫',
    buttons: ['3天后', '暂停', '为什么'].map((label) => ({ id: `${label}|${id}`, label })),
  },
});
