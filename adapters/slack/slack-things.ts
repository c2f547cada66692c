import type { FileEvent } from './slack-heard.ts';
import type { SlackFile } from './slack-message.ts';

/** What was said in audio clips, where Slack has written it down in time. */
export const spokenIn = (files: readonly SlackFile[]): string[] =>
  files.flatMap(({ transcription: heard }) =>
    heard?.status === 'complete' && heard.preview !== undefined ? [heard.preview.content] : [],
  );

/** Files that are no words, each an event of its own. `identity`: of the message that they came with. */
export const thingsIn = (
  files: readonly SlackFile[],
  identity: string,
  common: Omit<FileEvent, 'kind' | 'key' | 'message'>,
): { event: FileEvent; file: SlackFile }[] =>
  files
    .filter((file) => spokenIn([file]).length === 0)
    .map((file) => {
      const message = `${identity}:${file.id}`;
      return { event: { ...common, kind: 'thing', key: message, message }, file };
    });
