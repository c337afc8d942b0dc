/** Who brought whom in the model, and how referrals move: contract.md 1, 6.6, 6.8, 6.12, 6.14. */

import { addCalendarDays } from '../../../src/domain/time/calendar.ts';
import { tierThen } from './model-ladder.ts';
import { survivorOf } from './model-persons.ts';
import type { ModelTouch } from './model-records.ts';
import { holdEnd } from './model-reward.ts';
import {
  isPausedAt,
  isSamePerson,
  type ModelAttribution,
  type ModelOrder,
  type ModelProgram,
  type ModelReferral,
  type ModelState,
  placeOf,
  type Refusal,
  versionAt,
} from './model-state.ts';

const STRENGTH = { staff: 3, code: 2, lead: 1 } as const;
export const NOBODY: ModelAttribution = {
  referrer: null,
  isNamed: false,
  touchAt: null,
  version: null,
  refusal: 'no-referrer',
  isByStaff: false,
  revision: 0,
  tier: null,
  wasNew: null,
};

export function addTouch(state: ModelState, customer: number, touch: ModelTouch): void {
  state.touches.set(customer, [...(state.touches.get(customer) ?? []), touch]);
}

/** The locked attribution, else what the touches up to now say; of oneself, learned since the lock, it counts no more. */
export function attributionOf(state: ModelState, program: number, customer: number, at: Date): ModelAttribution {
  const locked = state.attributions.get(placeOf(program, customer));
  if (locked === undefined) return weigh(state, program, customer, at);
  const isOwn = locked.referrer !== null && isSamePerson(state, locked.referrer, customer);
  return isOwn ? { ...locked, referrer: null, refusal: 'self-referral' } : locked;
}

export function lock(state: ModelState, program: number, customer: number, at: Date): ModelAttribution {
  const isNew = !state.attributions.has(placeOf(program, customer));
  const attribution = attributionOf(state, program, customer, at);
  state.attributions.set(placeOf(program, customer), attribution);
  const referral = state.referrals.get(placeOf(program, customer));
  // Awaited for good from here on, though it was told after the window's end.
  if (
    isNew &&
    referral !== undefined &&
    referral.expiresAt !== null &&
    attribution.refusal === null &&
    referral.referrer === attribution.referrer
  ) {
    referral.expiresAt = null;
    if (referral.status === 'expired') referral.status = state.signUps.has(customer) ? 'joined' : 'started';
  }
  return attribution;
}

function weigh(state: ModelState, index: number, customer: number, at: Date): ModelAttribution {
  const program = state.programs[index];
  const document = program === undefined ? undefined : versionAt(program, at)?.document;
  if (program === undefined || document === undefined) return NOBODY;
  const { windowDays } = document.attribution;
  const [winner] = (state.touches.get(customer) ?? [])
    .map((touch) => ({ ...touch, referrer: touch.referrer === null ? null : survivorOf(state, touch.referrer) }))
    .filter((touch) => touch.referrer !== null && touch.at <= at && versionAt(program, touch.at) !== null && !isPausedAt(program, touch.at))
    .filter((touch) => touch.by === 'staff' || at < addCalendarDays(touch.at, windowDays, document.timeZone))
    .sort((a, b) => STRENGTH[b.by] - STRENGTH[a.by] || b.at.getTime() - a.at.getTime());
  if (winner === undefined || winner.referrer === null) return NOBODY;
  const refusal = refusalOf(state, index, customer, winner.referrer);
  const isNobody = refusal === 'self-referral' || refusal === 'referral-cycle';
  return {
    referrer: isNobody ? null : winner.referrer,
    isNamed: true,
    touchAt: winner.at,
    version: versionAt(program, winner.at),
    refusal,
    isByStaff: winner.by === 'staff',
    revision: 0,
    tier: tierThen(state, { program: index, customer: winner.referrer }, winner.at),
    wasNew: null,
  };
}

export function refusalOf(state: ModelState, program: number, customer: number, referrer: number): Refusal | null {
  if (isSamePerson(state, referrer, customer)) return 'self-referral';
  let current: number | null = referrer;
  for (let step = 0; step < 32 && current !== null; step += 1) {
    current = state.attributions.get(placeOf(program, current))?.referrer ?? null;
    if (current !== null && isSamePerson(state, current, customer)) return 'referral-cycle';
  }
  const membership = state.memberships.get(placeOf(program, referrer));
  if (membership === undefined) return 'referrer-not-member';
  return membership === 'blocked' ? 'referrer-blocked' : null;
}

