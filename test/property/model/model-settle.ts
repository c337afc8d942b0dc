/** After each thing that happens: whoever it changed is looked at on every ladder, and entering a tier gives what it gives (ADR 0011). */
import { CUSTOMERS } from '../shop-plan.ts';
import { type Member, type ModelStanding, noStanding } from './model-records.ts';
import { isStanding, takeAway } from './model-reward.ts';
import { grantEntry } from './model-rules.ts';
import { lookAt, type Move } from './model-standing.ts';
import {
  type ModelOrder,
  type ModelReferral,
  type ModelReward,
  type ModelState,
  paidOf,
  placeOf,
  refundedOf,
  versionAt,
} from './model-state.ts';

/** All that tiers may ask about, of one customer: who reads differently after a step has been changed by it. */
export function readAll(state: ModelState): readonly string[] {
  const said = CUSTOMERS.map((_name, customer) => readOne(state, customer));
  for (const order of state.orders.values()) if (order.isKnown) said[order.customer]?.push(readOrder(order));
  for (const [place, referral] of state.referrals) said[referral.referrer]?.push(`${place} ${readReferral(referral)}`);
  return said.map((texts) => texts.join('|'));
}

const at = (instant: Date | null | undefined): string => String(instant?.getTime());

function readOne(state: ModelState, customer: number): string[] {
  const scores = state.scores.filter((given) => given.customer === customer).length;
  const yeses = state.acceptances.filter((one) => one.customer === customer).length;
  const said = [at(state.signUps.get(customer)), String(state.erased.has(customer)), `${scores}/${yeses}`];
  said.push([...(state.complaints.get(customer) ?? [])].map(([name, one]) => `${name} ${one === 'open' ? one : at(one)}`).join());
  for (const program of state.programs.keys()) {
    const place = placeOf(program, customer);
    const invitation = state.standings.get(place)?.invitation;
    said.push(`${state.memberships.get(place)} ${at(state.joinedAt.get(place))} ${invitation?.to} ${invitation?.by} ${at(invitation?.at)}`);
  }
  return said;
}

function readOrder(order: ModelOrder): string {
  const { id, isPlaced, refunds, payments, parked, reservations, paidAt, deliveredAt, cancelledAt } = order;
  const sizes = [refunds, payments, parked, reservations].map(({ length }) => length);
  return `${id} ${isPlaced} ${paidOf(order)} ${refundedOf(order)} ${sizes} ${at(paidAt)} ${at(deliveredAt)} ${at(cancelledAt)}`;
}

function readReferral(referral: ModelReferral): string {
  const { status, orderId, qualifyingOrderId, ruleId, review, countedAt, qualifiedAt, qualifiesAt, expiresAt, counts } = referral;
  const counted = counts.map((count) => `${count.rule.id}${count.isTakenBack}${count.isWaiting}`);
  const times = [countedAt, qualifiedAt, qualifiesAt, expiresAt].map(at);
  return `${status} ${orderId} ${qualifyingOrderId} ${ruleId} ${review} ${times} ${counted}`;
}

/** Who has changed since, and who is to be looked at anyway, in the order of their ids. */
export function settle(state: ModelState, before: readonly string[]): void {
  const changed = readAll(state).flatMap((text, customer) => (text !== before[customer] || state.touched.has(customer) ? [customer] : []));
  state.touched.clear();
  for (const program of state.programs.keys()) {
    if (hasLadder(state, program)) for (const customer of changed) settleMember(state, { program, customer });
  }
}

function hasLadder(state: ModelState, index: number): boolean {
  const program = state.programs[index];
  if (program === undefined || versionAt(program, state.now) === null) return false;
  return program.versions.some(({ document }) => document.tiers.length > 0);
}

function settleMember(state: ModelState, member: Member): void {
  const key = placeOf(member.program, member.customer);
  const membership = state.memberships.get(key);
  const known = state.standings.get(key);
  if (membership === 'left' || membership === 'blocked') {
    if (known !== undefined) state.standings.set(key, ended(known, state.now));
    return;
  }
  // A pause leaves the tier as it is.
  if (membership !== 'active') return;
  const before = known ?? noStanding(state.now);
  const { standing, move, undone } = lookAt(state, member, before, state.now);
  state.standings.set(key, standing);
  for (const tier of undone) takeBackEntry(state, member, tier);
  if (move === null || move.to === null || !isRise(move)) return;
  const naturalKey = entryKey(state, member, { tier: move.to, isFirst: before.past.every(({ tier }) => tier !== move.to) });
  if (naturalKey !== null) grantEntry(state, member, { tier: move.to, naturalKey });
}

function ended(known: ModelStanding, at: Date): ModelStanding {
  const { tier, since, past, invitation } = known;
  if (tier === null) return invitation === null ? known : { ...noStanding(at), past };
  return { ...noStanding(at), past: [...past, { tier, from: since, until: at, reason: 'membership-ended' }] };
}

const isRise = ({ reason }: Move): boolean => reason === 'earned' || reason === 'accepted';

function entryRewards(state: ModelState, { program, customer }: Member, tier: string): readonly ModelReward[] {
  return state.rewards.filter(
    (reward) => reward.program === program && reward.owner === customer && reward.naturalKey.startsWith(`tier:${tier}:`),
  );
}

/** Once in a life; again only where all of it was taken back because the entry itself was undone. */
function entryKey(
  state: ModelState,
  member: Member,
  { tier, isFirst }: { readonly tier: string; readonly isFirst: boolean },
): string | null {
  const given = entryRewards(state, member, tier);
  const key = `tier:${tier}:${CUSTOMERS[member.customer] ?? '?'}`;
  if (given.length === 0) return isFirst ? key : null;
  const isTakenBack = given.every(({ status }) => status === 'reversed' || status === 'cancelled');
  return isTakenBack ? `${key}#${new Set(given.map(({ naturalKey }) => naturalKey)).size}` : null;
}

function takeBackEntry(state: ModelState, member: Member, tier: string): void {
  for (const reward of entryRewards(state, member, tier)) if (isStanding(reward)) takeAway(state, reward, state.eventAt);
}

/** Whose tier would change though nothing happened: a check that was due and not done. Null = nobody's. */
export function findUnchecked(state: ModelState): string | null {
  for (const program of state.programs.keys()) {
    if (!hasLadder(state, program)) continue;
    for (const [customer, name] of CUSTOMERS.entries()) {
      const key = placeOf(program, customer);
      if (state.memberships.get(key) !== 'active') continue;
      const before = state.standings.get(key) ?? noStanding(state.now);
      const { standing, move } = lookAt(state, { program, customer }, before, state.now);
      if (move !== null || JSON.stringify(standing) !== JSON.stringify(before)) return `${program}/${name}`;
    }
  }
  return null;
}
