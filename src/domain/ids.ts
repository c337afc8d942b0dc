import { assert } from './result.ts';

export type TenantId = string & { readonly __brand: 'TenantId' };
export type CustomerId = string & { readonly __brand: 'CustomerId' };
export type ProgramId = string & { readonly __brand: 'ProgramId' };
export type VersionId = string & { readonly __brand: 'VersionId' };
export type RewardId = string & { readonly __brand: 'RewardId' };
export type CouponId = string & { readonly __brand: 'CouponId' };
export type ReservationId = string & { readonly __brand: 'ReservationId' };
export type LotId = string & { readonly __brand: 'LotId' };
export type ReferralId = string & { readonly __brand: 'ReferralId' };
export type CodeId = string & { readonly __brand: 'CodeId' };
export type ClickId = string & { readonly __brand: 'ClickId' };
export type PayoutId = string & { readonly __brand: 'PayoutId' };
export type MembershipId = string & { readonly __brand: 'MembershipId' };
export type AccessGrantId = string & { readonly __brand: 'AccessGrantId' };
export type MessageId = string & { readonly __brand: 'MessageId' };
export type WebhookId = string & { readonly __brand: 'WebhookId' };
export type ConnectorId = string & { readonly __brand: 'ConnectorId' };
export type PayloadId = string & { readonly __brand: 'PayloadId' };
export type UploadId = string & { readonly __brand: 'UploadId' };

/** The wire prefix of each id and the branded type behind it. */
export interface IdByPrefix {
  readonly cus: CustomerId;
  readonly prg: ProgramId;
  readonly prv: VersionId;
  readonly rwd: RewardId;
  readonly cpn: CouponId;
  readonly rsv: ReservationId;
  readonly lot: LotId;
  readonly ref: ReferralId;
  readonly cod: CodeId;
  readonly clk: ClickId;
  readonly mem: MembershipId;
  readonly acc: AccessGrantId;
  readonly msg: MessageId;
  readonly whk: WebhookId;
  readonly hok: ConnectorId;
  readonly pld: PayloadId;
  readonly upl: UploadId;
  readonly pyo: PayoutId;
  readonly ten: TenantId;
}

export type WirePrefix = keyof IdByPrefix;
export type AnyId = IdByPrefix[WirePrefix];

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const HEX_32 = /^[0-9a-f]{32}$/;

export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** The brand constructor: gives a canonical lower-case uuid its id type, and throws on any other text. */
export function idFromUuid<Id extends AnyId>(uuid: string): Id {
  assert(UUID.test(uuid), `not a canonical uuid: ${uuid}`);
  // Brand constructor: the shape was checked on the line above, the kind is the caller's word.
  return uuid as Id;
}

/** `cus_` + 32 hex digits: the only form in which ids leave the program. */
export function wireId(prefix: WirePrefix, id: string): string {
  return `${prefix}_${id.slice(0, 8)}${id.slice(9, 13)}${id.slice(14, 18)}${id.slice(19, 23)}${id.slice(24)}`;
}

/** The uuid behind a wire id, or null unless the text is exactly this prefix and 32 lower-case hex digits. */
export function parseWireId<P extends WirePrefix>(prefix: P, text: string): IdByPrefix[P] | null {
  if (text.length !== 36 || !text.startsWith(prefix) || text.charAt(3) !== '_') return null;
  const hex = text.slice(4);
  if (!HEX_32.test(hex)) return null;
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  // Brand constructor: the prefix says the kind, and the shape was checked above.
  return uuid as IdByPrefix[P];
}

const MAX_UNIX_MS = 2 ** 48 - 1;
const MAX_SEQUENCE = 2n ** 40n - 1n;
const MAX_ORDINAL = 16_383;
const LOW_SEQUENCE_SPAN = 2 ** 28;

/**
 * The id of the `ordinal`th thing made by the decision on event `sequence`, so that replay makes the same ids
 * (contract section 6.2). RFC 9562 uuid v7 layout: 48 bits of milliseconds, then 40 bits of sequence, 14 of
 * ordinal and 20 folded from the tenant. Ids of one tenant are distinct and, within a millisecond, sort by
 * sequence and ordinal. Two tenants may meet: stored ids are unique together with the tenant id only.
 */
export function deriveId(source: { tenantId: string; sequence: bigint; ordinal: number; storedAt: Date }): string {
  return idFrom(deriveIdRoot(source), source.ordinal);
}

/** What all ids of one decision share. */
export interface IdRoot {
  /** The first two groups and the third, with a hyphen behind. */
  readonly head: string;
  /** The fourth group and the first four digits of the fifth, for ordinals below 4,096. */
  readonly upper: number;
  readonly tenantBits: number;
}

/** For a decision that makes several ids (`idFrom`). Throws for a time or a sequence the layout cannot hold. */
export function deriveIdRoot({ tenantId, sequence, storedAt }: { tenantId: string; sequence: bigint; storedAt: Date }): IdRoot {
  const unixMs = storedAt.getTime();
  assert(unixMs >= 0 && unixMs <= MAX_UNIX_MS, `stored time outside the uuid v7 range: ${unixMs}`);
  assert(sequence >= 0n && sequence <= MAX_SEQUENCE, `sequence outside 40 bits: ${sequence}`);
  const exactSequence = Number(sequence);
  const highSequence = Math.floor(exactSequence / LOW_SEQUENCE_SPAN);
  const lowSequence = exactSequence % LOW_SEQUENCE_SPAN;
  const time = hex(unixMs, 12);
  return {
    head: `${time.slice(0, 8)}-${time.slice(8)}-${hex(0x7000 + highSequence, 4)}-`,
    upper: 0x8000_0000 + lowSequence * 4,
    tenantBits: tenantBits(tenantId),
  };
}

/** The id of the `ordinal`th thing, 0 to 16,383. */
export function idFrom(root: IdRoot, ordinal: number): string {
  assert(Number.isInteger(ordinal) && ordinal >= 0 && ordinal <= MAX_ORDINAL, `ordinal outside 14 bits: ${ordinal}`);
  const upper = hex(root.upper + Math.floor(ordinal / 4096), 8);
  const lower = hex((ordinal % 4096) * 0x10_0000 + root.tenantBits, 8);
  return `${root.head}${upper.slice(0, 4)}-${upper.slice(4)}${lower}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** All 128 bits of the tenant id folded to 20 by exclusive or of five-digit groups. */
function tenantBits(tenantId: string): number {
  let folded = 0;
  let digits = 0;
  for (let at = 0; at < tenantId.length; at += 1) {
    const digit = hexDigit(tenantId.charCodeAt(at));
    if (digit < 0) continue;
    folded ^= digit << ((digits % 5) * 4);
    digits += 1;
  }
  assert(digits === 32 && tenantId.length === 36, `not a canonical uuid: ${tenantId}`);
  return folded;
}

function hexDigit(charCode: number): number {
  if (charCode >= 48 && charCode <= 57) return charCode - 48;
  if (charCode >= 97 && charCode <= 102) return charCode - 87;
  return -1;
}
