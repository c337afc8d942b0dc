/** Whether what a partner accepted of a tier has become worse since: then a new yes is asked before they enter it again (2-13). */
import type { Grant, ProgramDocument, Rule, Tier } from './document.ts';
import { isLess, isLowered } from './less-benefit.ts';
import { findTier } from './program-rules.ts';

/** What cannot be compared counts as worse. */
export function isTierWorse(before: ProgramDocument, now: ProgramDocument, tierId: string): boolean {
  const older = findTier(before, tierId);
  const newer = findTier(now, tierId);
  if (older === null || newer === null || before.currency !== now.currency) return true;
  return (
    isHarderToKeep(older, newer) ||
    older.perks.some((perk) => !newer.perks.includes(perk)) ||
    older.rules.some((rule) =>
      isRuleWorse(
        rule,
        newer.rules.find(({ id }) => id === rule.id),
      ),
    ) ||
    before.rules.some(({ id }) => newer.replaces.includes(id) && !older.replaces.includes(id))
  );
}

function isHarderToKeep(before: Tier, now: Tier): boolean {
  if (now.downgrade === 'none') return false;
  return (
    now.graceDays < before.graceDays ||
    now.downgrade !== before.downgrade ||
    !isSame(now.keep, before.keep) ||
    (now.expiry !== null && !isSame(now.expiry, before.expiry))
  );
}

function isRuleWorse(before: Rule, now: Rule | undefined): boolean {
  if (now === undefined || now.on !== before.on) return true;
  const asksMore = now.if.some((condition) => !before.if.some((known) => isSame(known, condition)));
  return asksMore || isCappedMore(before, now) || before.grant.some((grant, index) => isGrantWorse(grant, now.grant[index]));
}

function isCappedMore({ caps: before }: Rule, { caps: now }: Rule): boolean {
  const isAdded = (older: unknown, newer: unknown): boolean => newer !== null && !isSame(older, newer);
  return isAdded(before.perReferrer, now.perReferrer) || isAdded(before.budget, now.budget);
}

function isGrantWorse(before: Grant, now: Grant | undefined): boolean {
  return (
    now === undefined ||
    now.to !== before.to ||
    now.accrue !== before.accrue ||
    isLess(before.benefit, now.benefit) ||
    isLowered(before.expiresAfterDays, now.expiresAfterDays) ||
    (now.hold !== null && !isSame(now.hold, before.hold))
  );
}

function isSame(a: unknown, b: unknown): boolean {
  return written(a) === written(b);
}

function written(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part)) ?? '';
}
