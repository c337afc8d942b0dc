import type { Caller } from '../contract/caller.ts';
import { referralToWire } from '../contract/resource-encoding.ts';
import type { Db } from '../database/schema.ts';
import { versionAt } from '../programs/program-status.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import { whyNotYet } from '../texts/why-not-yet.ts';
import type { ShownReferral } from './referrals.store.ts';

/** How referrals of this business are shown: with why each has not counted yet, by the version and the tier it came under. */
export async function referralTeller(db: Db, caller: Caller) {
  const programs = await listPublishedPrograms(db, caller.tenantId);
  return (referral: ShownReferral) => {
    const program = programs.find(({ id }) => id === referral.programId);
    const pinned = program?.versions.find(({ id }) => id === referral.versionId);
    const version = program === undefined ? null : (pinned ?? versionAt(program, referral.startedAt));
    return { ...referralToWire(referral), whyNotYet: version === null ? null : whyNotYet(referral, version.document) };
  };
}
