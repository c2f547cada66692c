import { setTimeout as sleep } from 'node:timers/promises';
import { buttonKind } from '../ledger/button.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Logger } from '../ports/logger.ts';
import type { FormHandler, Reading } from './capability.ts';
import type { AskedNow, ChatHost, NowAnswers } from './chat-adapter.ts';
import { choiceForm } from './choose.ts';
import { conversationId, conversationKind, newConversation, questionKind } from './conversation.ts';
import type { DispatchParts } from './dispatch.ts';
import { errorFields } from './error-fields.ts';
import { type Form, type GivenFile, isDirect, type Message, type MessageDraft, roomFor } from './message.ts';
import { CHOOSE } from './pending-question.ts';
import { chatTexts } from './texts-chat.ts';

type AnswerNowParts<V> = Pick<
  DispatchParts<V>,
  'capabilities' | 'resolvePerson' | 'viewerFor' | 'houseLocale' | 'clock'
> & {
  ledger: Pick<Ledger, 'read'>;
  logger: Logger;
};

type Any = { [K in keyof NowAnswers]: AskedNow<K> }[keyof NowAnswers];

/** The second entry: what platforms want answered at once is read through the viewer, and commits nothing. */
export function createAnswerNow<V>(parts: AnswerNowParts<V>): ChatHost['answerNow'] {
  const { capabilities, ledger, logger } = parts;

  async function answer(asked: Any): Promise<NowAnswers[keyof NowAnswers]['answer'] | null> {
    const reading = await readingOf(asked);
    if (reading === null) return asked.kind === 'home' ? strangersHome() : null;
    switch (asked.kind) {
      case 'home':
        return home(reading);
      case 'preview':
        return preview(reading, asked.record);
      case 'file':
        return file(reading, asked.action);
      default:
        return ofForm(reading, asked);
    }
  }

  async function readingOf({ adapter, user, room: place }: Any): Promise<Reading<V> | null> {
    const speaker = await parts.resolvePerson(adapter, user);
    if (speaker === null) return null;
    const room = roomFor(place, speaker.id);
    const [viewer, record] = await Promise.all([
      parts.viewerFor(speaker, room, adapter),
      ledger.read(conversationKind, conversationId(room, speaker.id)),
    ]);
    const conversation = { ...newConversation(room, speaker.id), ...record };
    return { speaker, viewer, room, direct: isDirect(room), now: parts.clock.now(), conversation };
  }

  /** A button that this person may press now. */
  async function buttonFor({ speaker, now }: Reading<V>, action: string) {
    const button = await ledger.read(buttonKind, action);
    if (button === null || button.expires <= now) return null;
    return button.pressers !== null && !button.pressers.includes(speaker.id) ? null : button;
  }

  async function file(reading: Reading<V>, id: string): Promise<GivenFile | null> {
    const button = await buttonFor(reading, id);
    if (button === null) return null;
    const { action, args } = button;
    const owner = capabilities.find(({ files }) => files !== undefined && Object.hasOwn(files, action));
    return (await owner?.files?.[action]?.(reading, args)) ?? null;
  }

  async function ofForm(reading: Reading<V>, asked: Exclude<Extract<Any, { action: string }>, { kind: 'file' }>) {
    const button = await buttonFor(reading, asked.action);
    if (button === null) return null;
    if (button.action === CHOOSE) return asked.kind === 'form' ? questionForm(reading, button.args) : {};
    const form = formOf(button.action);
    if (form === undefined) return null;
    if (asked.kind === 'form') return form.open(reading, button.args);
    if (asked.kind === 'check') return form.check?.(reading, button.args, asked.values) ?? {};
    return (await form.options?.(reading, button.args, asked.typed)) ?? [];
  }

  async function questionForm({ speaker }: Reading<V>, args: Record<string, unknown>): Promise<Form | null> {
    const question = await ledger.read(questionKind, String(args.question));
    return question?.open ? choiceForm(question, speaker.locale) : null;
  }

  const formOf = (action: string): FormHandler<V> | undefined =>
    capabilities.find(({ forms }) => forms !== undefined && Object.hasOwn(forms, action))?.forms?.[action];

  /** Who has not joined sees how to, not an empty page. */
  const strangersHome = async (): Promise<Message[]> => [{ text: chatTexts(await parts.houseLocale()).strangerHome }];

  async function home(reading: Reading<V>): Promise<Message[]> {
    const sections: Message[] = [];
    for (const capability of capabilities) {
      const section = await capability.home?.(reading);
      if (section != null) sections.push(withoutButtons(section));
    }
    return sections;
  }

  async function preview(reading: Reading<V>, record: string): Promise<Message | null> {
    for (const capability of capabilities) {
      const shown = await capability.preview?.(reading, record);
      if (shown != null) return withoutButtons(shown);
    }
    return null;
  }

  return async <K extends keyof NowAnswers>(asked: AskedNow<K>, withinMs: number) => {
    const late = new AbortController();
    const answered = answer(asked as Any).catch((error: unknown) => {
      logger.warn({ ...errorFields(error), adapter: asked.adapter, kind: asked.kind }, 'no answer at once');
      return null;
    });
    const given = await Promise.race([answered, sleep(withinMs, null, { signal: late.signal }).catch(() => null)]);
    late.abort();
    return given as NowAnswers[K]['answer'] | null;
  };
}

/** A button needs a row that is committed, and nothing is committed here. */
const withoutButtons = ({ buttons: _, ...message }: MessageDraft): Message => message;
