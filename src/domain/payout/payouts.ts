/**
 * Cash: *proposed → approved → paid | failed*, or *rejected*. Value is set aside when a payout is proposed, so that nothing spends or reverses
 * it meanwhile, and leaves the books when it is paid. Only what commissions brought can be paid out.
 */
import type { DecisionProblem, DecisionProblemCode } from '../decision.ts';
import type { Lot } from '../facts/balance-entities.ts';
import type { Payout, TaxHandling } from '../facts/payout-entities.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, PayoutId, ProgramId } from '../ids.ts';
import { spendableLots } from '../ledger/lots.ts';
import { member, postTransfer, system } from '../ledger/post-transfer.ts';
import { giveBackSetAside, giveBackSpent, setAside, spendSetAside } from '../ledger/set-aside.ts';
import { currencyUnit, type Unit } from '../ledger/unit.ts';
import { findVersionAt } from '../program/program.ts';
import type { Payee } from './payee.ts';
import { countInPeriod, type Taxable, taxablePeriod, taxYearWith } from './tax-year.ts';

type Outcome = 'processed' | DecisionProblem;

export interface Proposal {
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  /** Null = all there is. */
  readonly amountMinor: bigint | null;
  readonly author: string;
}

export function proposePayout(ws: Workspace, input: Proposal): Outcome | Payout {
  const document = documentOf(ws, input.programId);
  if (document === null) return problem('program_unknown', 'programId');
  if (findPayable(ws, input.customerId) === null) return problem('payee_missing', 'customer');
  const unit = currencyUnit(document.currency);
  const lots = payableLots(ws, input.customerId, input.programId, unit);
  const payable = lots.reduce((sum, lot) => sum + lot.remaining, 0n);
  const amount = input.amountMinor ?? payable;
  if (payable < amount || payable === 0n) {
    const missing = { kind: 'money', amountMinor: amount - payable, currency: document.currency } as const;
    return { code: 'insufficient_balance', field: 'amount', missing: payable === 0n && amount === 0n ? null : missing };
  }
  const payout: Payout = {
    id: ws.nextId<PayoutId>(),
    programId: input.programId,
    customerId: input.customerId,
    unit,
    amount,
    status: 'proposed',
    author: input.author,
    approver: null,
    proposedAt: ws.event.occurredAt,
    decidedAt: null,
    paidAt: null,
    taxHandling: null,
    countedAt: null,
    countedPeriod: null,
    allocations: setAside(ws, lots, amount),
  };
  move(ws, payout, 'payout-proposed');
  ws.payouts.put(payout);
  return payout;
}

export interface Approval {
  readonly approver: string;
  readonly taxHandling: TaxHandling | null;
}

/** Someone other than the author, with the payee's data there, and the tax dealt with once the year's threshold is reached. */
export function approvePayout(ws: Workspace, id: PayoutId, { approver, taxHandling }: Approval): Outcome {
  const payout = ws.payouts.get(id);
  if (payout === null) return problem('payout_unknown', 'id');
  if (payout.status === 'approved' || payout.status === 'paid') return 'processed';
  if (payout.status !== 'proposed') return problem('payout_state', null);
  if (folded(approver) === folded(payout.author)) return problem('payout_same_person', 'actor');
  const payee = findPayable(ws, payout.customerId);
  if (payee === null) return problem('payee_missing', null);
  const at = ws.event.occurredAt;
  if (paysOwnTax(payee)) {
    ws.payouts.put({ ...payout, status: 'approved', approver, decidedAt: at, taxHandling });
    return 'processed';
  }
  const taxable = taxableOf(ws, payout, at);
  const year = taxYearWith(ws, taxable, payout.amount);
  if (year?.state === 'over' && taxHandling === null) {
    const missing = { kind: 'money', amountMinor: year.usedMinor - year.limitMinor, currency: year.currency } as const;
    return { code: 'tax_threshold', field: 'taxHandling', missing };
  }
  if (year?.state === 'near') {
    ws.notes.push({
      kind: 'tax-threshold-near',
      customerId: payout.customerId,
      used: String(year.usedMinor),
      limit: String(year.limitMinor),
    });
  }
  const countedPeriod = taxablePeriod(taxable);
  countInPeriod(ws, payout, countedPeriod, payout.amount);
  ws.payouts.put({ ...payout, status: 'approved', approver, decidedAt: at, taxHandling, countedAt: at, countedPeriod });
  return 'processed';
}

export function rejectPayout(ws: Workspace, id: PayoutId, approver: string): Outcome {
  const payout = ws.payouts.get(id);
  if (payout === null) return problem('payout_unknown', 'id');
  if (payout.status === 'rejected') return 'processed';
  if (payout.status !== 'proposed') return problem('payout_state', null);
  giveBack(ws, { ...payout, status: 'rejected', approver, decidedAt: ws.event.occurredAt });
  return 'processed';
}

