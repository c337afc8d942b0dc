/** Who declines which messages, signed by the business's own key: the link in a mail is all that is needed, and none can be made up. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type CustomerId, idFromUuid, type TenantId } from '../domain/ids.ts';
import { MEMBER_MAIL_KINDS, type MemberMailKind } from '../domain/messages/mail.ts';

export interface Declining {
  readonly tenantId: TenantId;
  readonly customerId: CustomerId;
  readonly kind: MemberMailKind;
}

const ID_BYTES = 16;
const MAC_BYTES = 16;
const SIGNED_BYTES = 2 * ID_BYTES + 1;

export function unsubscribeToken({ tenantId, customerId, kind }: Declining, hashKey: Buffer): string {
  const signed = Buffer.concat([bytesOf(tenantId), bytesOf(customerId), Buffer.from([MEMBER_MAIL_KINDS.indexOf(kind)])]);
  return Buffer.concat([signed, macOf(signed, hashKey)]).toString('base64url');
}

export function unsubscribeUrl(publicUrl: string, declining: Declining, hashKey: Buffer): string {
  return `${publicUrl}/mail/unsubscribe?t=${unsubscribeToken(declining, hashKey)}`;
}

/** Whose token it says it is: the key to check it by is that tenant's. Null when it is none. */
export function tenantOfToken(token: string): TenantId | null {
  const bytes = read(token);
  return bytes === null ? null : idFromUuid<TenantId>(uuidOf(bytes, 0));
}

/** What a token stands for; null unless this key signed it. */
export function readUnsubscribeToken(token: string, hashKey: Buffer): Declining | null {
  const bytes = read(token);
  if (bytes === null) return null;
  const signed = bytes.subarray(0, SIGNED_BYTES);
  if (!timingSafeEqual(bytes.subarray(SIGNED_BYTES), macOf(signed, hashKey))) return null;
  const kind = MEMBER_MAIL_KINDS[signed[2 * ID_BYTES] ?? -1];
  if (kind === undefined) return null;
  return { tenantId: idFromUuid<TenantId>(uuidOf(bytes, 0)), customerId: idFromUuid<CustomerId>(uuidOf(bytes, ID_BYTES)), kind };
}

const TOKEN = /^[A-Za-z0-9_-]{66}$/;

function read(token: string): Buffer | null {
  if (!TOKEN.test(token)) return null;
  const bytes = Buffer.from(token, 'base64url');
  return bytes.length === SIGNED_BYTES + MAC_BYTES ? bytes : null;
}

function macOf(signed: Buffer, hashKey: Buffer): Buffer {
  return createHmac('sha256', hashKey).update('unsubscribe\0').update(signed).digest().subarray(0, MAC_BYTES);
}

function bytesOf(uuid: string): Buffer {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex');
}

function uuidOf(bytes: Buffer, from: number): string {
  const hex = bytes.subarray(from, from + ID_BYTES).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
