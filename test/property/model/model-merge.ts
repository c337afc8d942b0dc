/** Two customers of the model turn out to be one: contract.md 6.5, 6.12, ADR 0021. Nothing that was decided is decided again. */
import type { BodyOf } from './model-acts.ts';
import { addDebt, debtOf, payDebt } from './model-ledger.ts';
import { moveMembership, shareYeses } from './model-merge-places.ts';
import { recordOf, survivorOf } from './model-persons.ts';
import { type ModelAttribution, type ModelOrder, type ModelState, placeOf } from './model-state.ts';

interface Pair {
  readonly from: number;
  readonly into: number;
}

export function mergeCustomers(state: ModelState, at: Date, { from, into }: BodyOf<'merge'>): string {
  if (state.mergedInto.get(from) === into) return 'processed';
  const isOver = [from, into].some((customer) => state.mergedInto.has(customer) || state.erased.has(customer));
  if (from === into || isOver) return 'merge_invalid';
  const pair = { from, into };
  state.touched.add(from).add(into);
  const persons = [state.persons[from], state.persons[into]];
  // Whoever is one person with either is one with both.
  for (const [customer, person] of state.persons.entries())
    if (person === persons[0] && persons[1] !== undefined) state.persons[customer] = persons[1];
  const own = [...state.orders.values()].filter((order) => order.customer === from);
  const brought = own.map((order) => ({ order, places: [...state.programs.keys()].filter((program) => hasCome(state, order, program)) }));
  moveThings(state, pair, at);
  for (const program of state.programs.keys()) {
    moveFriends(state, program, pair);
    moveReferral(state, program, pair);
    moveMembership(state, program, pair);
  }
  for (const { order, places } of brought)
    for (const program of places)
      if (state.referrals.has(placeOf(program, from))) order.records.set(program, order.records.get(program) ?? from);
  state.mergedInto.set(from, into);
  moveRewards(state, pair);
  shareYeses(state, pair);
  moveTouches(state, pair);
  moveWords(state, pair);
  const signedUpAt = state.signUps.get(from);
  if (signedUpAt !== undefined && !state.signUps.has(into)) state.signUps.set(into, signedUpAt);
  return 'processed';
}

/** Whether the order came by the referral of its record: it ordered, counted or earned by it. */
function hasCome(state: ModelState, order: ModelOrder, program: number): boolean {
  const record = recordOf(order, program);
  const referral = state.referrals.get(placeOf(program, record));
  if (referral === undefined) return false;
  return (
    referral.orderId === order.id ||
    referral.qualifyingOrderId === order.id ||
    referral.counts.some((count) => count.orderId === order.id) ||
    state.rewards.some((reward) => reward.orderId === order.id && reward.program === program && reward.friend === record)
  );
}

function moveThings(state: ModelState, { from, into }: Pair, at: Date): void {
  const units = new Set([
    ...state.lots.map(({ unit }) => unit),
    ...[...state.debts.keys()].map((account) => account.slice(account.indexOf('/') + 1)),
  ]);
  for (const list of [state.lots, state.reservations, state.payouts, state.accesses, state.rewards.flatMap(({ coupon }) => coupon ?? [])])
    for (const one of list) if (one.owner === from) one.owner = into;
  const payee = state.payees.get(from);
  if (payee !== undefined && !state.payees.has(into)) state.payees.set(into, payee);
  for (const order of state.orders.values()) if (order.customer === from) order.customer = into;
  for (const unit of units) {
    const debt = debtOf(state, from, unit);
    addDebt(state, from, unit, -debt);
    addDebt(state, into, unit, debt);
    payDebt(state, into, unit, at);
  }
}

/** Whoever the one that ends had brought is the survivor's friend; but nobody brings themself, in a circle either. */
function moveFriends(state: ModelState, program: number, { from, into }: Pair): void {
  for (const [place, attribution] of state.attributions) {
    if (!isIn(place, program) || attribution.referrer !== from) continue;
    const friend = customerIn(place);
    const closes = isAbove(state, program, [friend, survivorOf(state, friend)], into);
    const refusal = survivorOf(state, friend) === into ? 'self-referral' : closes ? 'referral-cycle' : null;
    state.attributions.set(place, refusal === null ? { ...attribution, referrer: into } : { ...attribution, referrer: null, refusal });
  }
  for (const [place, referral] of state.referrals) {
    if (!isIn(place, program) || referral.referrer !== from) continue;
    if (survivorOf(state, customerIn(place)) !== into) referral.referrer = into;
    else refuse(state, place);
  }
}

