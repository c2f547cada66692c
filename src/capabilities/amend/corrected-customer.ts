import { maySee } from '../../access/viewer.ts';
import { privately } from '../../access/viewer-for.ts';
import type { QuestionFields, RecentRecord } from '../../chat/capability.ts';
import { createAccount, shortName } from '../../crm/account/create-account.ts';
import type { ToldCustomer } from '../../crm/telling/write-telling.ts';
import type { AccountReference } from '../../understanding/understanding.ts';
import type { CrmTools, CrmTurn } from '../crm-turn.ts';
import { notYoursTexts } from '../not-yours.ts';
import { amendTexts } from './texts.ts';

/** The customer that a correction names: one of the writer's, or a firm new name. Null where it is none, which is said. */
export async function correctedCustomer(
  turn: CrmTurn,
  { id, mention }: AccountReference,
  { stores }: CrmTools,
): Promise<ToldCustomer> {
  const { speaker, draft, now } = turn;
  const viewer = privately(turn.viewer);
  const named = id === null ? await stores.accounts.named(mention) : await stores.accounts.byIds([id]);
  const mine = named.find(({ owner }) => maySee(viewer, owner));
  if (mine !== undefined) return { account: mine, says: shortName(mine), isNew: false };
  const { discloseOwners } = await stores.team.settings();
  const [other] = discloseOwners ? named : [];
  if (other !== undefined) {
    const owner = await stores.people.get(other.owner);
    turn.whisper({ text: notYoursTexts(speaker.locale).customer(owner?.name ?? '') });
    return null;
  }
  const hideFrom = discloseOwners ? null : speaker.id;
  const creation =
    id === null ? await createAccount(draft, { name: mention, owner: speaker.id }, { now, hideFrom }) : null;
  if (creation?.kind === 'created') return { account: creation.account, says: mention, isNew: true };
  turn.whisper({ text: amendTexts(speaker.locale).unknownCustomer });
  return null;
}

/** Asks which of several customers a correction means; nothing is changed until then. */
export function askWhichCustomer(
  turn: CrmTurn,
  { mention, candidates }: AccountReference,
  memo: { record: RecentRecord; words: string | null },
): void {
  const texts = amendTexts(turn.speaker.locale);
  const choice = (label: string, id: string): QuestionFields['choices'][number] => ({
    label,
    value: { change: { field: 'account', to: { mention: label, name: null, id, candidates: [] } } },
  });
  const near = candidates.slice(0, 3).map(({ accountId, accountName }) => choice(accountName, accountId));
  turn.ask({
    text: texts.whichNamed(mention),
    choices: [...near, { label: texts.later, value: {}, means: 'no' }],
    memo: memo as unknown as Record<string, unknown>,
  });
}
