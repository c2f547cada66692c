import { createHmac, timingSafeEqual } from 'node:crypto';

/** A stamp may lie this far from our clock, either way. */
const SKEW_SECONDS = 300;

/**
 * Whether Slack signed this request just now: `v0=` + hex HMAC-SHA256(secret, `v0:{stamp}:{body}`), compared in constant
 * time (Slack: "Verifying requests from Slack"). Stamps of the future are refused as old ones are.
 */
export function isSigned(
  secret: string,
  { stamp, signature, body }: { stamp: unknown; signature: unknown; body: Buffer },
  now: Date,
): boolean {
  if (typeof stamp !== 'string' || typeof signature !== 'string' || !/^\d{1,12}$/.test(stamp)) return false;
  if (Math.abs(now.getTime() / 1000 - Number(stamp)) > SKEW_SECONDS) return false;
  const wanted = Buffer.from(`v0=${createHmac('sha256', secret).update(`v0:${stamp}:`).update(body).digest('hex')}`);
  const given = Buffer.from(signature);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
