import { findWishes, saveWishes } from '../cabinet/member-wishes.store.ts';
import type { Caller } from '../contract/caller.ts';
import * as endpoints from '../contract/customers.endpoints.ts';
import {
  decodeCursor,
  EPOCH_MS_PART,
  encodeCursor,
  ORDINAL_PART,
  pageFrom,
  SEQUENCE_PART,
  TEXT_PART,
  textFromPart,
  textToPart,
  UUID_PART,
} from '../contract/page-cursor.ts';
import { type Problem, problem } from '../contract/problems.ts';
import { rewardToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import { type CustomerId, parseWireId } from '../domain/ids.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { explainCustomer } from '../explain/explain-customer.ts';
import { listReferralsOf, listReferralsTo } from '../referrals/referrals.store.ts';
import { referralTeller } from '../referrals/tell-referrals.ts';
import { listRewardRows } from '../rewards/rewards.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { findStaffNames } from '../staff/staff-names.store.ts';
import { findCustomerId, findCustomers, listCustomers } from './customers.store.ts';
import { listEntryRows } from './entries.store.ts';
import { exportCustomer } from './export-customer.ts';
import { isFiltered, listFilteredPeople, type PeopleFilter } from './people-filter.store.ts';
import { searchPeople } from './search-people.store.ts';
import { entryToWire, showCustomer, summaryToWire } from './show-customer.ts';

type CustomerCall<Query = unknown> = Call<{ readonly id: string }, Query>;

/** What is read of a customer; what changes one is in customer-acts.routes.ts. */
export function customerRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(endpoints.listCustomers, async ({ caller, query }) => {
      const { q, ids, limit, cursor, ...filter } = query;
      if (ids !== undefined) {
        const named = ids.split(',').map((id) => parseWireId('cus', id) ?? '');
        return ok({ items: (await findCustomers(db, caller, named)).map(summaryToWire), nextCursor: null });
      }
      if (q !== undefined) return findPeople(deps, caller, { q, filter, limit, cursor });
      const key = decodeCursor(cursor, [UUID_PART]);
      if (!key.ok) return key;
      const page = { limit, after: key.value?.[0] ?? null };
      const rows = isFiltered(filter)
        ? await findCustomers(db, caller, await listFilteredPeople(db, caller, { ...page, filter }))
        : await listCustomers(db, caller, page);
      return ok(pageFrom(rows, { limit, keyOf: (row) => [row.id], toItem: summaryToWire }));
    }),
    route(endpoints.getCustomer, async ({ caller, params }) => {
      const shown = await showCustomer(deps, caller, params.id);
      return shown === null ? err(problem('customer_unknown', 'id')) : ok(shown);
    }),
    route(endpoints.exportCustomer, (call) =>
      withCustomer(deps, call, async (id) => {
        const exported = await exportCustomer(deps, call.caller, id);
        return exported === null ? err(problem('customer_unknown', 'id')) : ok(exported);
      }),
    ),
    storyRoute(deps),
    ...wishRoutes(deps),
    ...listRoutes(deps),
  ];
}

function wishRoutes({ db, clock }: ServerDeps): readonly Route[] {
  return [
    route(endpoints.getCustomerWishes, (call) =>
      withCustomer({ db }, call, async (id) => ok({ noInvitations: (await findWishes(db, call.caller, id)).noInvitationsSince !== null })),
    ),
    route(endpoints.patchCustomerWishes, (call) =>
      withCustomer({ db }, call, async (id) => {
        const { noInvitations } = call.body;
        const known = await findWishes(db, call.caller, id);
        const since = noInvitations ? (known.noInvitationsSince ?? clock.now()) : null;
        await saveWishes(db, call.caller, id, { noInvitationsSince: since });
        return ok({ noInvitations });
      }),
    ),
  ];
}

