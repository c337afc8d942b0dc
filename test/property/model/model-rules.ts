/** Which rules grant what in the model: contract.md 6.6, 6.10, 6.14; ADR 0011. */
import { isReferralRule, type Rule } from '../../../src/domain/program/document.ts';
import { attributionOf, markConditionsHeld, NOBODY } from './model-attribution.ts';
import { type Case, friendOf, type Leg, type Occasion, occasionOf } from './model-case.ts';
import { holds } from './model-conditions.ts';
import { isNumberMet, noteCount, numberOf } from './model-counts.ts';
import { rulesIn } from './model-ladder.ts';
import { dueLegs, giveLeg, naturalKeyOf, referralOf } from './model-legs.ts';
import { fits, leftByCaps } from './model-limits.ts';
import type { Member } from './model-records.ts';
import { endWaiting, passOn } from './model-recount.ts';
import { isPausedAt, type ModelState, paidOf, placeOf, refundedOf, versionAt } from './model-state.ts';

export function grantRules(state: ModelState, occasion: Occasion): void {
  for (const index of state.programs.keys()) {
    if (occasion.onlyReferralsOf !== undefined && occasion.onlyReferralsOf !== index) continue;
    const isQualified = (): boolean => state.referrals.get(placeOf(index, friendOf(occasion, index)))?.status === 'qualified';
    const wasQualified = isQualified();
    grantProgram(state, index, occasion);
    if (!wasQualified && isQualified()) grantQualified(state, index, { ...occasion, friend: friendOf(occasion, index) });
  }
}

/** The referral has just qualified: about the order that qualified it, and under that order's name. */
export function grantQualified(
  state: ModelState,
  program: number,
  its: Pick<Occasion, 'customer' | 'naturalKey' | 'at' | 'eventAt' | 'onlyReferralsOf'> & { readonly friend: number },
): void {
  const orderId = state.referrals.get(placeOf(program, its.friend))?.qualifyingOrderId ?? null;
  const { customer, friend, at, eventAt, onlyReferralsOf } = its;
  const order = orderId === null ? null : (state.orders.get(orderId) ?? null);
  grantProgram(
    state,
    program,
    occasionOf({
      trigger: 'referral.qualified',
      customer,
      friend,
      order,
      naturalKey: orderId ?? its.naturalKey,
      at,
      eventAt,
      ...(onlyReferralsOf === undefined ? {} : { onlyReferralsOf }),
    }),
  );
}

/** Referral rules of the version and the referrer's tier at the touch; the others of what is in force and the customer's tier. */
function grantProgram(state: ModelState, index: number, occasion: Occasion): void {
  const program = state.programs[index];
  const current = program === undefined ? null : versionAt(program, occasion.at);
  if (program === undefined || current === null) return;
  const friend = friendOf(occasion, index);
  const attribution = attributionOf(state, index, friend, occasion.at);
  const pinned = attribution.version ?? current;
  const shared = { ...occasion, program: index, friend, attribution, isPaused: isPausedAt(program, occasion.at) };
  for (const rule of rulesIn(pinned.document, attribution.tier))
    if (isReferralRule(rule)) decide(state, { ...shared, document: pinned.document, rule });
  if (occasion.onlyReferralsOf !== undefined) return;
  const tier = state.standings.get(placeOf(index, occasion.customer))?.tier ?? null;
  for (const rule of rulesIn(current.document, tier))
    if (!isReferralRule(rule)) decide(state, { ...shared, document: current.document, rule });
}

/** What entering a tier gives, to nobody but who enters. */
export function grantEntry(
  state: ModelState,
  { program, customer }: Member,
  its: { readonly tier: string; readonly naturalKey: string },
): void {
  const at = state.now;
  const programme = state.programs[program];
  const document = programme === undefined ? undefined : versionAt(programme, at)?.document;
  if (programme === undefined || document === undefined) return;
  const attribution = state.attributions.get(placeOf(program, customer)) ?? NOBODY;
  const occasion = occasionOf({ trigger: 'tier.entered', customer, naturalKey: its.naturalKey, at, eventAt: state.eventAt });
  const isPaused = isPausedAt(programme, at);
  for (const rule of rulesIn(document, its.tier))
    if (!isReferralRule(rule)) decide(state, { ...occasion, program, friend: customer, document, rule, attribution, isPaused });
}

