import type { CustomerId, ProgramId } from '../ids.ts';
import type { Referral } from './entities.ts';
import { qualifiedInstant } from './referral-tally.ts';
import type { Workspace } from './workspace.ts';

/** What the decision so far has changed of a referrer's referrals in one programme, against what is tallied. */
export interface ReferralChanges {
  readonly gone: readonly Referral[];
  readonly come: readonly Referral[];
}

export function referralChanges(ws: Workspace, programId: ProgramId, referrerId: CustomerId): ReferralChanges {
  const gone: Referral[] = [];
  const come: Referral[] = [];
  const isTheirs = (referral: Referral | null): referral is Referral =>
    referral !== null && referral.referrerId === referrerId && referral.programId === programId;
  const changed = [...ws.referrals.changes()];
  for (const after of changed) {
    const before = ws.referrals.before(after);
    if (isTheirs(before)) gone.push(before);
    if (isTheirs(after)) come.push(after);
  }
  for (const before of ws.referrals.moved()) if (isTheirs(before)) gone.push(before);
  return { gone, come };
}

/** When the referrer's friends came to be qualified with an order, as this decision has it by now: epoch ms, ascending. */
export function qualifiedInstants(ws: Workspace, programId: ProgramId, referrerId: CustomerId): readonly number[] {
  const { qualified } = ws.tallies.of(programId, referrerId);
  const { gone, come } = referralChanges(ws, programId, referrerId);
  const lost = gone.flatMap((referral) => qualifiedInstant(referral) ?? []);
  const won = come.flatMap((referral) => qualifiedInstant(referral) ?? []);
  if (lost.length === 0 && won.length === 0) return qualified.all;
  const changed = qualified.copy();
  for (const at of lost) changed.remove(at, () => true);
  for (const at of won) changed.add(at);
  return changed.all;
}
