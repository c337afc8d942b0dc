import { adviceRoutes } from '../advice/advice.routes.ts';
import { cabinetRoutes } from '../cabinet/cabinet.routes.ts';
import { checkoutRoutes } from '../checkout/checkout.routes.ts';
import { claimRoutes } from '../claims/claims.routes.ts';
import { codeRoutes } from '../codes/codes.routes.ts';
import { connectorRoutes } from '../connectors/connectors.routes.ts';
import type { Route } from '../contract/route.ts';
import { couponRoutes } from '../coupons/coupons.routes.ts';
import { customerActRoutes } from '../customers/customer-acts.routes.ts';
import { customerRoutes } from '../customers/customers.routes.ts';
import { eventRoutes } from '../events/events.routes.ts';
import { exportRoutes } from '../exports/exports.routes.ts';
import { introductionRoutes } from '../friend-page/introduction.routes.ts';
import { keyRoutes } from '../keys/keys.routes.ts';
import { messageRoutes } from '../messages/messages.routes.ts';
import { invitationOfferRoutes } from '../offers/invitation-offer.routes.ts';
import { offerRoutes } from '../offers/offers.routes.ts';
import { orderRoutes } from '../orders/orders.routes.ts';
import { checklistRoutes } from '../overview/checklist.routes.ts';
import { overviewRoutes } from '../overview/overview.routes.ts';
import { payoutRoutes } from '../payouts/payouts.routes.ts';
import { perkRoutes } from '../perks/perks.routes.ts';
import { programDeskRoutes } from '../programs/program-desk.routes.ts';
import { programRoutes } from '../programs/programs.routes.ts';
import { referralRoutes } from '../referrals/referrals.routes.ts';
import { reviewRoutes } from '../referrals/review.routes.ts';
import { reservationRoutes } from '../reservations/reservations.routes.ts';
import { rewardRoutes } from '../rewards/rewards.routes.ts';
import type { ServerDeps } from '../server-deps.ts';
import { sessionRoutes } from '../staff/session.routes.ts';
import { staffRoutes } from '../staff/staff.routes.ts';
import { templateRoutes } from '../templates/templates.routes.ts';
import { tenantRoutes } from '../tenants/tenant.routes.ts';
import { termsRoutes } from '../terms/terms.routes.ts';
import { tierRoutes } from '../tiers/tiers.routes.ts';
import { uploadRoutes } from '../uploads/uploads.routes.ts';
import { webhookRoutes } from '../webhooks/webhooks.routes.ts';
import { selfCheckRoutes } from '../widget/self-check.routes.ts';

/** Every endpoint of the API, in the order of the document. The document, the fuzzer and the security tests walk this list. */
export function allRoutes(deps: ServerDeps): readonly Route[] {
  const lists = [
    ...eventRoutes(deps),
    ...customerRoutes(deps),
    ...customerActRoutes(deps),
    ...codeRoutes(deps),
    ...programRoutes(deps),
    ...overviewRoutes(deps),
    ...templateRoutes(deps),
    ...adviceRoutes(deps),
    ...checklistRoutes(deps),
    ...programDeskRoutes(deps),
    ...termsRoutes(deps),
    ...tierRoutes(deps),
    ...checkoutRoutes(deps),
    ...reservationRoutes(deps),
    ...couponRoutes(deps),
    ...rewardRoutes(deps),
    ...perkRoutes(deps),
    ...payoutRoutes(deps),
    ...referralRoutes(deps),
    ...reviewRoutes(deps),
    ...orderRoutes(deps),
    ...claimRoutes(deps),
    ...offerRoutes(deps),
    ...introductionRoutes(deps),
    ...invitationOfferRoutes(deps),
    ...selfCheckRoutes(deps),
    ...tenantRoutes(deps),
    ...keyRoutes(deps),
    ...staffRoutes(deps),
    ...sessionRoutes(deps),
    ...webhookRoutes(deps),
    ...messageRoutes(deps),
    ...cabinetRoutes(deps),
    ...connectorRoutes(deps),
    ...uploadRoutes(deps),
  ];
  return [...lists, ...exportRoutes(deps, lists)];
}
