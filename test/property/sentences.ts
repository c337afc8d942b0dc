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
  kind: string;
  chosen: string | null;
  unit: string | null;
  original: bigint;
  amount: bigint;
  status: string;
  heldUntil: Date | null;
  reasons: readonly string[];
  isLoss: boolean;
}): string {
  const made = reward.chosen === null ? '' : ` of ${reward.chosen}`;
  const amount = `${reward.amount} of ${reward.original} ${reward.unit}`;
  const told = reward.kind === 'donation' ? `${amount} donated` : reward.kind === 'commission' ? `${amount} commission` : amount;
  const value = reward.unit === null ? `${reward.kind}${made}` : told;
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

export function payoutText(payout: { status: string; amount: bigint; owner: string }): string {
  return `${payout.status} ${payout.amount} to ${payout.owner}`;
}

/** Null where there is nothing to tell: in no tier, and never was. */
export function standingText(standing: {
  tier: string | null;
  since: Date;
  heldBy: string;
  termEndsAt: Date | null;
  graceEndsAt: Date | null;
  invitedTo: string | null;
  invitedAt: Date | null;
  invitedBy: string | null;
  past: readonly { tier: string; from: Date; until: Date; reason: string }[];
}): string | null {
  const { tier, invitedTo, past } = standing;
  if (tier === null && invitedTo === null && past.length === 0) return null;
  const term = `term ${timeText(standing.termEndsAt)}, grace ${timeText(standing.graceEndsAt)}`;
  const here = tier === null ? 'none' : `${tier} since ${timeText(standing.since)} by ${standing.heldBy}, ${term}`;
  const invited = invitedTo === null ? '' : `, invited to ${invitedTo} ${timeText(standing.invitedAt)} by ${standing.invitedBy}`;
  const before = past.map((one) => `; ${one.tier} ${timeText(one.from)}–${timeText(one.until)} ${one.reason}`).join('');
  return `${here}${invited}${before}`;
}

/** Who brought a customer, and whose rules the referral stays on. */
export function attributionText(attribution: { referrer: string | null; tier: string | null; wasNew: boolean | null }): string {
  const { referrer, tier, wasNew } = attribution;
  const news = wasNew === null ? 'before an order' : wasNew ? 'as new' : 'as known';
  return referrer === null ? `by nobody ${news}` : `by ${referrer} in ${tier ?? 'no tier'} ${news}`;
}

export function accessText(access: {
  owner: string;
  perk: string;
  status: string;
  hasCode: boolean;
  cost: bigint;
  chooseUntil: Date | null;
  validUntil: Date | null;
  waitingSince: Date | null;
}): string {
  const dates = `choose until ${timeText(access.chooseUntil)}, valid until ${timeText(access.validUntil)}, waits since ${timeText(access.waitingSince)}`;
  return `${access.status} ${access.perk} of ${access.owner} at ${access.cost}${access.hasCode ? ' with a code' : ''}, ${dates}`;
}

const written = new Map<number, string>();

/** The same few instants are told again and again. */
function timeText(at: Date | null): string {
  if (at === null) return 'never';
  const known = written.get(at.getTime()) ?? at.toISOString();
  written.set(at.getTime(), known);
  return known;
}
