/** Everything kept about a customer. The one place that knows where all of it lies: what staff and what the member take along are made of it. */

import { listClaimsOf } from '../cabinet/friend-claims.store.ts';
import { listLabels } from '../cabinet/friend-labels.store.ts';
import { listMemberSessions } from '../cabinet/member-sessions.store.ts';
import { findWishes } from '../cabinet/member-wishes.store.ts';
import { idleSince } from '../cabinet/session-times.ts';
import { listSharesOf } from '../cabinet/shares.store.ts';
import type { Caller } from '../contract/caller.ts';
import type { WireCustomerRecords } from '../contract/customer-export.ts';
import { moneyToWire, timeToWire, unitToWire } from '../contract/resource-encoding.ts';
import { listCoupons } from '../coupons/coupons.store.ts';
import { type CustomerId, wireId } from '../domain/ids.ts';
import { findIntroduction, introductionToWire } from '../friend-page/introduction.store.ts';
import { readMailChoices } from '../messages/mail-choices.store.ts';
import { listMailTo } from '../messages/mail-log.store.ts';
import { payeeToWire } from '../payouts/payout-encoding.ts';
import { findPayees, listPayoutRows } from '../payouts/payouts.store.ts';
import { listGrants } from '../perks/access-grants.store.ts';
import { listReferralsOf } from '../referrals/referrals.store.ts';
import { listReservationsOf } from '../reservations/reservations.store.ts';
import { listRewardRows } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { listAcceptances } from '../terms/terms.store.ts';
import { listEntryRows } from './entries.store.ts';
import { listAttributions, listConsents, listEarlyClosings, listEventData, listOrderIds, listScores, listTouches } from './export.store.ts';
import { showCustomer } from './show-customer.ts';

const MAX_ROWS = 100_000;

export type GatheredCustomer = NonNullable<Awaited<ReturnType<typeof gatherCustomer>>>;

/** Null when there is no such customer. */
export async function gatherCustomer(deps: ServerDeps, caller: Caller, id: CustomerId) {
  const { db } = deps;
  const customer = await showCustomer(deps, caller, wireId('cus', id));
  if (customer === null) return null;
  const page = { customerId: id, after: null, limit: MAX_ROWS };
  const [consents, introduction, orderIds, rewards, grants, entries, referrals, coupons, eventData, records] = await Promise.all([
    listConsents(db, caller, id),
    findIntroduction(db, caller, id),
    listOrderIds(db, caller, id),
    listRewardRows(db, caller, page),
    listGrants(db, caller, page),
    listEntryRows(db, caller, { customerId: id, before: null, limit: MAX_ROWS }),
    listReferralsOf(db, caller, { referrerId: id, before: null, limit: MAX_ROWS }),
    listCoupons(db, caller, { customerId: id, limit: MAX_ROWS }),
    listEventData(db, caller, id),
    gatherRecords(deps, caller, id),
  ]);
  const friendIds = [...new Set(referrals.map(({ friendId }) => friendId))];
  return {
    customer,
    consents: consents.map(({ purpose, givenAt, withdrawnAt, textVersion, proof, textHash, isConfirmed }) => ({
      purpose,
      givenAt: givenAt.toISOString(),
      withdrawnAt: timeToWire(withdrawnAt),
      textVersion,
      proof,
      textHash,
      isConfirmed,
    })),
    introduction: introduction === null ? null : introductionToWire(introduction),
    orderIds: [...orderIds],
    rewards,
    grants,
    entries,
    referrals,
    coupons,
    labels: await listLabels(db, caller, { referrerId: id, friendIds }),
    eventData: [...eventData],
    records,
  };
}

