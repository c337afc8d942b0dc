/** Rows as statement 3 gives them become facts. The one place where stored text turns into domain records. */
import type { AccessGrant } from '../domain/facts/access-grant.ts';
import type { Lot, Reservation } from '../domain/facts/balance-entities.ts';
import type { Attribution, Coupon, Customer, Order, Referral, Reward, RewardBenefit } from '../domain/facts/entities.ts';
import { createFacts, type Facts } from '../domain/facts/facts.ts';
import type { KnownTallies } from '../domain/facts/known-tallies.ts';
import type { Payout } from '../domain/facts/payout-entities.ts';
import type { Persons } from '../domain/facts/persons.ts';
import type { Standing } from '../domain/facts/standing.ts';
import type { Program } from '../domain/program/program.ts';
import type { FactRows, OrderRow, ReferralRow, RewardRow, RewardTerms } from './fact-row-types.ts';
import { stored } from './log-codec.ts';
import { meetTallies } from './tally-rows.ts';

/** The period counters of a whole programme carry instead of a customer. */
export const NO_CUSTOMER = '00000000-0000-0000-0000-000000000000';

/** `known`: what was read before, and what of the rows' orders is to be summed up. */
export function factsFromRows(
  rows: FactRows,
  programs: readonly Program[],
  of: { readonly persons?: Persons; readonly known: KnownTallies },
): Facts {
  const facts = createFacts(of.persons, of.known);
  for (const program of programs) facts.programs.load(program);
  meetRows(facts, rows);
  return facts;
}

/** Takes in what was read; a record the facts have already is newer. */
export function meetRows(facts: Facts, rows: FactRows): void {
  meetTallies(facts, rows);
  for (const { customerId, ...row } of rows.customers) {
    facts.customers.meet({
      ...row,
      id: customerId,
      createdAt: new Date(row.createdAt),
      signedUpAt: instant(row.signedUpAt),
      firstOrderAt: instant(row.firstOrderAt),
      lastOrderAt: instant(row.lastOrderAt),
      earlyClosings: stored<Customer['earlyClosings']>(row.earlyClosings),
      erasedAt: instant(row.erasedAt),
    });
  }
  for (const row of rows.memberships) facts.memberships.meet({ ...row, joinedAt: instant(row.joinedAt) });
  for (const row of rows.acceptances) facts.acceptances.meet({ ...row, acceptedAt: new Date(row.acceptedAt) });
  for (const row of rows.codes) facts.codes.meet({ ...row, createdAt: new Date(row.createdAt), retiredAt: instant(row.retiredAt) });
  for (const row of rows.touches) facts.touches.meet({ ...row, sequence: BigInt(row.sequence), occurredAt: new Date(row.occurredAt) });
  for (const row of rows.attributions) facts.attributions.meet(attributionFromRow(row));
  for (const row of rows.referrals) facts.referrals.meet(referralFromRow(row));
  for (const row of rows.orders) facts.orders.meet(orderFromRow(row));
  for (const row of rows.rewards) facts.rewards.meet(rewardFromRow(row));
  for (const row of rows.coupons) facts.coupons.meet(couponFromRow(row));
  for (const row of rows.lots) facts.lots.meet(lotFromRow(row));
  for (const row of rows.balances) {
    const { available, held, reserved, debt } = row;
    facts.balances.meet({ ...row, available: BigInt(available), held: BigInt(held), reserved: BigInt(reserved), debt: BigInt(debt) });
  }
  for (const row of rows.reservations) facts.reservations.meet(reservationFromRow(row));
  for (const row of rows.counters) {
    facts.counters.meet({ ...row, customerId: row.customerId === NO_CUSTOMER ? null : row.customerId, used: BigInt(row.used) });
  }
  for (const row of rows.payees) facts.payees.meet({ ...row, savedAt: new Date(row.savedAt), savedSequence: BigInt(row.savedSequence) });
  for (const row of rows.payouts) facts.payouts.meet(payoutFromRow(row));
  for (const row of rows.standings) facts.standings.meet(standingFromRow(row));
  for (const row of rows.feedback) facts.feedback.meet({ ...row, sequence: BigInt(row.sequence), occurredAt: new Date(row.occurredAt) });
  for (const row of rows.accessGrants) facts.accessGrants.meet(accessGrantFromRow(row));
  for (const row of rows.perkCodes) facts.perkCodes.meet(row);
}

function accessGrantFromRow(row: FactRows['accessGrants'][number]): AccessGrant {
  return {
    ...row,
    costMinor: BigInt(row.costMinor),
    grantedAt: new Date(row.grantedAt),
    chooseUntil: instant(row.chooseUntil),
    waitingSince: instant(row.waitingSince),
    validUntil: instant(row.validUntil),
    usedAt: instant(row.usedAt),
  };
}

function payoutFromRow(row: FactRows['payouts'][number]): Payout {
  return {
    ...row,
    amount: BigInt(row.amount),
    proposedAt: new Date(row.proposedAt),
    decidedAt: instant(row.decidedAt),
    paidAt: instant(row.paidAt),
    countedAt: instant(row.countedAt),
    allocations: stored<Payout['allocations']>(row.allocations),
  };
}

