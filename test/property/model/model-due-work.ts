import { endReservation, expireLot } from './model-ledger.ts';
import { endReasons, hasDateReason } from './model-reward.ts';
import type { ModelState } from './model-state.ts';

/** What the clock makes due, oldest first, until nothing is. */
export function runDueWork(state: ModelState, now: Date): void {
  const isPast = (at: Date | null): boolean => at !== null && at <= now;
  const held = state.rewards.filter((reward) => reward.status === 'held' && hasDateReason(reward) && isPast(reward.heldUntil));
  const open = state.reservations.filter((reservation) => reservation.status === 'reserved' && isPast(reservation.expiresAt));
  const acts = [
    ...held.map((reward) => ({ dueAt: reward.heldUntil, run: () => endReasons(state, reward, 'date', now) })),
    ...open.map((reservation) => ({
      dueAt: reservation.expiresAt,
      run: () => endReservation(state, reservation, { status: 'expired', at: now }),
    })),
  ];
  for (const act of acts.sort((a, b) => (a.dueAt?.getTime() ?? 0) - (b.dueAt?.getTime() ?? 0))) act.run();
  for (const lot of state.lots) if (lot.remaining > 0n && isPast(lot.expiresAt)) expireLot(lot);
  for (const { coupon } of state.rewards) {
    if (coupon === null || coupon.status !== 'issued' || !isPast(coupon.validUntil)) continue;
    coupon.status = 'expired';
    if (coupon.reward.status === 'issued') coupon.reward.status = 'expired';
  }
  for (const referral of state.referrals.values()) {
    if (referral.status === 'ordered' && isPast(referral.qualifiesAt)) referral.status = 'qualified';
    if ((referral.status === 'started' || referral.status === 'joined') && isPast(referral.expiresAt)) referral.status = 'expired';
  }
}
