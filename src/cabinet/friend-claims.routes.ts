import { randomBytes, randomUUID } from 'node:crypto';
import { fileClaim, listMyClaims } from '../contract/cabinet-acts.endpoints.ts';
import * as endpoints from '../contract/friend-claims.endpoints.ts';
import { decodeCursor, EPOCH_MS_PART, pageFrom, UUID_PART } from '../contract/page-cursor.ts';
import { problem } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import { wireId } from '../domain/ids.ts';
import { assert, err, ok } from '../domain/result.ts';
import { customerOfId, submitAct } from '../events/submit-act.ts';
import type { ServerDeps } from '../server-deps.ts';
import { deleteCabinetSecret, insertCabinetSecret, listCabinetSecrets } from './cabinet-secrets.store.ts';
import { claimIdOf, isSameClaim } from './claim-id.ts';
import * as store from './friend-claims.store.ts';
import { memberOf } from './member-of.ts';
import { countTokenSessions } from './member-sessions.store.ts';
import { idleSince } from './session-times.ts';

const MAX_OPEN = 10;
const SECRET_BYTES = 32;

/** Claims that a friend is not counted, for the member and for staff; and the secrets of the shop. */
export function friendClaimRoutes(deps: ServerDeps): readonly Route[] {
  return [...memberRoutes(deps), ...staffRoutes(deps), ...secretRoutes(deps)];
}

function memberRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(fileClaim, async (call) => {
      const { caller } = call;
      const { customerId } = memberOf(call);
      const claimed = { friend: call.body.friend, note: call.body.note ?? null };
      const same = (await store.listClaimsOf(db, caller, customerId)).filter((each) => isSameClaim(each, claimed));
      const waiting = same.find(({ status }) => status === 'open');
      if (waiting !== undefined) return ok(memberClaim(waiting));
      if ((await store.countOpenClaims(db, caller, customerId)) >= MAX_OPEN) return err(problem('friend_claim_limit'));
      const claim = { ...claimed, id: claimIdOf(caller, { customerId, claimed, before: same.length }), customerId, createdAt: clock.now() };
      const act = { ...call.act, eventId: claim.id };
      const done = await submitAct(
        deps,
        { caller, act, sent: { claimId: claim.id } },
        { body: { type: 'friend-claim.filed', claimId: claim.id }, customer: customerOfId(customerId) },
      );
      if (!done.ok) return done;
      if (!(await store.insertFriendClaim(db, caller, claim))) return err(problem('customer_unknown'));
      const filed = await store.findFriendClaim(db, caller, claim.id);
      assert(filed !== null, 'a claim that was filed is there');
      return ok(memberClaim(filed));
    }),
    route(listMyClaims, async (call) => {
      const claims = await store.listClaimsOf(db, call.caller, memberOf(call).customerId);
      return ok({ items: claims.map(memberClaim) });
    }),
  ];
}

type MemberClaim = Pick<store.FriendClaim, 'id' | 'friend' | 'note' | 'status' | 'createdAt' | 'answer' | 'answeredAt'>;

function memberClaim({ id, friend, note, status, createdAt, answer, answeredAt }: MemberClaim) {
  return { id, friend, note, status, createdAt: createdAt.toISOString(), answer, answeredAt: timeToWire(answeredAt) };
}

function staffRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.listFriendClaims, async ({ caller, query }) => {
      const key = decodeCursor(query.cursor, [EPOCH_MS_PART, UUID_PART]);
      if (!key.ok) return key;
      const [createdAtMs, id] = key.value ?? [];
      const after = createdAtMs === undefined || id === undefined ? null : { createdAt: new Date(Number(createdAtMs)), id };
      const { limit, status } = query;
      const rows = await store.listFriendClaims(db, caller, { status, after, limit });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [String(row.createdAt.getTime()), row.id], toItem: staffClaim }));
    }),
    route(endpoints.answerFriendClaim, async (call) => {
      const { caller } = call;
      const { outcome, answer, actor } = call.body;
      const known = await store.findFriendClaim(db, caller, call.params.id);
      if (known === null) return err(problem('friend_claim_unknown', 'id'));
      if (known.status !== 'open') return err(problem('friend_claim_answered', 'id'));
      // The log first: an answer that the member sees is in it, whatever happens in between. A claim has one answer there, whoever is faster.
      const act = { source: call.act.source, eventId: known.id };
      const done = await submitAct(
        deps,
        { caller, act, sent: { outcome, answer, actor } },
        {
          body: { type: 'friend-claim.answered', claimId: known.id, outcome },
          customer: customerOfId(known.customerId),
          actor,
          personal: JSON.stringify({ answer }),
        },
      );
      if (!done.ok && done.error.code === 'event_conflict') {
        // Its process may have died before the member could see it.
        const logged = await store.findLoggedAnswer(db, caller, act);
        if (logged !== null) await store.answerClaim(db, caller, { ...logged, id: known.id });
        return err(problem('friend_claim_answered', 'id'));
      }
      if (!done.ok) return done;
      const given = { id: known.id, status: outcome, answer, answeredBy: actor, at: clock.now() };
      if (!(await store.answerClaim(db, caller, given))) return err(problem('friend_claim_answered', 'id'));
      const answered = await store.findFriendClaim(db, caller, known.id);
      assert(answered !== null, 'a claim that was answered is there');
      return ok(staffClaim(answered));
    }),
  ];
}

function staffClaim({ customerId, customerName, answeredBy, ...claim }: store.FriendClaim) {
  return { ...memberClaim(claim), customerId: wireId('cus', customerId), customerName, answeredBy };
}

function secretRoutes({ db, clock }: ServerDeps): readonly Route[] {
  return [
    route(endpoints.listCabinetSecrets, async ({ caller }) => {
      const now = clock.now();
      const [secrets, tokenSessions] = await Promise.all([
        listCabinetSecrets(db, caller.tenantId),
        countTokenSessions(db, caller.tenantId, { now, idleSince: idleSince(now) }),
      ]);
      return ok({ items: secrets.map(({ id, createdAt }) => ({ id, createdAt: createdAt.toISOString() })), tokenSessions });
    }),
    route(endpoints.createCabinetSecret, async ({ caller }) => {
      const at = clock.now();
      const made = { id: randomUUID(), secret: randomBytes(SECRET_BYTES).toString('base64url'), createdAt: at };
      await insertCabinetSecret(db, caller.tenantId, made);
      return ok({ id: made.id, secret: made.secret, createdAt: at.toISOString() });
    }),
    route(endpoints.deleteCabinetSecret, async ({ caller, params }) => {
      if (!(await deleteCabinetSecret(db, caller.tenantId, params.id))) return err(problem('cabinet_secret_unknown', 'id'));
      return ok(null);
    }),
  ];
}