function standingFromRow(row: FactRows['standings'][number]): Standing {
  return {
    ...row,
    since: new Date(row.since),
    termEndsAt: instant(row.termEndsAt),
    graceEndsAt: instant(row.graceEndsAt),
    invitedAt: instant(row.invitedAt),
    past: stored<Standing['past']>(row.past),
    warnedOf: instant(row.warnedOf),
    nextCheckAt: instant(row.nextCheckAt),
  };
}

function attributionFromRow(row: FactRows['attributions'][number]): Attribution {
  return { ...row, touchAt: instant(row.touchAt), lockedAt: new Date(row.lockedAt), losers: stored<Attribution['losers']>(row.losers) };
}

function referralFromRow({ check, firstOrder, ...row }: ReferralRow): Referral {
  return {
    ...row,
    firstOrder: firstOrder && { ...firstOrder, paidAt: new Date(firstOrder.paidAt), totalMinor: BigInt(firstOrder.totalMinor) },
    ...(check === null ? {} : { check: { ...check, at: new Date(check.at) } }),
    startedAt: new Date(row.startedAt),
    countedAt: instant(row.countedAt),
    qualifiedAt: instant(row.qualifiedAt),
    counts: stored<Referral['counts']>(row.counts),
    qualifiesAt: instant(row.qualifiesAt),
    expiresAt: instant(row.expiresAt),
    hold: row.hold === null ? null : stored<Referral['hold']>(row.hold),
  };
}

function orderFromRow(row: OrderRow): Order {
  const { currency, totalMinor, deliveryMinor, taxMinor, channel, lines, ...rest } = row;
  const hasData = currency !== null && totalMinor !== null;
  return {
    ...rest,
    data: hasData
      ? {
          currency,
          totalMinor: BigInt(totalMinor),
          deliveryMinor: BigInt(deliveryMinor ?? 0),
          taxMinor: BigInt(taxMinor ?? 0),
          channel,
          lines: stored<NonNullable<Order['data']>['lines']>(lines),
        }
      : null,
    creditMinor: BigInt(row.creditMinor),
    payments: row.payments.map((payment) => ({
      ...payment,
      amountMinor: BigInt(payment.amountMinor),
      occurredAt: new Date(payment.occurredAt),
    })),
    refunds: row.refunds.map((refund) => ({
      ...refund,
      requestedMinor: refund.requestedMinor === null ? null : BigInt(refund.requestedMinor),
      amountMinor: BigInt(refund.amountMinor),
      occurredAt: new Date(refund.occurredAt),
    })),
    parked: row.parked.map((parked) => stored<Order['parked'][number]>(parked)),
    placedAt: instant(row.placedAt),
    firstPaymentAt: instant(row.firstPaymentAt),
    paidAt: instant(row.paidAt),
    deliveredAt: instant(row.deliveredAt),
    cancelledAt: instant(row.cancelledAt),
    previousOrderAt: instant(row.previousOrderAt),
  };
}

function rewardFromRow(row: RewardRow): Reward {
  const { kind, amount, originalAmount, terms, ...rest } = row;
  const { benefit, hold, expiresAfterDays } = stored<RewardTerms>(terms);
  const current: RewardBenefit =
    'amount' in benefit && amount !== null && originalAmount !== null
      ? { ...benefit, amount: BigInt(amount), originalAmount: BigInt(originalAmount) }
      : benefit;
  if (current.kind !== kind) throw new Error(`reward ${row.id}: stored terms are of another kind`);
  return {
    ...rest,
    benefit: current,
    hold,
    expiresAfterDays,
    sequence: BigInt(row.sequence),
    occurredAt: new Date(row.occurredAt),
    costAmount: BigInt(row.costAmount),
    heldUntil: instant(row.heldUntil),
  };
}

function couponFromRow(row: FactRows['coupons'][number]): Coupon {
  return {
    ...row,
    discount: stored<Coupon['discount']>(row.discount),
    validFrom: new Date(row.validFrom),
    validUntil: instant(row.validUntil),
    reservedUntil: instant(row.reservedUntil),
  };
}

function lotFromRow(row: FactRows['lots'][number]): Lot {
  return {
    ...row,
    granted: BigInt(row.granted),
    remaining: BigInt(row.remaining),
    reserved: BigInt(row.reserved),
    expired: BigInt(row.expired),
    createdAt: new Date(row.createdAt),
    expiresAt: instant(row.expiresAt),
  };
}

function reservationFromRow(row: FactRows['reservations'][number]): Reservation {
  return {
    ...row,
    amount: BigInt(row.amount),
    valueMinor: BigInt(row.valueMinor),
    returned: BigInt(row.returned),
    expiresAt: new Date(row.expiresAt),
    allocations: stored<Reservation['allocations']>(row.allocations),
  };
}

function instant(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}