/** What is the same whoever takes it along. */
async function gatherRecords({ db, clock }: ServerDeps, caller: Caller, id: CustomerId): Promise<WireCustomerRecords> {
  const { tenantId } = caller;
  const now = clock.now();
  const [payees, payouts, acceptances, reservations, scores, closings, attributions, touches] = await Promise.all([
    findPayees(db, caller, [id]),
    listPayoutRows(db, caller, { customerId: id, after: null, limit: MAX_ROWS }),
    listAcceptances(db, caller, id),
    listReservationsOf(db, caller, id),
    listScores(db, caller, id),
    listEarlyClosings(db, caller, id),
    listAttributions(db, caller, id),
    listTouches(db, caller, id),
  ]);
  const payee = payees.get(id);
  return {
    payee: payee === undefined ? null : payeeToWire(payee),
    payouts: payouts.map(({ amount, unit, status, proposedAt, paidAt }) => ({
      amount: moneyToWire(amount, unit),
      status,
      proposedAt: proposedAt.toISOString(),
      paidAt: timeToWire(paidAt),
    })),
    acceptances: acceptances.map(({ programId, scope, versionNumber, textHash, locale, method, acceptedAt }) => ({
      programId: wireId('prg', programId),
      scope,
      version: versionNumber,
      textHash,
      locale,
      method,
      acceptedAt: acceptedAt.toISOString(),
    })),
    reservations: reservations.map(({ unit, amount, status, expiresAt, orderId }) => ({
      unit: unitToWire(unit),
      amount: amount.toString(),
      status,
      expiresAt: expiresAt.toISOString(),
      orderId,
    })),
    scores: scores.map(({ score, at }) => ({ score, at: at.toISOString() })),
    complaintsClosedFirst: closings.map(({ complaintId, at }) => ({ complaintId, at: at.toISOString() })),
    attributions: attributions.map(({ programId, by, touchAt, lockedAt }) => ({
      programId: wireId('prg', programId),
      by,
      touchAt: timeToWire(touchAt),
      lockedAt: lockedAt.toISOString(),
    })),
    touches: touches.map(({ by, at }) => ({ by, at: at.toISOString() })),
    ...(await gatherCabinet({ db, tenantId, now }, caller, id)),
  };
}

async function gatherCabinet(
  { db, tenantId, now }: Pick<ServerDeps, 'db'> & Pick<Caller, 'tenantId'> & { readonly now: Date },
  caller: Caller,
  customerId: CustomerId,
): Promise<Pick<WireCustomerRecords, 'sessions' | 'claims' | 'wishes' | 'shares' | 'messages'>> {
  const [sessions, claims, wishes, mail, shares, messages] = await Promise.all([
    listMemberSessions(db, tenantId, { customerId, now, idleSince: idleSince(now) }),
    listClaimsOf(db, caller, customerId),
    findWishes(db, caller, customerId),
    readMailChoices(db, tenantId, customerId),
    listSharesOf(db, caller, customerId),
    listMailTo(db, tenantId, customerId),
  ]);
  return {
    sessions: sessions.map(({ method, signedInAt, lastSeenAt, endsAt, agent, address }) => ({
      method,
      signedInAt: signedInAt.toISOString(),
      lastSeenAt: lastSeenAt.toISOString(),
      endsAt: endsAt.toISOString(),
      agent,
      network: address,
    })),
    claims: claims.map(({ friend, note, status, createdAt, answer, answeredAt }) => ({
      friend,
      note,
      status,
      createdAt: createdAt.toISOString(),
      answer,
      answeredAt: timeToWire(answeredAt),
    })),
    wishes: {
      noInvitationsSince: timeToWire(wishes.noInvitationsSince),
      askAgainAfter: timeToWire(wishes.askAgainAfter),
      declinedAll: mail.declinedAll,
      declined: [...mail.declined],
    },
    shares: shares.map(({ day, channel, shares: times }) => ({ day, channel, shares: times })),
    messages: messages.map(({ kind, status, createdAt, settledAt }) => ({
      kind,
      status,
      createdAt: createdAt.toISOString(),
      settledAt: timeToWire(settledAt),
    })),
  };
}
