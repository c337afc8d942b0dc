/**
 * What a friend's number had brought and nobody could take over when that friend was taken back (0-16, 0-17): it waits, noted with the
 * friend's count, for the next one who counts for the rule. Friends who came under other rules take a place among the numbers, but never
 * the gift; without this it would be lost with the place they stand at.
 */
import type { Referral } from '../facts/entities.ts';
import { memberKey } from '../facts/facts.ts';
import type { Workspace } from '../facts/workspace.ts';
import { isSomeNumberMet } from '../program/steps.ts';
import { type CountedReferral, countedReferral, countedTotal, placeOf } from './referral-number.ts';
import type { RuleContext } from './rule-context.ts';
import { topUp } from './top-up.ts';

/** The gift of a leg waits from now on; not where a correction has given the friend to another referrer. */
export function letWait(ws: Workspace, of: { readonly ruleId: string; readonly taken: CountedReferral; readonly leg: number }): void {
  const { programId, friendId, referrerId } = of.taken.referral;
  const now = ws.referrals.get(memberKey(programId, friendId));
  if (now === null || now.referrerId !== referrerId) return;
  const counts = now.counts.map((count) =>
    count.ruleId === of.ruleId && count.isTakenBack ? { ...count, waitingLegs: [...(count.waitingLegs ?? []), of.leg] } : count,
  );
  ws.referrals.put({ ...now, counts });
}

/** The number of a friend is met: what waited for the rule is given by that, or was refused with it. */
export function endWaiting(ws: Workspace, ctx: RuleContext): void {
  for (const referral of waitingReferrals(ws, ctx)) {
    const counts = referral.counts.map((count) => {
      const { waitingLegs: _, ...ended } = count;
      return count.ruleId === ctx.rule.id ? ended : count;
    });
    ws.referrals.put({ ...referral, counts });
  }
}

/** The friend who has just counted, by whose own number nothing is due, takes over what waits. True when anything did. */
export function passOn(ws: Workspace, ctx: RuleContext): boolean {
  const waiting = waitingReferrals(ws, ctx).flatMap(({ counts }) => counts.filter(({ ruleId }) => ruleId === ctx.rule.id));
  const legs = new Set(waiting.flatMap(({ waitingLegs }) => waitingLegs ?? []));
  const { referrerId } = ctx.attribution;
  if (legs.size === 0 || referrerId === null) return false;
  const of = { program: ctx.program, ruleId: ctx.rule.id, referrerId };
  const referral = ws.referrals.get(memberKey(ctx.program.id, ctx.attribution.customerId));
  const own = referral?.referrerId === referrerId ? countedReferral(ctx.program, ctx.rule.id, referral) : null;
  if (own?.count?.sequence !== ws.event.sequence || !isSomeNumberMet(ctx.rule.if, countedTotal(ws, of))) return false;
  const number = placeOf(ws, of, own);
  endWaiting(ws, ctx);
  const before = ws.shownRewardIds.length;
  for (const leg of [...legs].sort((a, b) => a - b)) {
    if (ctx.rule.grant[leg]?.to !== 'referrer') continue;
    topUp(ws, ctx.program, { counted: own, version: ctx.version, rule: ctx.rule, number }, { leg, amount: null });
  }
  return ws.shownRewardIds.length > before;
}

function waitingReferrals(ws: Workspace, { program, rule, attribution }: RuleContext): readonly Referral[] {
  if (attribution.referrerId === null) return [];
  return ws.referrals
    .by('waiting', attribution.referrerId)
    .filter(
      ({ programId, counts }) =>
        programId === program.id && counts.some(({ ruleId, waitingLegs }) => ruleId === rule.id && waitingLegs !== undefined),
    );
}
