/** What is open: named choices, or yes or no. */
export type OpenQuestion = { kind: 'choice'; options: { label: string; aliases?: string[] }[] } | { kind: 'yesNo' };

/** `option` counts from 0. */
export type Answer = { kind: 'option'; option: number } | { kind: 'yes' } | { kind: 'no' };

/** The answer that a text gives to an open question: only a number, a listed name or yes / no; else null. */
export function answers(_question: OpenQuestion, _text: string): Answer | null {
  return null;
}
