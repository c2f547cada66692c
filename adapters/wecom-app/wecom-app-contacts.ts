import { z } from 'zod';
import { userIdentity } from './wecom-app-ids.ts';
import type { Fields } from './wecom-app-xml.ts';

/** What became of a member's contact outside the company (客户联系), in no platform's words. */
export interface ContactChange {
  /** The same on every delivery. */
  key: string;
  change: 'added' | 'changed' | 'removed' | 'leftByContact' | 'handoverFailed';
  /** The member's identity. */
  member: string;
  /** The contact's id at the platform. */
  contact: string;
  at: Date;
  /** Who they are, as WeCom says; null where it does not. */
  outsider?: { name: string; company: string | null } | null;
  /** Added: which of the company's invitations brought them. */
  invitation?: string;
  /** Removed: a colleague has taken them over. */
  handedOver?: boolean;
  /** Handover failed: why. */
  reason?: 'refused' | 'full' | 'other';
}

const CHANGES: Record<string, ContactChange['change']> = {
  add_external_contact: 'added',
  add_half_external_contact: 'added',
  edit_external_contact: 'changed',
  del_external_contact: 'removed',
  del_follow_user: 'leftByContact',
  transfer_fail: 'handoverFailed',
};
const REASONS: Record<string, NonNullable<ContactChange['reason']>> = {
  customer_refused: 'refused',
  customer_limit_exceed: 'full',
};

const change = z.object({
  ChangeType: z.string(),
  UserID: z.string().min(1).max(64),
  ExternalUserID: z.string().min(1).max(128),
  CreateTime: z.string().regex(/^\d{1,12}$/),
  State: z.string().max(120).optional(),
  Source: z.string().max(60).optional(),
  FailReason: z.string().max(60).optional(),
});

/** Reads an event `change_external_contact`; null for kinds that say nothing about a contact. */
export function decodeContactChange(fields: Fields, corp: string): ContactChange | null {
  const read = change.safeParse(fields);
  if (!read.success) return null;
  const { ChangeType, UserID, ExternalUserID, CreateTime, State, Source, FailReason } = read.data;
  const kind = Object.hasOwn(CHANGES, ChangeType) ? CHANGES[ChangeType] : undefined;
  if (kind === undefined) return null;
  return {
    key: ['wecom-app-contact', corp, ChangeType, UserID, ExternalUserID, CreateTime].join(':'),
    change: kind,
    member: userIdentity(corp, UserID),
    contact: ExternalUserID,
    at: new Date(Number(CreateTime) * 1000),
    ...(kind === 'added' && State ? { invitation: State } : {}),
    ...(kind === 'removed' ? { handedOver: Source === 'DELETE_BY_TRANSFER' } : {}),
    ...(kind === 'handoverFailed' ? { reason: REASONS[FailReason ?? ''] ?? 'other' } : {}),
  };
}
