/** Cash in the model: proposed → approved → paid | failed, or rejected (contract.md 1, 6.9; 2-02). */
import { CURRENCY } from '../shop-plan.ts';
import type { Step, StepBody } from '../step.ts';
import { giveBack, spendableLots } from './model-ledger.ts';
import type { ModelLot, ModelPayout, ModelState } from './model-state.ts';
import { reachesLimit } from './model-tax.ts';

type BodyOf<T extends StepBody['type']> = Extract<StepBody, { readonly type: T }>;
type PayoutBody = BodyOf<'payee' | 'propose' | 'approvePayout' | 'rejectPayout' | 'payOut' | 'failPayout'>;

export function payoutAct(state: ModelState, step: Step, body: PayoutBody): string {
  switch (body.type) {
    case 'payee':
      if (step.customer !== null) state.payees.set(step.customer, body.kind);
      return 'processed';
    case 'propose':
      return propose(state, step, body);
    default:
      return goOn(state, step.at, body);
  }
}

/** Only what commissions of the programme brought, soonest expiry first. */
function payableLots(state: ModelState, owner: number, program: number, at: Date): readonly ModelLot[] {
  return spendableLots(state, owner, CURRENCY, at).filter(
    ({ reward }) => reward?.grant.benefit.kind === 'commission' && reward.program === program,
  );
}

function sumOf(lots: readonly ModelLot[]): bigint {
  return lots.reduce((sum, lot) => sum + lot.remaining, 0n);
}

/** What may be proposed now, by owner and programme. */
export function payable(state: ModelState, at: Date): readonly { owner: number; program: number; amount: bigint }[] {
  return [...new Set(state.lots.map(({ owner }) => owner))].flatMap((owner) =>
    [...state.programs.keys()].flatMap((program) => {
      const amount = sumOf(payableLots(state, owner, program, at));
      return amount > 0n ? [{ owner, program, amount }] : [];
    }),
  );
}

function canBePaid(state: ModelState, customer: number): boolean {
  return state.payees.has(customer) && !state.erased.has(customer);
}

/** Set aside, so that nothing spends or reverses it meanwhile. */
function propose(state: ModelState, step: Step, { program, amount: wanted }: BodyOf<'propose'>): string {
  const owner = step.customer;
  if (owner === null || !canBePaid(state, owner)) return 'payee_missing';
  const lots = payableLots(state, owner, program, step.at);
  const amount = wanted ?? sumOf(lots);
  if (sumOf(lots) < amount || amount === 0n) return 'insufficient_balance';
  const parts: { lot: ModelLot; amount: bigint }[] = [];
  let left = amount;
  for (const lot of lots) {
    const part = lot.remaining < left ? lot.remaining : left;
    if (part === 0n) break;
    lot.remaining -= part;
    lot.reserved += part;
    left -= part;
    parts.push({ lot, amount: part });
  }
  state.payouts.push({ name: step.eventId, program, owner, amount, parts, status: 'proposed', taxedAt: null });
  return 'processed';
}

type Status = ModelPayout['status'];
const NEXT: Readonly<Record<string, { readonly from: readonly Status[]; readonly to: Status; readonly done: readonly Status[] }>> = {
  approvePayout: { from: ['proposed'], to: 'approved', done: ['approved', 'paid'] },
  rejectPayout: { from: ['proposed'], to: 'rejected', done: ['rejected'] },
  payOut: { from: ['approved'], to: 'paid', done: ['paid'] },
  failPayout: { from: ['approved', 'paid'], to: 'failed', done: ['failed'] },
};

function approve(state: ModelState, payout: ModelPayout, { isTaxed }: BodyOf<'approvePayout'>, at: Date): string {
  if (!canBePaid(state, payout.owner)) return 'payee_missing';
  if (state.payees.get(payout.owner) === 'individual') {
    if (!isTaxed && reachesLimit(state, { ...payout, at, value: payout.amount })) return 'tax_threshold';
    payout.taxedAt = at;
  }
  payout.status = 'approved';
  return 'processed';
}

/** Each step once; what the bank gave back is the member's again, whatever has become of its lot. */
function goOn(state: ModelState, at: Date, body: BodyOf<'approvePayout' | 'rejectPayout' | 'payOut' | 'failPayout'>): string {
  const payout = state.payouts.find(({ name }) => name === body.payout);
  const step = NEXT[body.type];
  if (payout === undefined || step === undefined) throw new Error('steps name what there is');
  if (step.done.includes(payout.status)) return 'processed';
  if (!step.from.includes(payout.status)) return 'payout_state';
  if (body.type === 'approvePayout') return approve(state, payout, body, at);
  const wasPaid = payout.status === 'paid';
  payout.status = step.to;
  // Income belongs to the year in which it is paid; what came back was none.
  if (payout.taxedAt !== null) payout.taxedAt = step.to === 'paid' ? at : null;
  if (!wasPaid) for (const { lot, amount } of payout.parts) lot.reserved -= amount;
  if (step.to !== 'paid') giveBack(state, { ...payout, unit: CURRENCY }, at);
  return 'processed';
}
