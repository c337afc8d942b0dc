import type { WirePayee, WirePayout, WireTaxYear } from '../contract/payouts.endpoints.ts';
import { moneyToWire, timeToWire } from '../contract/resource-encoding.ts';
import { wireId } from '../domain/ids.ts';
import type { TaxYear } from '../domain/payout/tax-year.ts';
import type { KnownPayee, ShownPayout } from './payouts.store.ts';

export function payoutToWire(payout: ShownPayout, year: TaxYear | null): WirePayout {
  return {
    id: wireId('pyo', payout.id),
    programId: wireId('prg', payout.programId),
    customerId: wireId('cus', payout.customerId),
    amount: moneyToWire(payout.amount, payout.unit),
    status: payout.status,
    author: payout.author,
    approver: payout.approver,
    proposedAt: payout.proposedAt.toISOString(),
    decidedAt: timeToWire(payout.decidedAt),
    paidAt: timeToWire(payout.paidAt),
    taxHandling: payout.taxHandling,
    tax: year === null ? null : taxYearToWire(year),
  };
}

export function taxYearToWire(year: TaxYear): WireTaxYear {
  return {
    year: year.year,
    currency: year.currency,
    given: moneyToWire(year.usedMinor, year.currency),
    threshold: moneyToWire(year.limitMinor, year.currency),
    state: year.state,
  };
}

/** Without anything a thief could use. */
export function payeeToWire({ payee, details }: KnownPayee): WirePayee {
  return {
    type: payee.payeeType,
    country: payee.country,
    savedAt: payee.savedAt.toISOString(),
    name: details?.name ?? null,
    taxId: lastFour(details?.taxId ?? null),
    account: lastFour(details?.account ?? null),
  };
}

/** Enough to recognise a number by, too little to misuse it. */
function lastFour(value: string | null): string | null {
  return value === null ? null : `…${value.slice(-4)}`;
}
