/** The name under which the rest of the bot knows this chat world. */
export const WECOM_HOOK = 'wecom-hook';

/** The room of a hook, by its configured name. */
export const hookRoom = (name: string): string => `hook:${name}`;
