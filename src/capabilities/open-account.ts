import { privately } from '../access/viewer-for.ts';
import type { MessageDraft } from '../chat/message.ts';
import { accountCard } from '../crm/account/account-card.ts';
import { readAccountFile } from '../crm/account/account-file.ts';
import { type CrmTools, type CrmTurn, todayOf } from './crm-turn.ts';

/** The file behind a row of a list, with the asker's rights of this moment; null where it is not theirs to see any more. */
export async function openAccount(
  turn: CrmTurn,
  account: string,
  { stores }: Pick<CrmTools, 'stores'>,
): Promise<MessageDraft | null> {
  const { stages } = await stores.team.settings();
  const file = await readAccountFile(privately(turn.viewer), account, stores);
  return file === null ? null : accountCard(file, { locale: turn.speaker.locale, today: todayOf(turn), stages });
}