function storyRoute(deps: ServerDeps): Route {
  const { db } = deps;
  return route(endpoints.getStory, (call) =>
    withCustomer(deps, call, async (customerId) => {
      const key = decodeCursor(call.query.cursor, [SEQUENCE_PART]);
      if (!key.ok) return key;
      const [before] = key.value ?? [];
      const { limit } = call.query;
      const { tenantId } = call.caller;
      const told = await explainCustomer(db, tenantId, { customerId, before: before === undefined ? null : BigInt(before), limit });
      const names = await findStaffNames(db, tenantId);
      return ok(
        pageFrom(told, {
          limit,
          keyOf: ({ event }) => [event.sequence.toString()],
          toItem: ({ event, sentences }) => ({
            sequence: event.sequence.toString(),
            at: event.occurredAt.toISOString(),
            storedAt: event.storedAt.toISOString(),
            type: event.type,
            orderId: event.orderId,
            actor: event.actor === null ? null : (names.get(event.actor) ?? event.actor),
            isAboutFriend: event.isAboutFriend,
            sentences: sentences.flatMap(({ kind, ru, en }) => (kind === 'now' ? [] : [{ kind, text: { ru, en } }])),
            reason: event.reason,
          }),
        }),
      );
    }),
  );
}

async function findPeople(
  { db }: ServerDeps,
  caller: Caller,
  {
    q,
    filter,
    limit,
    cursor,
  }: { readonly q: string; readonly filter: PeopleFilter; readonly limit: number; readonly cursor: string | undefined },
) {
  const after = decodeCursor(cursor, [TEXT_PART, UUID_PART]);
  if (!after.ok) return after;
  const [key, customerId] = after.value ?? [];
  const from = key === undefined || customerId === undefined ? null : { key: textFromPart(key), customerId };
  const { ids, next } = await searchPeople(db, caller, { q, filter, limit, after: from });
  return ok({
    items: (await findCustomers(db, caller, ids)).map(summaryToWire),
    nextCursor: next === null ? null : encodeCursor([textToPart(next.key), next.customerId]),
  });
}

function listRoutes(deps: ServerDeps): readonly Route[] {
  const { db } = deps;
  return [
    route(endpoints.listEntries, (call) =>
      withCustomer(deps, call, async (customerId) => {
        const key = decodeCursor(call.query.cursor, [SEQUENCE_PART, ORDINAL_PART]);
        if (!key.ok) return key;
        const [sequence, ordinal] = key.value ?? [];
        const before = sequence === undefined ? null : { sequence: BigInt(sequence), ordinal: Number(ordinal) };
        const { limit } = call.query;
        const rows = await listEntryRows(db, call.caller, { customerId, before, limit });
        return ok(pageFrom(rows, { limit, keyOf: (row) => [row.sequence.toString(), String(row.ordinal)], toItem: entryToWire }));
      }),
    ),
    route(endpoints.listCustomerRewards, (call) =>
      withCustomer(deps, call, async (customerId) => {
        const key = decodeCursor(call.query.cursor, [UUID_PART]);
        if (!key.ok) return key;
        const { limit, order } = call.query;
        const rows = await listRewardRows(db, call.caller, { customerId, limit, order, after: key.value?.[0] ?? null });
        return ok(pageFrom(rows, { limit, keyOf: (row) => [row.id], toItem: rewardToWire }));
      }),
    ),
    route(endpoints.listCustomerReferrals, (call) =>
      withCustomer(deps, call, async (referrerId) => {
        if (call.query.as === 'friend') {
          const tell = await referralTeller(db, call.caller);
          return ok({ items: (await listReferralsTo(db, call.caller, referrerId)).map(tell), nextCursor: null });
        }
        const key = decodeCursor(call.query.cursor, [EPOCH_MS_PART, UUID_PART]);
        if (!key.ok) return key;
        const [startedAtMs, id] = key.value ?? [];
        const before = startedAtMs === undefined || id === undefined ? null : { startedAt: new Date(Number(startedAtMs)), id };
        const { limit } = call.query;
        const rows = await listReferralsOf(db, call.caller, { referrerId, before, limit });
        return ok(
          pageFrom(rows, {
            limit,
            keyOf: (row) => [String(row.startedAt.getTime()), row.id],
            toItem: await referralTeller(db, call.caller),
          }),
        );
      }),
    ),
  ];
}

/** The customer of the path, or `customer_unknown`; another business's customer is one that does not exist. */
export async function withCustomer<T>(
  deps: Pick<ServerDeps, 'db'>,
  call: CustomerCall,
  work: (id: CustomerId) => Promise<Result<T, Problem>>,
): Promise<Result<T, Problem>> {
  const id = await findCustomerId(deps.db, call.caller, call.params.id);
  return id === null ? err(problem('customer_unknown', 'id')) : work(id);
}