/** The bank has taken the money. */
export function payPayout(ws: Workspace, id: PayoutId): Outcome {
  const payout = ws.payouts.get(id);
  if (payout === null) return problem('payout_unknown', 'id');
  if (payout.status === 'paid') return 'processed';
  if (payout.status !== 'approved') return problem('payout_state', null);
  spendSetAside(ws, payout.allocations);
  move(ws, payout, 'payout-paid');
  const paidAt = ws.event.occurredAt;
  ws.payouts.put({ ...payout, status: 'paid', paidAt, ...recount(ws, payout, paidAt) });
  return 'processed';
}

/** The bank gave the money back, before or after it was said to be paid: the member has it again, and the year no longer counts it. */
export function failPayout(ws: Workspace, id: PayoutId): Outcome {
  const payout = ws.payouts.get(id);
  if (payout === null) return problem('payout_unknown', 'id');
  if (payout.status === 'failed') return 'processed';
  if (payout.status !== 'approved' && payout.status !== 'paid') return problem('payout_state', null);
  if (payout.countedPeriod !== null) countInPeriod(ws, payout, payout.countedPeriod, -payout.amount);
  const failed: Payout = { ...payout, status: 'failed', countedAt: null, countedPeriod: null };
  if (payout.status === 'approved') giveBack(ws, failed);
  else giveBackPaid(ws, failed);
  return 'processed';
}

/** What a payout may take: unexpired lots that commissions of this programme made, soonest expiry first. */
function payableLots(ws: Workspace, customerId: CustomerId, programId: ProgramId, unit: Unit): readonly Lot[] {
  return spendableLots(ws, customerId, unit, ws.event.occurredAt).filter((lot) => {
    const reward = lot.rewardId === null ? null : ws.rewards.get(lot.rewardId);
    return reward !== null && reward.benefit.kind === 'commission' && reward.programId === programId;
  });
}

/** The self-employed, sole traders and companies declare their own income. */
function paysOwnTax(payee: Payee): boolean {
  return payee.payeeType !== 'individual';
}

/** Income belongs to the year in which it is paid, not approved. */
function recount(ws: Workspace, payout: Payout, paidAt: Date): Pick<Payout, 'countedAt' | 'countedPeriod'> {
  if (payout.countedPeriod === null) return { countedAt: null, countedPeriod: null };
  const period = taxablePeriod(taxableOf(ws, payout, paidAt));
  countInPeriod(ws, payout, payout.countedPeriod, -payout.amount);
  countInPeriod(ws, payout, period, payout.amount);
  return { countedAt: paidAt, countedPeriod: period };
}

/** Whose tax data are there; an erased customer's went with them. Of another record of a person only the payee may be known: then it is not erased. */
export function findPayable(ws: Workspace, customerId: CustomerId): Payee | null {
  const erasedAt = ws.customers.get(customerId)?.erasedAt ?? null;
  return erasedAt === null ? ws.payees.get(customerId) : null;
}

/** Another spelling of a name is not another person. */
function folded(actor: string): string {
  return actor.normalize('NFKC').trim().toLowerCase();
}

function giveBack(ws: Workspace, ended: Payout): void {
  ws.payouts.put(ended);
  move(ws, ended, 'payout-returned');
  giveBackSetAside(ws, ended.allocations);
}

function giveBackPaid(ws: Workspace, ended: Payout): void {
  ws.payouts.put(ended);
  move(ws, ended, 'payout-came-back');
  giveBackSpent(ws, ended.allocations);
}

const MOVES = {
  'payout-proposed': (id: CustomerId) => ({ debit: member('available', id), credit: member('reserved', id) }),
  'payout-returned': (id: CustomerId) => ({ debit: member('reserved', id), credit: member('available', id) }),
  'payout-came-back': (id: CustomerId) => ({ debit: system('payout'), credit: member('available', id) }),
  'payout-paid': (id: CustomerId) => ({ debit: member('reserved', id), credit: system('payout') }),
} as const;

function move(ws: Workspace, payout: Payout, reason: keyof typeof MOVES): void {
  postTransfer(ws, { ...MOVES[reason](payout.customerId), unit: payout.unit, amount: payout.amount, reason });
}

function taxableOf(ws: Workspace, payout: Payout, at: Date): Taxable {
  const timeZone = documentOf(ws, payout.programId)?.timeZone ?? 'UTC';
  return { programId: payout.programId, customerId: payout.customerId, currency: payout.unit, at, timeZone };
}

function documentOf(ws: Workspace, programId: ProgramId) {
  const program = ws.programs.get(programId);
  return program === null ? null : (findVersionAt(program, ws.event.occurredAt)?.document ?? null);
}

function problem(code: DecisionProblemCode, field: string | null): DecisionProblem {
  return { code, field, missing: null };
}
