import { defineTexts, type Locale } from '../../chat/texts.ts';
import type { Intent } from '../../understanding/understanding.ts';
import type { CrmCapability } from '../crm-turn.ts';

type Unmade = Extract<Intent, 'report.forecast' | 'report.leaderboard'>;

const texts = defineTexts({
  zh: {
    'report.forecast': '预测还做不了;可以问「本季度漏斗」。',
    'report.leaderboard': '业绩排行还做不了;可以问「谁跟进最多」。',
  },
  en: {
    'report.forecast': "I can't forecast yet. Try “show the pipeline”.",
    'report.leaderboard': "I can't rank by sales yet. Try “who logged most”.",
  },
} satisfies Record<Locale, Record<Unmade, string>>);

/** What is understood but cannot be done yet: said plainly, rather than as if it had not been understood. */
export const createNotYet = (): CrmCapability => ({
  name: 'not-yet',
  purpose: { zh: '说明还做不了的事', en: 'Says what cannot be done yet' },
  examples: { zh: [], en: [] },
  intents: ['report.forecast', 'report.leaderboard'],
  async run(turn, { understanding }) {
    turn.whisper({ text: texts(turn.speaker.locale)[understanding.intent as Unmade] });
  },
});
