import type { Beneficiary, Benefit, Rule } from './document.ts';
import type { ProgramIssue } from './program-issue.ts';

/**
 * Requirement 1-21: by default a friend gains at least as much as the referrer. Only legs of one kind, one form and one unit
 * are compared: nobody can say whether 10 % in credit is more than a 5 % coupon, and a rule for one side alone is a choice.
 */
export function checkFriendShare(rule: Rule, grantField: string): ProgramIssue[] {
  const mine = sharesOf(rule, 'referrer');
  const theirs = sharesOf(rule, 'friend');
  const isLess = [...mine].some(([kind, share]) => {
    const other = theirs.get(kind);
    return other !== undefined && gainsMore(share, other);
  });
  if (!isLess) return [];
  return [
    {
      code: 'friend_gets_less',
      field: grantField,
      text: {
        ru: 'Друг получает меньше, чем рекомендатель: дайте другу не меньше или напишите в правиле "allowReferrerMore": true.',
        en: 'The friend gets less than the referrer: give the friend at least as much, or write "allowReferrerMore": true in the rule.',
      },
    },
  ];
}

/** Whether `checkFriendShare` would refuse the rule without its author's word. */
export function givesReferrerMore(rule: Rule): boolean {
  return checkFriendShare(rule, '').length > 0;
}

/** `amount` per `per` of base (both 1-based for fixed sums), at most `max`; null = without limit. */
interface Share {
  readonly amount: bigint;
  readonly per: bigint;
  readonly max: bigint | null;
}

function sharesOf(rule: Rule, to: Beneficiary): ReadonlyMap<string, Share> {
  const shares = new Map<string, Share>();
  for (const grant of rule.grant) {
    if (grant.to !== to) continue;
    const next = shareOf(grant.benefit);
    if (next === null) continue;
    const before = shares.get(next.kind);
    shares.set(next.kind, before === undefined ? next.share : addShares(before, next.share));
  }
  return shares;
}

function shareOf(benefit: Benefit): { readonly kind: string; readonly share: Share } | null {
  if (benefit.kind === 'gift' || benefit.kind === 'perk' || benefit.kind === 'choice' || benefit.kind === 'donation') return null;
  // Nobody can say how far a referrer gets: what grows with their friends is compared with nothing.
  if ('how' in benefit && benefit.how === 'steps') return null;
  if (benefit.kind === 'coupon') {
    const { discount, use } = benefit;
    if (discount.how === 'percent')
      return { kind: `coupon percent ${use}`, share: { amount: discount.basisPoints, per: 1n, max: discount.maxMinor } };
    return discount.how === 'amount' ? { kind: `coupon amount ${use}`, share: { amount: discount.amountMinor, per: 1n, max: null } } : null;
  }
  if (benefit.kind === 'points') {
    if (benefit.how === 'fixed') return { kind: 'points fixed', share: { amount: benefit.points, per: 1n, max: null } };
    return { kind: `points per ${benefit.of}`, share: { amount: benefit.points, per: benefit.perMinor, max: benefit.maxPoints } };
  }
  if (benefit.how === 'fixed') return { kind: `${benefit.kind} fixed`, share: { amount: benefit.amountMinor, per: 1n, max: null } };
  return { kind: `${benefit.kind} percent ${benefit.of}`, share: { amount: benefit.basisPoints, per: 1n, max: benefit.maxMinor } };
}

function addShares(a: Share, b: Share): Share {
  return {
    amount: a.amount * b.per + b.amount * a.per,
    per: a.per * b.per,
    max: a.max === null || b.max === null ? null : a.max + b.max,
  };
}

function gainsMore(mine: Share, theirs: Share): boolean {
  const mineScaled = mine.amount * theirs.per;
  const theirsScaled = theirs.amount * mine.per;
  if (mineScaled !== theirsScaled) return mineScaled > theirsScaled;
  return theirs.max !== null && (mine.max === null || mine.max > theirs.max);
}
