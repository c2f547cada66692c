import type { webApi } from '@slack/bolt';
import type { AskedNow, ChatHost, IncomingEvent, NowAnswers } from '../../src/chat/chat-adapter.ts';
import type { Place } from '../../src/chat/platform-posts.ts';
import type { SlackAnswer } from './slack-bolt.ts';
import { inTime, reachSlack } from './slack-errors.ts';
import { formView, optionsOf } from './slack-form.ts';
import type { Asker, PressEvent } from './slack-heard.ts';
import { SLACK, userIdOf } from './slack-ids.ts';
import { uploadTo } from './slack-upload.ts';

/** Slack waits three seconds for an answer, and what is read must still be sent within them. */
const READ_MS = 1_500;
const OPEN_MS = 1_200;
/** A file is given behind the acknowledgement. */
const FILE_MS = 20_000;

export interface NowParts {
  client: webApi.WebClient;
  host(): Pick<ChatHost, 'answerNow'> | null;
  failed(error: unknown): void;
}

/** What Slack wants at once: forms, options and what is wrong with a form. */
export function createNow({ client, host, failed }: NowParts) {
  async function ask<K extends keyof NowAnswers>(
    kind: K,
    { room, user }: Asker,
    asked: NowAnswers[K]['asked'],
    withinMs = READ_MS,
  ): Promise<NowAnswers[K]['answer'] | null> {
    const question = { adapter: SLACK, room, user, kind, ...asked } as AskedNow<K>;
    return (await host()?.answerNow(question, withinMs)) ?? null;
  }

  return {
    ask,

    /** Opens the form behind a button; false where there is none, or Slack does not show it: then the press goes on. */
    async opened(event: PressEvent, place: Place, trigger: string): Promise<boolean> {
      const form = await ask('form', event, { action: event.action });
      const view = form === null ? null : formView(form, { action: event.action, ...place });
      if (view === null) return false;
      try {
        await inTime(
          reachSlack(() => client.views.open({ trigger_id: trigger, view })),
          OPEN_MS,
        );
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },

    /** Gives the presser the file behind a button, to them alone; false where there is none, or Slack does not take it. */
    async gave(event: PressEvent): Promise<boolean> {
      const file = await ask('file', event, { action: event.action }, FILE_MS);
      const user = userIdOf(event.user);
      if (file === null || user === null) return false;
      try {
        await uploadTo(client, user, file);
        return true;
      } catch (error) {
        failed(error);
        return false;
      }
    },

    async options(asked: Asker & NowAnswers['options']['asked']): Promise<SlackAnswer> {
      const { action, field, typed } = asked;
      return { options: optionsOf((await ask('options', asked, { action, field, typed })) ?? []) };
    },

    /** What is wrong with a form, as Slack shows it beside the fields; null when it can be taken. */
    async faults(event: IncomingEvent & { kind: 'submit' }): Promise<SlackAnswer | null> {
      const errors = await ask('check', event, { action: event.action, values: event.values });
      if (errors === null || Object.keys(errors).length === 0) return null;
      return { response_action: 'errors', errors };
    },
  };
}
