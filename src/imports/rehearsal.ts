import { createHash } from 'node:crypto';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Submission, SubmissionResult } from '../intake/submission.ts';
import { bodyHashOf } from '../intake/submission-hash.ts';
import { findKnownOrders, findStoredBodies, getHashKey } from './import-run.store.ts';

type Answered = Extract<SubmissionResult, { kind: 'answered' }>;
const CONFLICT: SubmissionResult = { kind: 'refused', problem: { code: 'event_conflict', field: null, missing: null } };

/**
 * Answers for a dry run what the road would answer, as far as it follows from ids: what is stored already, or stands in the file twice, is
 * known, and is a conflict where it says something else. Nothing is decided.
 */
export class Rehearsal {
  readonly #db: Db;
  readonly #tenantId: TenantId;
  /** What the file has said so far, in 48 bits each: files may have millions of rows. */
  readonly #said = new Map<number, number>();
  #sequence = 0n;

  constructor(db: Db, tenantId: TenantId) {
    this.#db = db;
    this.#tenantId = tenantId;
  }

  async answer(submissions: readonly Submission[]): Promise<readonly SubmissionResult[]> {
    const hashKey = await getHashKey(this.#db, this.#tenantId);
    const stored = await findStoredBodies(
      this.#db,
      this.#tenantId,
      submissions.map(({ eventId }) => eventId),
    );
    const orderIds = submissions.flatMap(({ body }) => (body.type === 'order.imported' ? body.orderId : []));
    const orders = await findKnownOrders(this.#db, this.#tenantId, orderIds);
    return submissions.map((submission) => {
      const { eventId, body } = submission;
      const hash = bodyHashOf(hashKey, submission);
      const key = shortOf(createHash('sha256').update(eventId).digest());
      const known = stored.get(eventId);
      const said = this.#said.get(key);
      if (known !== undefined ? known !== hash.toString('hex') : said !== undefined && said !== shortOf(hash)) return CONFLICT;
      this.#said.set(key, shortOf(hash));
      const isKnown = known !== undefined || said !== undefined || (body.type === 'order.imported' && orders.has(body.orderId));
      return isKnown ? answered(null) : this.#next();
    });
  }

  #next(): Answered {
    this.#sequence += 1n;
    return answered(this.#sequence);
  }
}

function answered(sequence: bigint | null): Answered {
  return { kind: 'answered', answer: '', sequence, produced: {} };
}

function shortOf(hash: Buffer): number {
  return hash.readUIntBE(0, 6);
}
