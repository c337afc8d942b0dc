/** Ids as a member sees them: ours tell to the millisecond when a friend did something (contract.md 6.13), these tell nothing. */
import { createCipheriv, createDecipheriv, createHmac } from 'node:crypto';
import type { Caller } from '../contract/caller.ts';
import { type AnyId, idFromUuid, type WirePrefix, wireId } from '../domain/ids.ts';

/** One block without padding: a uuid is 16 bytes and never comes twice, so that equal blocks tell nothing. */
const CIPHER = 'aes-256-ecb';

/** The wire form of an id, the same each time for one business; nobody without its key finds the id behind it. */
export function hideId({ hashKey }: Pick<Caller, 'hashKey'>, prefix: WirePrefix, id: AnyId): string {
  const cipher = createCipheriv(CIPHER, keyOf(hashKey), null).setAutoPadding(false);
  return wireId(prefix, asUuid(Buffer.concat([cipher.update(bytesOf(id)), cipher.final()])));
}

/** The id behind a hidden one; for any other id one that nothing has. */
export function revealId<Id extends AnyId>({ hashKey }: Pick<Caller, 'hashKey'>, hidden: Id): Id {
  const cipher = createDecipheriv(CIPHER, keyOf(hashKey), null).setAutoPadding(false);
  return idFromUuid<Id>(asUuid(Buffer.concat([cipher.update(bytesOf(hidden)), cipher.final()])));
}

function keyOf(hashKey: Buffer): Buffer {
  return createHmac('sha256', hashKey).update('ids in the cabinet').digest();
}

function bytesOf(id: string): Buffer {
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function asUuid(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
