import { problem } from '../contract/problems.ts';
import { getOffer } from '../contract/referrals.endpoints.ts';
import { type Route, route } from '../contract/route.ts';
import { findLinkStart } from '../customers/show-customer.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { err, ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { disclosureInMessage, disclosureToFriend } from '../texts/disclosure.ts';
import { friendOffers } from '../texts/friend-offers.ts';
import { howItWorksInBoth } from '../texts/how-it-works.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { inBoth } from '../texts/wording.ts';
import { findCodeOwner } from './code-owner.store.ts';
import { findFriendPrograms } from './find-friend-programs.ts';

export function offerRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(getOffer, async ({ caller, params }) => {
      const owner = await findCodeOwner(db, caller, params.code);
      if (owner === null) return err(problem('code_unknown', 'code'));
      const { live } = await findFriendPrograms(db, caller, owner.customerId, clock.now());
      const link = `${await findLinkStart(deps, caller)}${encodeURIComponent(owner.code)}`;
      return ok({ code: owner.code, link, programs: live.map(({ version, tierId }) => offerOf(version.document, tierId)) });
    }),
  ];
}

function offerOf(document: ProgramDocument, tierId: string | null) {
  return {
    name: document.name,
    share: {
      message: inBoth((locale) => offerSentence(document, { locale, to: 'friend', tierId })),
      disclosure: disclosureInMessage(document),
    },
    sentence: inBoth((locale) => offerSentence(document, { locale, to: 'friend', tierId })),
    offers: friendOffers(document, tierId).map(({ text, conditions }) => ({ text, conditions: [...conditions] })),
    steps: [...howItWorksInBoth(document, { to: 'friend', tierId })],
    disclosure: disclosureToFriend(document),
  };
}
