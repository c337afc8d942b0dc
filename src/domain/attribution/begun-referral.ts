import type { Referral } from '../facts/entities.ts';

type Beginning = Pick<Referral, 'id' | 'programId' | 'friendId' | 'referrerId' | 'status' | 'by' | 'startedAt'>;

/** A referral as it begins, or begins anew: nothing has come of it yet (contract.md 1). */
export function begunReferral(beginning: Beginning): Referral {
  return {
    ...beginning,
    orderId: null,
    firstOrder: null,
    qualifyingOrderId: null,
    ruleId: null,
    reason: null,
    countedAt: null,
    qualifiedAt: null,
    review: null,
    counts: [],
    qualifiesAt: null,
    expiresAt: null,
    hold: null,
  };
}
