import { defineTexts } from '../chat/texts.ts';
import type { CrmTurn } from './crm-turn.ts';
import type { Named, Whose } from './whose.ts';

const texts = defineTexts({
  zh: {
    noTeam: (name: string) => `没有叫「${name}」的团队。`,
    which: (name: string) => `哪位${name}?`,
  },
  en: {
    noTeam: (name: string) => `No team called "${name}".`,
    which: (name: string) => `Which ${name}?`,
  },
});

/**
 * Goes on with whose records are asked for, null where nobody was named. Says it where there is no such team, and asks
 * where a name fits several; `choice`: what the answer for one of them brings back.
 */
export async function settleWhose(
  turn: CrmTurn,
  named: Named,
  choice: (whose: Whose) => Record<string, unknown>,
  goOn: (whose: Whose | null) => Promise<void>,
): Promise<void> {
  const { noTeam, which } = texts(turn.speaker.locale);
  switch (named.kind) {
    case 'noTeam':
      return void turn.whisper({ text: noTeam(named.name) });
    case 'several':
      return turn.ask({
        text: which(named.name),
        choices: named.of.map((whose) => ({ label: whose.name, value: choice(whose) })),
      });
    case 'nobody':
      return goOn(null);
    case 'whose':
      return goOn(named.whose);
  }
}