/** A sign-up or a lead opens the referral in every running programme, or keeps it up to date before the first order. */
export function openReferrals(state: ModelState, customer: number, status: 'started' | 'joined', at: Date): void {
  for (const [index, program] of state.programs.entries()) {
    const document = versionAt(program, at)?.document;
    if (document === undefined || isPausedAt(program, at)) continue;
    const { referrer, refusal, touchAt } = attributionOf(state, index, customer, at);
    if (referrer === null || refusal !== null || touchAt === null) continue;
    const known = state.referrals.get(placeOf(index, customer));
    if (known !== undefined && !['started', 'joined', 'expired'].includes(known.status)) continue;
    state.touched.add(referrer);
    state.referrals.set(placeOf(index, customer), {
      ...blankReferral(referrer, document.timeZone),
      status: known?.status === 'joined' ? 'joined' : status,
      expiresAt: state.attributions.has(placeOf(index, customer))
        ? null
        : addCalendarDays(touchAt, document.attribution.windowDays, document.timeZone),
    });
  }
}

export function blankReferral(referrer: number, timeZone: string): ModelReferral {
  return {
    status: 'ordered',
    referrer,
    orderId: null,
    qualifyingOrderId: null,
    ruleId: null,
    countedAt: null,
    counts: [],
    review: null,
    qualifiedAt: null,
    minimumMinor: null,
    taxExcluded: false,
    holds: [],
    qualifiesAt: null,
    expiresAt: null,
    timeZone,
  };
}

/** The friend's first payment. True when the friend becomes a member by it. */
export function markOrdered(
  state: ModelState,
  place: { program: number; customer: number },
  attribution: ModelAttribution,
  orderId: string,
  timeZone: string,
): boolean {
  const key = placeOf(place.program, place.customer);
  const known = state.referrals.get(key);
  const referrer = attribution.referrer ?? known?.referrer ?? null;
  if (!attribution.isNamed || referrer === null) return false;
  if (known !== undefined && known.orderId !== null) return known.status === 'ordered' || known.status === 'qualified';
  // What held at a sign-up already holds on, unless somebody else is now known to have brought them.
  if (known !== undefined && known.ruleId !== null && known.referrer === referrer && known.status !== 'reversed') {
    Object.assign(known, { status: known.status === 'qualified' ? 'qualified' : 'ordered', orderId, expiresAt: null });
    return true;
  }
  const status = attribution.refusal === null ? 'ordered' : 'refused';
  state.referrals.set(key, { ...blankReferral(referrer, timeZone), status, orderId });
  return status === 'ordered';
}

/** The referral rule's conditions held: qualified when the last of its holds has ended, whatever caps or budget refused. */
export function markConditionsHeld(
  referral: ModelReferral,
  held: {
    rule: ModelProgram['versions'][number]['document']['rules'][number];
    order: ModelOrder | null;
    at: Date;
    timeZone: string;
    taxExcluded: boolean;
  },
): void {
  if (referral.ruleId !== null || referral.status === 'qualified' || referral.status === 'reversed') return;
  const { rule, order, at, timeZone } = held;
  referral.ruleId = rule.id;
  referral.countedAt = at;
  referral.qualifyingOrderId = order?.id ?? null;
  referral.taxExcluded = held.taxExcluded;
  referral.minimumMinor = rule.if.reduce<bigint | null>(
    (least, condition) => (condition.kind === 'paid' ? condition.atLeastMinor : least),
    null,
  );
  referral.expiresAt = null;
  referral.timeZone = timeZone;
  referral.holds = rule.grant.flatMap(({ hold }) => (hold === null || hold.days === null ? [] : [hold]));
  referral.status = referral.holds.length === 0 ? 'qualified' : 'ordered';
  if (referral.holds.length === 0) referral.qualifiedAt = at;
  else referral.qualifiesAt = lastHoldEnd(referral.holds, order, at, timeZone);
}

/** Null while one of them waits for a delivery. */
export function lastHoldEnd(holds: ModelReferral['holds'], order: ModelOrder | null, at: Date, timeZone: string): Date | null {
  let last: Date | null = null;
  for (const hold of holds) {
    const end = holdEnd(hold, order, at, timeZone);
    if (end === null) return null;
    if (last === null || end > last) last = end;
  }
  return last;
}
