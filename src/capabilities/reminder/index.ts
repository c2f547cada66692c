import { privately } from '../../access/viewer-for.ts';
import { dayText } from '../../chat/format.ts';
import { defineTexts } from '../../chat/texts.ts';
import { buttonKind } from '../../ledger/button.ts';
import { type CrmCapability, type CrmTools, type CrmTurn, todayOf } from '../crm-turn.ts';
import { completeSteps } from '../step-acts.ts';

const texts = defineTexts({
  zh: {
    until: (day: string) => `好,${day} 再提醒。`,
    nothing: '没有可推后的了。',
    paused: '已暂停,有新进展再提醒。',
    resumed: '恢复提醒。',
    noReason: '最近没有主动提醒过你。',
    unknown: '这条提醒已经过期。',
    notOffered: (label: string) => `上一条提醒里没有「${label}」。`,
    resume: '恢复',
    fewer: '少提醒',
  },
  en: {
    until: (day: string) => `All right, again on ${day}.`,
    nothing: 'Nothing left to put off.',
    paused: 'Paused until something happens.',
    resumed: 'Reminders are back on.',
    noReason: 'I have not nudged you lately.',
    unknown: 'That reminder has expired.',
    notOffered: (label: string) => `The last reminder has no "${label}".`,
    resume: 'Restore',
    fewer: 'Fewer',
  },
});

const WHY = /^\s*(?:为什么|为啥|为何|why)\s*(?:提醒我|这个|this)?\s*[??。.!!]*\s*$/iu;

/** Labels under reminders, typed: they press the one under the last reminder. */
const LABEL = /^(?:完成|明天再说|暂停|全部|done|tomorrow|pause|show all)(?=[。.!!]?$)/iu;
const DAY_MS = 86_400_000;

/** What one answers to a reminder: done, later, pause, and why it came; by its buttons or in their words. */
export const createReminder = (tools: CrmTools): CrmCapability => ({
  name: 'reminder',
  purpose: { zh: '为什么提醒我', en: 'Why a reminder came' },
  examples: { zh: ['为什么'], en: ['why?'] },
  command(text, _locale, { amending }) {
    if (WHY.test(text)) return {};
    const label = amending === null ? LABEL.exec(text.trim())?.[0] : undefined;
    return label === undefined ? null : { label };
  },
  async run(turn, _said, command) {
    const words = texts(turn.speaker.locale);
    const set = await tools.lastPush(turn.speaker.id);
    const { label } = command as { label?: string };
    if (set === null) turn.whisper({ text: words.noReason });
    else if (label === undefined) await explain(turn, set, tools);
    else if (!(await pressTyped(turn, set, label, this.actions, tools)))
      turn.whisper({ text: words.notOffered(label) });
  },
  actions: {
    'reminder.done': (turn, { task }) => completeSteps(turn, [String(task)]),
    'reminder.snooze': (turn, args) => putOff(turn, args, tools),
    'reminder.pause': (turn, args) => pause(turn, args, true, tools),
    'reminder.resume': (turn, args) => pause(turn, args, false, tools),
    'reminder.why': (turn, { set }) => explain(turn, String(set), tools),
    'list.all': async (turn, { set }) => {
      const lines = await tools.rules.listAll(String(set), asking(turn));
      turn.whisper({ text: lines?.join('\n') ?? texts(turn.speaker.locale).unknown });
    },
  },
});

/** Does what the button of this label under a reminder of the last day does; false where it has none. */
async function pressTyped(
  turn: CrmTurn,
  set: string,
  label: string,
  actions: CrmCapability['actions'],
  { ledger }: CrmTools,
): Promise<boolean> {
  const push = await ledger.findSet(set);
  if (push === null || turn.now.getTime() - push.at.getTime() > DAY_MS) return false;
  const buttons = push.messages.flatMap(({ message }) => message.buttons ?? []);
  const meant = buttons.find((button) => button.label.toLowerCase() === label.toLowerCase());
  const button = meant === undefined ? null : await turn.draft.read(buttonKind, meant.id);
  const act = button === null ? undefined : actions?.[button.action];
  if (button === null || act === undefined) return false;
  await act(turn, button.args, { id: button._id, set });
  return true;
}

const asking = (turn: CrmTurn) => ({
  viewer: turn.direct ? privately(turn.viewer) : turn.viewer,
  locale: turn.speaker.locale,
  zone: turn.speaker.zone,
  now: turn.now,
});

async function putOff(turn: CrmTurn, args: Record<string, unknown>, { rules }: CrmTools): Promise<void> {
  const words = texts(turn.speaker.locale);
  const { rule, subject, days } = args as { rule: string; subject: string; days: number };
  const asked = { rule, subject, days, recipient: turn.speaker.id };
  const until = await rules.snooze(turn.draft, asked, { zone: turn.speaker.zone, now: turn.now });
  const day = until === null ? null : dayText(until, turn.speaker.locale, todayOf(turn));
  turn.whisper({ text: day === null ? words.nothing : words.until(day) });
}

async function pause(
  turn: CrmTurn,
  args: Record<string, unknown>,
  paused: boolean,
  { rules }: CrmTools,
): Promise<void> {
  const words = texts(turn.speaker.locale);
  const { rule, subject } = args as { rule: string; subject: string };
  const asked = { rule, subject, recipient: turn.speaker.id, paused };
  const changed = await rules.pause(turn.draft, asked, { zone: turn.speaker.zone, now: turn.now });
  if (!changed) return void turn.whisper({ text: words.unknown });
  if (!paused) return void turn.whisper({ text: words.resumed });
  turn.whisper({
    text: words.paused,
    buttons: [{ label: words.resume, action: 'reminder.resume', args: { rule, subject } }],
  });
}

async function explain(turn: CrmTurn, set: string, { rules }: CrmTools): Promise<void> {
  const lines = await rules.explain(set, asking(turn));
  const words = texts(turn.speaker.locale);
  if (lines === null) return void turn.whisper({ text: words.unknown });
  turn.whisper({ text: lines.join('\n'), buttons: [{ label: words.fewer, action: 'my-reminders.fewer' }] });
}
