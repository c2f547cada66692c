import type { ButtonDraft } from '../chat/message.ts';
import type { ButtonFields, Cause } from './change-set.ts';
import type { RecordKind } from './ledger.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** How long a button can be pressed; later it says what holds now. */
const BUTTON_LIFE_MS = 30 * DAY_MS;

/** What a press does. The ledger writes these itself, for the buttons of the messages that a draft sends. */
export const buttonKind: RecordKind<ButtonFields> = {
  kind: 'button',
  collection: 'buttons',
  bookkeeping: true,
  personal: { args: {} },
};

export function buttonFields(
  button: ButtonDraft,
  context: { cause: Cause; pressers: string[] | null; now: Date },
): ButtonFields {
  return {
    action: button.action,
    args: button.args ?? {},
    pressers: context.pressers,
    expires: new Date(context.now.getTime() + BUTTON_LIFE_MS),
    set: context.cause.id,
  };
}
