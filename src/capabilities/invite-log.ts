import { defineTexts } from '../chat/texts.ts';
import { clip } from '../chat/width.ts';
import type { CrmTurn } from './crm-turn.ts';

const texts = defineTexts({
  zh: { whatHappened: (name: string) => `${name}怎么样?说一句就记。` },
  en: { whatHappened: (name: string) => `${name}: how was it? Say it and I log it.` },
});

/** Columns of a name in a question of two rows. */
const NAME_WIDTH = 28;

/** 记一笔 / Log it: from here on the next free words without another customer's name are a note on this customer. */
export function inviteLog(turn: CrmTurn, account: string, name: string): void {
  const memo = { account, set: turn.draft.setId };
  turn.remember({ prompt: { capability: 'log-interaction', at: turn.now, account, memo } });
  turn.whisper({ text: texts(turn.speaker.locale).whatHappened(clip(name, NAME_WIDTH)) });
}