/** Of two who were both brought each referral stays with its record; where only the one that ends was, it moves. */
function moveReferral(state: ModelState, program: number, { from, into }: Pair): void {
  const [theirs, mine] = [placeOf(program, from), placeOf(program, into)];
  if (endCircles(state, program, { from, into }).includes(from)) return;
  if (referrerOf(state, mine) !== null || state.referrals.has(mine)) return;
  const isBrought = referrerOf(state, theirs) !== null;
  const attribution = state.attributions.get(theirs);
  if (attribution !== undefined && (isBrought || !state.attributions.has(mine))) state.attributions.set(mine, attribution);
  const referral = state.referrals.get(theirs);
  // Who had brought themself brings nobody: what had qualified stays where it is.
  if (referral === undefined || !isBrought) return;
  state.referrals.delete(theirs);
  state.referrals.set(mine, referral);
}

/** None of the person's records, of which some may have ended long ago, was brought by the person or whom they brought: says which were. */
function endCircles(state: ModelState, program: number, { from, into }: Pair): readonly number[] {
  const records = [...state.persons.keys()].filter((one) => one !== into && [from, into].includes(survivorOf(state, one)));
  return records.filter((record) => {
    const place = placeOf(program, record);
    const referrer = referrerOf(state, place);
    if (referrer === null || !(referrer === into || isAbove(state, program, [into, ...records], referrer))) return false;
    const attribution = state.attributions.get(place);
    const refusal: ModelAttribution['refusal'] = referrer === into ? 'self-referral' : 'referral-cycle';
    if (attribution !== undefined) state.attributions.set(place, { ...attribution, referrer: null, refusal });
    if (referrer === into) refuse(state, place);
    return true;
  });
}

function referrerOf(state: ModelState, place: string): number | null {
  const attribution = state.attributions.get(place);
  return attribution === undefined ? (state.referrals.get(place)?.referrer ?? null) : attribution.referrer;
}

/** Whether whoever brought `referrer`, or them, and so on, is one of the customers. */
function isAbove(state: ModelState, program: number, customers: readonly number[], referrer: number): boolean {
  let current: number | null = referrer;
  for (let step = 0; step < 32 && current !== null; step += 1) {
    current = state.attributions.get(placeOf(program, current))?.referrer ?? null;
    if (current !== null && customers.includes(survivorOf(state, current))) return true;
  }
  return false;
}

/** What has qualified stays. */
function refuse(state: ModelState, place: string): void {
  const referral = state.referrals.get(place);
  if (referral === undefined || !['started', 'joined', 'ordered'].includes(referral.status)) return;
  Object.assign(referral, { status: 'refused', qualifiesAt: null, expiresAt: null });
}

/** What was given for them as a friend stays with their referral, where that could not move. */
function moveRewards(state: ModelState, { from, into }: Pair): void {
  for (const reward of state.rewards) {
    if (reward.owner === from) reward.owner = into;
    if (reward.referrer === from) reward.referrer = into;
    if (reward.friend === from && !state.referrals.has(placeOf(reward.program, from))) reward.friend = into;
  }
}

/** Touches speak for who has none of their own; nobody brings themself. */
function moveTouches(state: ModelState, { from, into }: Pair): void {
  if ((state.touches.get(into) ?? []).length > 0) return;
  const told = (state.touches.get(from) ?? []).filter(({ referrer }) => referrer !== into && referrer !== from);
  if (told.length > 0) state.touches.set(into, told);
}

/** What they said; a complaint that is open for either is open. */
function moveWords(state: ModelState, { from, into }: Pair): void {
  for (const score of state.scores) if (score.customer === from) score.customer = into;
  const mine = new Map(state.complaints.get(into));
  for (const [name, one] of state.complaints.get(from) ?? []) if (mine.get(name) !== 'open') mine.set(name, one);
  state.complaints.set(into, mine);
}

function isIn(place: string, program: number): boolean {
  return place.startsWith(`${program}/`);
}

function customerIn(place: string): number {
  return Number(place.slice(place.indexOf('/') + 1));
}
