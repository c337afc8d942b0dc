/** The same claim filed again, by a second tap or because the answer was lost, is the first one: its id follows from what is claimed. */
import { createHmac } from 'node:crypto';
import type { Caller } from '../contract/caller.ts';
import type { CustomerId } from '../domain/ids.ts';

export interface Claimed {
  readonly friend: string;
  readonly note: string | null;
}

export function isSameClaim(one: Claimed, other: Claimed): boolean {
  return folded(one) === folded(other);
}

/** A uuid of version 8 (RFC 9562). `before` counts the member's answered claims of the same words: what was answered may be claimed anew. */
export function claimIdOf(
  { hashKey }: Pick<Caller, 'hashKey'>,
  { customerId, claimed, before }: { readonly customerId: CustomerId; readonly claimed: Claimed; readonly before: number },
): string {
  const hash = createHmac('sha256', hashKey)
    .update(`friend claim ${customerId} ${before} ${folded(claimed)}`)
    .digest('hex');
  return hash.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-a$4-$5');
}

function folded({ friend, note }: Claimed): string {
  return JSON.stringify([friend, note ?? ''].map((text) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim()));
}
