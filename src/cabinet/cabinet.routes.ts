import * as acts from '../contract/cabinet-acts.endpoints.ts';
import * as home from '../contract/cabinet-home.endpoints.ts';
import { decodeCursor, ORDINAL_PART, pageFrom, SEQUENCE_PART } from '../contract/page-cursor.ts';
import { invalidField, problem } from '../contract/problems.ts';
import { type Route, route } from '../contract/route.ts';
import { listMemberships } from '../customers/customers.store.ts';
import { listEntryRows } from '../customers/entries.store.ts';
import { parseWireId } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { listPublishedPrograms } from '../programs/published-programs.store.ts';
import { findReferral, listReferralsOf } from '../referrals/referrals.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { cabinetActRoutes } from './cabinet-acts.routes.ts';
import { cabinetDoorRoutes } from './door.routes.ts';
import { friendClaimRoutes } from './friend-claims.routes.ts';
import { saveLabel } from './friend-labels.store.ts';
import { friendTeller } from './friends.ts';
import { hideId, revealId } from './hidden-ids.ts';
import { entryTeller } from './history.ts';
import { documentsAt, findZone, showHome } from './home.ts';
import { memberOf } from './member-of.ts';
import { cabinetMoneyRoutes } from './money.routes.ts';
import { addShare } from './shares.store.ts';
import { wishRoutes } from './wishes.routes.ts';

const HIDDEN_PART = /^ref_[0-9a-f]{32}$/;

/** Everything of the member's cabinet, and what staff do about it. */
export function cabinetRoutes(deps: ServerDeps): readonly Route[] {
  return [
    ...cabinetDoorRoutes(deps),
    ...readRoutes(deps),
    ...friendRoutes(deps),
    ...wishRoutes(deps),
    ...cabinetActRoutes(deps),
    ...cabinetMoneyRoutes(deps),
    ...friendClaimRoutes(deps),
  ];
}

function readRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(home.getHome, async (call) => ok(await showHome(deps, call.caller, memberOf(call)))),
    route(home.listHistory, async (call) => {
      const key = decodeCursor(call.query.cursor, [SEQUENCE_PART, ORDINAL_PART]);
      if (!key.ok) return key;
      const [sequence, ordinal] = key.value ?? [];
      const before = sequence === undefined ? null : { sequence: BigInt(sequence), ordinal: Number(ordinal) };
      const { caller } = call;
      const { limit } = call.query;
      const { customerId } = memberOf(call);
      const rows = await listEntryRows(db, caller, { customerId, before, limit });
      const programs = await listPublishedPrograms(db, caller.tenantId);
      const documents = documentsAt(programs, clock.now());
      const timeZone = await findZone(deps, caller, { ...memberOf(call), documents });
      const toItem = await entryTeller(db, caller, { customerId, rows, documents, timeZone });
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.sequence.toString(), String(row.ordinal)], toItem }));
    }),
    route(acts.countShare, async (call) => {
      await addShare(db, call.caller, { customerId: memberOf(call).customerId, channel: call.body.channel, at: clock.now() });
      return ok(null);
    }),
  ];
}

function friendRoutes({ db }: ServerDeps): readonly Route[] {
  return [
    route(home.listFriends, async (call) => {
      const key = decodeCursor(call.query.cursor, [HIDDEN_PART]);
      if (!key.ok) return key;
      const { limit } = call.query;
      const referrerId = memberOf(call).customerId;
      const last = parseWireId('ref', key.value?.[0] ?? '');
      const before = last === null ? null : await findReferral(db, call.caller, revealId(call.caller, last));
      if (last !== null && before?.referrerId !== referrerId) return err(invalidField({ field: 'cursor', issue: 'cursor' }));
      const programIds = (await listMemberships(db, call.caller, referrerId)).map(({ programId }) => programId);
      if (programIds.length === 0) return ok({ items: [], nextCursor: null });
      const referrals = await listReferralsOf(db, call.caller, { referrerId, programIds, before, limit });
      const toItem = await friendTeller(db, call.caller, { referrerId, referrals });
      return ok(pageFrom(referrals, { limit, keyOf: (row) => [hideId(call.caller, 'ref', row.id)], toItem }));
    }),
    route(home.labelFriend, async (call) => {
      const referrerId = memberOf(call).customerId;
      const found = await findReferral(db, call.caller, revealId(call.caller, call.params.id));
      if (found === null || found.referrerId !== referrerId) return err(problem('referral_unknown', 'id'));
      const isSaved = await saveLabel(db, call.caller, { referrerId, friendId: found.friendId, label: call.body.label });
      return isSaved ? ok(null) : err(problem('referral_unknown', 'id'));
    }),
  ];
}
