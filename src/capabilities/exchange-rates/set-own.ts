import { currencyText } from '../../chat/format.ts';
import { TEAM_ID, teamKind } from '../../crm/team/team.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';
import { mustSetRates, sayDone } from './set-rates.ts';
import { rateTexts } from './texts.ts';

/** Changes the company's own currency. Rates are into one currency: those set for the former one wait until it comes back. */
export async function setOwn(turn: CrmTurn, currency: string, { stores }: CrmTools): Promise<void> {
  await mustSetRates(turn);
  const { draft, speaker } = turn;
  const words = rateTexts(speaker.locale);
  const [record, { rates }] = await Promise.all([draft.read(teamKind, TEAM_ID), stores.team.settings()]);
  if (record === null) return;
  const [from, to] = [record.currency, currency].map((one) => currencyText(one, speaker.locale));
  if (record.currency === currency) return void turn.whisper({ text: words.ownSame(to ?? '') });
  draft.change(teamKind, record, { currency });
  sayDone(turn, [words.ownSet(from ?? '', to ?? ''), words.ownUsed, ...(rates.size > 0 ? [words.again] : [])]);
}
