import type { Viewer } from '../access/viewer.ts';
import { privately } from '../access/viewer-for.ts';
import type { MessageDraft } from '../chat/message.ts';
import { defineTexts } from '../chat/texts.ts';
import type { CrmTurn } from './crm-turn.ts';

const texts = defineTexts({
  zh: { cut: '只含群里人人可看的,其余已单独发你。', alone: '这里不便说,已单独发你。' },
  en: {
    cut: 'Only what all here may see; the rest went to you alone.',
    alone: 'Not for this group; sent to you alone.',
  },
});

/**
 * Answers a question under the viewer. In a group the answer is cut to what every member may know; where the asker may
 * know more, the group is told so and the asker gets the whole answer alone. `answer` returns null when, in that scope,
 * there is nothing to tell.
 */
export async function sayScoped(
  turn: CrmTurn,
  answer: (viewer: Viewer) => Promise<MessageDraft | null>,
  nothing: MessageDraft,
): Promise<void> {
  const own = await answer(privately(turn.viewer));
  if (turn.direct) {
    turn.reply(own ?? nothing);
    return;
  }
  const shared = await answer(turn.viewer);
  const words = texts(turn.speaker.locale);
  if (own === null || same(own, shared)) {
    turn.reply(own ?? nothing);
    return;
  }
  turn.reply(
    shared === null ? { text: words.alone } : { ...shared, text: `${shared.text}\n${words.cut}`, footer: words.cut },
  );
  turn.whisper(own);
}

const same = (left: MessageDraft, right: MessageDraft | null): boolean => right !== null && left.text === right.text;
