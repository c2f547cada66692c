import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Form, FormField, FormOption } from '../../src/chat/message.ts';
import { clip } from './slack-text.ts';

/** Slack's limits for a form, in its own characters (docs.slack.dev: views, block elements). */
const LIMITS = { title: 24, label: 2_000, option: 75, options: 100, fields: 100, text: 3_000 } as const;

/** What a view remembers while it is open: the button that it belongs to, where that was, and what the fields held. */
const opened = z.object({
  action: z.string().min(1),
  channel: z.string().min(1),
  thread: z.string().optional(),
  was: z.record(z.string(), z.string()),
});
export type Opened = z.infer<typeof opened>;

/** Null for what is no memory of ours. */
export function readOpened(metadata: string): Opened | null {
  try {
    return opened.safeParse(JSON.parse(metadata)).data ?? null;
  } catch {
    return null;
  }
}

/** The view that shows a form; null where Slack would not take it, and typed words must do. */
export function formView(form: Form, button: Omit<Opened, 'was'>): types.ModalView | null {
  const was = Object.fromEntries(form.fields.map(({ id, value }) => [id, value]));
  const metadata = JSON.stringify({ ...button, was });
  const tooMany = form.fields.some(({ options = [] }) => options.length > LIMITS.options);
  if (form.fields.length > LIMITS.fields || metadata.length > LIMITS.text || tooMany) return null;
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(form.title, LIMITS.title),
    submit: plain(form.submit, LIMITS.title),
    private_metadata: metadata,
    blocks: form.fields.map((field) => ({
      type: 'input',
      block_id: field.id,
      optional: true,
      label: plain(field.label, LIMITS.label),
      element: elementOf(field),
    })),
  };
}

function elementOf({ kind, value, options = [], searched }: FormField): types.InputBlock['element'] {
  const action_id = 'value';
  if (kind === 'date') return { type: 'datepicker', action_id, ...(value === '' ? {} : { initial_date: value }) };
  if (kind === 'time') return { type: 'timepicker', action_id, ...(value === '' ? {} : { initial_time: value }) };
  if (kind === 'text')
    return { type: 'plain_text_input', action_id, max_length: LIMITS.text, initial_value: value.slice(0, LIMITS.text) };
  const shown = optionsOf(options);
  const chosen = shown.find((option) => option.value === value);
  const initial = chosen === undefined ? {} : { initial_option: chosen };
  if (searched) return { type: 'external_select', action_id, min_query_length: 0, ...initial };
  return { type: 'static_select', action_id, options: shown, ...initial };
}

export const optionsOf = (options: readonly FormOption[]): types.PlainTextOption[] =>
  options.slice(0, LIMITS.options).map(({ value, label }) => ({ text: plain(label, LIMITS.option), value }));

/** What was changed, by field: each block has one element, whose value is text, a day, a time or an option. */
export function changedValues(
  values: Record<string, Record<string, unknown>>,
  was: Record<string, string>,
): Record<string, string> {
  const changed: Record<string, string> = {};
  for (const [field, elements] of Object.entries(values)) {
    const value = heldBy(Object.values(elements)[0]);
    if (Object.hasOwn(was, field) && value !== was[field]) changed[field] = value;
  }
  return changed;
}

function heldBy(element: unknown): string {
  const read = elementState.safeParse(element).data;
  return read?.selected_option?.value ?? read?.selected_date ?? read?.selected_time ?? read?.value ?? '';
}

const elementState = z.object({
  value: z.string().max(LIMITS.text).nullish(),
  selected_date: z.string().nullish(),
  selected_time: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
});

const plain = (text: string, limit: number): types.PlainTextElement => ({
  type: 'plain_text',
  text: clip(text, limit) || '…',
  emoji: true,
});
