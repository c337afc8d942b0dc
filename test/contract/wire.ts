/** How the contract's tests read and write what goes over the wire. */
// biome-ignore lint/suspicious/noExplicitAny: an answer under test is whatever came.
export type Wire = any;

export interface Money {
  readonly amountMinor: string;
  readonly currency: string;
}

export const rub = (amountMinor: bigint | number): Money => ({ amountMinor: String(amountMinor), currency: 'RUB' });

/** `referrer held 30000`; points and coupons likewise. */
export function sayReward({ beneficiary, status, benefit }: Wire): string {
  const amount = benefit.amount?.amountMinor ?? benefit.amount?.points ?? benefit.kind;
  return `${beneficiary} ${status} ${amount}`;
}

/** The rewards an event answered, sorted. */
export function said(answer: Wire): readonly string[] {
  return answer.rewards.map(sayReward).sort();
}

/** The refusals an event answered: `beneficiary reason`, sorted. */
export function refusals(answer: Wire): readonly string[] {
  return answer.refusals.map(({ beneficiary, reason }: Wire) => `${beneficiary} ${reason}`).sort();
}

export const bothRefused = (reason: string): readonly string[] => [`friend ${reason}`, `referrer ${reason}`];