function decide(state: ModelState, its: Case): void {
  const { rule } = its;
  if (rule.on !== its.trigger) return;
  if (!its.completes && rule.grant.every((grant) => grant.accrue === 'whenPaid')) return;
  const refusal = whyNothing(state, its);
  if (refusal === null) return;
  if (isReferralRule(rule) && !its.refusals.has(its.program)) its.refusals.set(its.program, refusal);
}

/** Grants what the rule gives; otherwise says why it gave nothing, or not all. */
function whyNothing(state: ModelState, its: Case): 'not-new-customer' | 'other' | null {
  const { rule, order, attribution } = its;
  if (its.isPaused) return 'other';
  // Nothing is left of an order refunded whole: what comes after earns nothing.
  const whole = order === null ? null : (state.orders.get(order.id) ?? order);
  if (whole !== null && (whole.totalMinor === 0n || (whole.refunds.length > 0 && refundedOf(whole) >= paidOf(whole)))) return 'other';
  const isReferral = isReferralRule(rule);
  // The attribution is fixed, the referrer's standing is not: a block counts from the moment it is made.
  const isBlocked = attribution.referrer !== null && state.memberships.get(placeOf(its.program, attribution.referrer)) === 'blocked';
  const stopsReferral =
    attribution.refusal === 'self-referral' || attribution.refusal === 'referrer-blocked' || (attribution.refusal === null && isBlocked);
  if (isReferral && attribution.refusal !== null && !stopsReferral) return 'other';
  const failed = rule.if.find((condition) => condition.kind !== 'referralNumber' && !holds(state, condition, its));
  if (failed !== undefined) return isAboutNewness(failed) ? 'not-new-customer' : 'other';
  const isNumbered = stopsReferral || isNumberRight(state, its);
  const legs = isNumbered ? dueLegs(state, its, stopsReferral) : [];
  if (legs === null) return 'other';
  const { turns } = state;
  if (isReferral && attribution.refusal === null && !isBlocked) conditionsHeld(state, its);
  if (!isNumbered) return passOn(state, its, turns) ? null : 'other';
  if (!stopsReferral && rule.if.some(({ kind }) => kind === 'referralNumber')) endWaiting(state, its);
  const allowed = leftByCaps(state, its, legs);
  if (!fits(state, its, allowed)) return 'other';
  for (const leg of allowed) giveLeg(state, its, leg);
  if (isReferral) awaitReview(state, its, allowed);
  return allowed.length === legs.length && !stopsReferral ? null : 'other';
}

function isAboutNewness(condition: Rule['if'][number]): boolean {
  return (condition.kind === 'newCustomer' || condition.kind === 'referredAsNew') && condition.is;
}

function isNumberRight(state: ModelState, its: Case): boolean {
  if (!its.rule.if.some(({ kind }) => kind === 'referralNumber')) return true;
  const number = numberOf(state, its) ?? 0;
  return number > 0 && isNumberMet(its.rule, number);
}

function conditionsHeld(state: ModelState, its: Case): void {
  const referral = referralOf(state, its);
  if (!its.completes || referral === undefined) return;
  const { rule, order, at, document } = its;
  const taxExcluded = document.percentOf.tax === 'excluded';
  markConditionsHeld(referral, { rule, order, at, timeZone: document.timeZone, taxExcluded });
  noteCount(state, { ...its, naturalKey: naturalKeyOf(its), orderId: order?.id ?? null, tier: its.attribution.tier });
}

/** The referrer's own reward for the referral itself waits for a person: so does the referral's say on tiers. */
function awaitReview(state: ModelState, its: Case, granted: readonly Leg[]): void {
  const referral = referralOf(state, its);
  const waits = granted.some(({ grant }) => grant.to === 'referrer' && grant.hold?.reasons.includes('review') === true);
  if (waits && referral !== undefined && referral.ruleId === its.rule.id && referral.review === null) referral.review = 'waiting';
}
