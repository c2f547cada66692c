import { NUMBER_WORDS } from '../../calendar/number-words.ts';
import { normalise } from '../text/normal-text.ts';

/** What is open: named choices, or yes or no. */
export type OpenQuestion = { kind: 'choice'; options: { label: string; aliases?: string[] }[] } | { kind: 'yesNo' };

/** `option` counts from 0. */
export type Answer = { kind: 'option'; option: number } | { kind: 'yes' } | { kind: 'no' };

const NUMBER =
  /^(?:是|就|选|it's |the |no\.? ?|option |number |#|\()*第?\s*(\d{1,2}|[一二三四五六七八九两]|one|two|three|four|first|1st|second|2nd|third|3rd|fourth|4th|[前后]者|former|latter)(?:\s|个|号|位|家|项|条|那个|那家|的|吧|one|please|pls|thanks|谢谢|\)|\.|、|,)*$/i;
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
  former: 1,
  latter: 2,
  前者: 1,
  后者: 2,
};
/** 是罗启铭那个, the Sable one please: what stands around a listed name. */
const AROUND_NAME =
  /^(?:就?是|选|应该是|it's |it is |the )|(?:那个|那家|那位|的那个|的|吧| one| please| pls| thanks|,? ?谢谢)+$/gi;
const YES =
  /^(?:是|是的|是啊|对|对的|对啊|嗯|嗯嗯|好|好的|行|可以|要|确认|没错|yes|y|yeah|yep|yup|sure|ok|okay|right|correct|confirm|是农历)$/i;
const NO = /^(?:不|不是|不对|不是的|否|不要|不用|没有|别|算了|no|n|nope|nah|not|cancel)$/i;

/** The answer that a text gives to an open question: only a number, a listed name or yes / no; else null. */
export function answers(question: OpenQuestion, text: string): Answer | null {
  const said = plain(text);
  if (said === '' || said.length > 60) return null;
  if (question.kind === 'yesNo') return YES.test(said) ? { kind: 'yes' } : NO.test(said) ? { kind: 'no' } : null;
  const named = said.replace(AROUND_NAME, '');
  return byNumber(question.options.length, said) ?? byName(question.options, said) ?? byName(question.options, named);
}

function byNumber(count: number, said: string): Answer | null {
  const word = NUMBER.exec(said)?.[1]?.toLowerCase();
  if (word === undefined) return null;
  const number = NUMBER_WORDS[word] ?? ORDINALS[word] ?? Number(word);
  return number >= 1 && number <= count ? { kind: 'option', option: number - 1 } : null;
}

/** A listed name in full; a part of one when it fits that one alone. */
function byName(options: readonly { label: string; aliases?: string[] }[], said: string): Answer | null {
  if (said === '') return null;
  const names = options.map(({ label, aliases }) => [label, ...(aliases ?? [])].map(plain));
  const exact = names.flatMap((all, option) => (all.includes(said) ? [option] : []));
  const part =
    said.length >= 2
      ? names.flatMap((all, option) =>
          all.some((name) => name.split(' ').includes(said) || name.includes(said)) ? [option] : [],
        )
      : [];
  const fits = exact.length > 0 ? exact : part;
  return fits.length === 1 && fits[0] !== undefined ? { kind: 'option', option: fits[0] } : null;
}

function plain(words: string): string {
  return normalise(words)
    .text.toLowerCase()
    .replace(/[.。!！,，?？~\s]+$/u, '')
    .trim();
}
