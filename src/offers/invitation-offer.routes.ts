import { memberOf } from '../cabinet/member-of.ts';
import { findWishes } from '../cabinet/member-wishes.store.ts';
import { countInvitationOffer, getInvitationOffer } from '../contract/introduction.endpoints.ts';
import { type Route, route } from '../contract/route.ts';
import { listMemberships } from '../customers/customers.store.ts';
import { ok } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { disclosureByMember } from '../texts/disclosure.ts';
import { offerSentence } from '../texts/offer-sentence.ts';
import { inBoth } from '../texts/wording.ts';
import { findFriendPrograms } from './find-friend-programs.ts';
import { countImpression } from './impressions.store.ts';
import { findInvitationMoment } from './invitation-moment.store.ts';
import { mayInvite } from './may-invite.ts';

export function invitationOfferRoutes({ db, clock }: ServerDeps): readonly Route[] {
  return [
    route(countInvitationOffer, async ({ caller }) => {
      await countImpression(db, caller, { place: 'offer', at: clock.now() });
      return ok(null);
    }),
    route(getInvitationOffer, async (call) => {
      const { caller } = call;
      const { customerId, programId } = memberOf(call);
      const now = clock.now();
      const { noInvitationsSince, askAgainAfter } = await findWishes(db, caller, customerId);
      const moment = await findInvitationMoment(db, caller, customerId);
      if (!mayInvite(moment, { wantsNone: noInvitationsSince !== null, askAgainAfter, now })) return ok({ show: false, offer: null });
      const [{ live }, memberships] = await Promise.all([
        findFriendPrograms(db, caller, customerId, now),
        listMemberships(db, caller, customerId),
      ]);
      // Who has paused is not to be asked, though their friends still come.
      const open = live.filter(({ program }) => memberships.some(({ programId: id, status }) => id === program.id && status === 'active'));
      const found = open.find(({ program }) => program.id === programId) ?? open[0];
      if (found === undefined) return ok({ show: false, offer: null });
      const { document } = found.version;
      const sentence = inBoth((locale) => offerSentence(document, { locale, to: 'member', tierId: found.tierId }));
      return ok({ show: true, offer: { sentence, disclosure: disclosureByMember(document) } });
    }),
  ];
}
