import { problem } from '../contract/problems.ts';
import { getOffer } from '../contract/referrals.endpoints.ts';
import { type Route, route } from '../contract/route.ts';
import { findCustomerId, listMemberships } from '../customers/customers.store.ts';
import { wireId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { err, ok } from '../domain/result.ts';
import { statusAt, versionAt } from '../programs/program-status.ts';
import { listPrograms } from '../programs/programs.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { disclosureToFriend } from '../texts/disclosure.ts';
import { friendOffers } from '../texts/friend-offers.ts';
import { howItWorksInBoth } from '../texts/how-it-works.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { inBoth } from '../texts/wording.ts';
import { findTierIds } from '../tiers/standings.store.ts';
import { findCodeOwner } from './code-owner.store.ts';

const MAX_PROGRAMS = 200;

export function offerRoutes({ db, clock }: ServerDeps): readonly Route[] {
  return [
    route(getOffer, async ({ caller, params }) => {
      const owner = await findCodeOwner(db, caller, params.code);
      if (owner === null) return err(problem('code_unknown', 'code'));
      const ownerId = (await findCustomerId(db, caller, wireId('cus', owner.customerId))) ?? owner.customerId;
      const memberships = await listMemberships(db, caller, ownerId);
      // A paused member's friends keep their own benefit (contract.md 6.14).
      const joined = new Set(
        memberships.filter(({ status }) => status === 'active' || status === 'paused').map(({ programId }) => programId),
      );
      const now = clock.now();
      const programs = (await listPrograms(db, { tenantId: caller.tenantId, after: null, limit: MAX_PROGRAMS })).filter(
        (program) => joined.has(program.id) && statusAt(program, now) === 'live',
      );
      // What the friend is promised is what the tier of the member who sends them gives.
      const tiers = await findTierIds(db, caller, ownerId);
      const offers = programs.flatMap((program) => {
        const version = versionAt(program, now);
        return version === null ? [] : [offerOf(version.document, tiers.get(program.id) ?? null)];
      });
      return ok({ code: owner.code, programs: offers });
    }),
  ];
}

function offerOf(document: ProgramDocument, tierId: string | null) {
  return {
    name: document.name,
    sentence: inBoth((locale) => offerSentence(document, { locale, to: 'friend', tierId })),
    offers: friendOffers(document, tierId).map(({ text, conditions }) => ({ text, conditions: [...conditions] })),
    steps: [...howItWorksInBoth(document, { to: 'friend', tierId })],
    disclosure: disclosureToFriend(document),
  };
}
