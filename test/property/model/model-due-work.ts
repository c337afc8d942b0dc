/** What the clock makes due in the model, oldest first, until nothing is. */
import { endReservation, expireLot } from './model-ledger.ts';
import { keepEarlierRefunds } from './model-order.ts';
import { expireDue, lapse } from './model-perk-acts.ts';
import { survivorOf } from './model-persons.ts';
import { endReasons, hasDateReason } from './model-reward.ts';
import { grantQualified } from './model-rules.ts';
import { findUnchecked, readAll, settle } from './model-settle.ts';
import { type ModelReferral, type ModelState, placeOf } from './model-state.ts';

interface Act {
  readonly kind: string;
  readonly dueAt: Date;
  readonly run: () => void;
}

/** `checks` = when the product means to look at each member again; that it never looks too late is found out here. */
export function runDueWork(state: ModelState, now: Date, checks: ReadonlyMap<string, Date>): void {
  state.now = now;
  state.eventAt = now;
  // What was looked at is looked at once: whoever is due for it later is looked at by what happens then.
  let isChecked = false;
  for (let acts = dueActs(state, now, checks); acts.length > 0; acts = dueActs(state, now, isChecked ? new Map() : checks)) {
    isChecked = true;
    for (const act of acts) {
      const before = readAll(state);
      act.run();
      settle(state, before);
    }
  }
  const unchecked = findUnchecked(state);
  if (unchecked !== null) throw new Error(`the tier of ${unchecked} was to be looked at by now`);
}

function dueActs(state: ModelState, now: Date, checks: ReadonlyMap<string, Date>): readonly Act[] {
  const acts: Act[] = [];
  const add = (kind: string, dueAt: Date | null, run: () => void): void => {
    if (dueAt !== null && dueAt <= now) acts.push({ kind, dueAt, run });
  };
  for (const access of state.accesses) {
    if (access.status === 'reserved') add('choice', access.chooseUntil, () => lapse(state, access, now));
    if (access.status === 'active') add('access', access.validUntil, () => expireDue(access, now));
  }
  for (const reward of state.rewards) {
    if (reward.status === 'held' && hasDateReason(reward))
      add('hold', reward.heldUntil, () => {
        if (reward.status === 'held') endReasons(state, reward, 'date', now);
      });
    const { coupon } = reward;
    if (coupon?.status === 'issued')
      add('coupon', coupon.validUntil, () => {
        if (coupon.status !== 'issued') return;
        coupon.status = 'expired';
        if (reward.status === 'issued') reward.status = 'expired';
      });
  }
  for (const lot of state.lots) if (lot.remaining > 0n) add('lot', lot.expiresAt, () => expireLot(lot));
  for (const one of state.reservations)
    if (one.status === 'reserved') add('reservation', one.expiresAt, () => endReservation(state, one, { status: 'expired', at: now }));
  for (const [place, referral] of state.referrals) addReferral(state, { place, referral, now }, add);
  for (const [place, dueAt] of checks) add('tier', dueAt, () => state.touched.add(Number(place.split('/')[1])));
  return acts.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
}

function addReferral(
  state: ModelState,
  { place, referral, now }: { readonly place: string; readonly referral: ModelReferral; readonly now: Date },
  add: (kind: string, dueAt: Date | null, run: () => void) => void,
): void {
  const [program = 0, customer = 0] = place.split('/').map(Number);
  // Told anew, it may be another record by then.
  const its = (): ModelReferral | undefined => state.referrals.get(placeOf(program, customer));
  if (referral.status === 'ordered')
    add('referralQualified', referral.qualifiesAt, () => qualify(state, { program, customer, now }, its()));
  if (referral.status === 'started' || referral.status === 'joined')
    add('referralExpired', referral.expiresAt, () => {
      const open = its();
      if (open !== undefined && (open.status === 'started' || open.status === 'joined')) open.status = 'expired';
    });
}

function qualify(
  state: ModelState,
  { program, customer, now }: { readonly program: number; readonly customer: number; readonly now: Date },
  referral: ModelReferral | undefined,
): void {
  if (referral === undefined || referral.status !== 'ordered' || referral.qualifiesAt === null || referral.qualifiesAt > now) return;
  referral.status = 'qualified';
  referral.qualifiedAt = now;
  referral.qualifiesAt = null;
  const given = state.rewards.length;
  grantQualified(state, program, {
    customer: survivorOf(state, customer),
    friend: customer,
    naturalKey: `event:job:${state.made}`,
    at: now,
    eventAt: now,
  });
  const order = referral.qualifyingOrderId === null ? undefined : state.orders.get(referral.qualifyingOrderId);
  if (order !== undefined && state.rewards.length > given) keepEarlierRefunds(state, order, now);
}
