/** How things of a shop are told, so that what two sides say can be compared and read. */

export function balanceText(balance: { available: bigint; held: bigint; reserved: bigint; debt: bigint }): string | null {
  const { available, held, reserved, debt } = balance;
  if (available === 0n && held === 0n && reserved === 0n && debt === 0n) return null;
  return `available ${available}, held ${held}, reserved ${reserved}, debt ${debt}`;
}

/** Lots of one account by their end; equal ends are told together. */
export function lotsText(lots: readonly { remaining: bigint; reserved: bigint; expiresAt: Date | null }[]): string | null {
  const byEnd = new Map<string, { remaining: bigint; reserved: bigint }>();
  for (const lot of lots) {
    const end = timeText(lot.expiresAt);
    const sum = byEnd.get(end) ?? { remaining: 0n, reserved: 0n };
    byEnd.set(end, { remaining: sum.remaining + lot.remaining, reserved: sum.reserved + lot.reserved });
  }
  const told = [...byEnd]
    .filter(([, lot]) => lot.remaining > 0n || lot.reserved > 0n)
    .map(([end, lot]) => `${lot.remaining}+${lot.reserved} until ${end}`);
  return told.length === 0 ? null : told.sort().join('; ');
}

export function rewardText(reward: {
  owner: string;
  unit: string | null;
  original: bigint;
  amount: bigint;
  status: string;
  heldUntil: Date | null;
  reasons: readonly string[];
  isLoss: boolean;
}): string {
  const value = reward.unit === null ? 'coupon' : `${reward.amount} of ${reward.original} ${reward.unit}`;
  const held = reward.status === 'held' ? ` until ${timeText(reward.heldUntil)} for ${[...reward.reasons].sort().join('+')}` : '';
  return `${reward.status} ${value} to ${reward.owner}${held}${reward.isLoss ? ', a loss' : ''}`;
}

export function couponText(coupon: { status: string; validUntil: Date | null; usedOrderId: string | null }): string {
  return `${coupon.status} until ${timeText(coupon.validUntil)}, used on ${coupon.usedOrderId ?? 'nothing'}`;
}

/** Without a rule whose conditions held, an order's referral may be told as waiting, refused or over alike. */
export function referralText(referral: {
  status: string;
  referrer: string;
  orderId: string | null;
  qualifiesAt: Date | null;
  hasRule: boolean;
}): string {
  const isSettled = referral.hasRule || referral.status === 'started' || referral.status === 'joined' || referral.status === 'expired';
  const status = isSettled ? referral.status : 'ordered or refused';
  const due = status === 'ordered' ? ` until ${timeText(referral.qualifiesAt)}` : '';
  return `${status}${due} by ${referral.referrer} on ${referral.orderId ?? 'nothing'}`;
}

export function orderText(order: {
  paid: bigint;
  refunded: bigint;
  parked: number;
  number: number | null;
  paidAt: Date | null;
  deliveredAt: Date | null;
  cancelledAt: Date | null;
}): string {
  const times = `paid ${timeText(order.paidAt)}, delivered ${timeText(order.deliveredAt)}, cancelled ${timeText(order.cancelledAt)}`;
  return `number ${order.number ?? '-'}: ${order.paid} less ${order.refunded}, ${times}, ${order.parked} parked`;
}

export function reservationText(reservation: {
  status: string;
  amount: bigint;
  valueMinor: bigint;
  returned: bigint;
  orderId: string | null;
}): string {
  return `${reservation.status} ${reservation.amount} worth ${reservation.valueMinor} for ${reservation.orderId ?? 'any order'}, ${reservation.returned} given back`;
}

function timeText(at: Date | null): string {
  return at === null ? 'never' : at.toISOString();
}
