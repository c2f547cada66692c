/** The name under which the rest of the bot knows this chat world. */
export const WECOM_APP = 'wecom-app';

/** A member's identity: user ids are unique within a company alone, and whatever their case the same. */
export const userIdentity = (corp: string, user: string): string => `${corp}:${user.toLowerCase()}`;

/** The user id within an identity of this company; null for what is none. */
export function userIdOf(corp: string, identity: string): string | null {
  const user = identity.startsWith(`${corp}:`) ? identity.slice(corp.length + 1) : '';
  return isUserId(user) ? user : null;
}

/** The user id within an identity that came from WeCom itself. */
export const userOfIdentity = (identity: string): string => identity.slice(identity.indexOf(':') + 1);

/** WeCom: 1 to 64 of these signs. What else came would be several receivers (`|`) or all of them (`@all`). */
export const isUserId = (user: string): boolean => /^[A-Za-z0-9][\w.@-]{0,63}$/.test(user);

/** The room of a group that the app made. */
export const groupRoom = (chat: string): string => `wecom-group:${chat}`;

/** The group's id within its room; null for what is no such room. */
export const groupOf = (room: string): string | null => /^wecom-group:([0-9A-Za-z]{1,32})$/.exec(room)?.[1] ?? null;
