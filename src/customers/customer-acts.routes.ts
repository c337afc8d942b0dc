import { isPausedByStaff } from '../cabinet/staff-pause.store.ts';
import * as endpoints from '../contract/customers.endpoints.ts';
import { ledgerValue } from '../contract/primitives.ts';
import { invalidField, type Problem, problem } from '../contract/problems.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import type { MembershipStatus } from '../domain/facts/entities.ts';
import { type CustomerId, type ProgramId, parseWireId, wireId } from '../domain/ids.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import { findContactProblem } from '../events/decode-event.ts';
import { type Act, customerOfPath, submitAct } from '../events/submit-act.ts';
import { requireActor } from '../keys/require-actor.ts';
import type { ServerDeps } from '../server-deps.ts';
import { type ShownMembership, showMemberships } from '../terms/membership-terms.ts';
import { withCustomer } from './customers.routes.ts';
import { findCustomerId, findCustomerIdByInput, listCodes, listMemberships } from './customers.store.ts';
import { codeToWire, findLinkStart, showCustomer } from './show-customer.ts';

type CustomerCall = Call<{ readonly id: string }>;

/** What changes a customer; each is one act of the log. */
export function customerActRoutes(deps: ServerDeps): readonly Route[] {
  return [...recordRoutes(deps), ...membershipRoutes(deps), codeRoute(deps)];
}

function recordRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(endpoints.putCustomer, async (call) => {
      const { email, phone, name } = call.body;
      const contact = findContactProblem(call.body, '');
      if (contact !== null) return err(contact);
      const known = customerOfPath(call.params.id, false);
      return thenCustomer(deps, call, {
        body: { type: 'customer.saved' },
        customer: { ...known, email: email ?? null, phone: phone ?? null, name: name ?? null },
      });
    }),
    route(endpoints.addCustomer, async (call) => {
      const { email, phone, name } = call.body;
      if (email === undefined && phone === undefined) return err(invalidField({ field: 'email', issue: 'required' }));
      const contact = findContactProblem(call.body, '');
      if (contact !== null) return err(contact);
      const customer = { id: null, externalId: null, email: email ?? null, phone: phone ?? null, name: name ?? null, mustExist: false };
      const done = await submitAct(deps, call, { body: { type: 'customer.saved' }, customer });
      if (!done.ok) return done;
      const id = await findCustomerIdByInput(deps.db, call.caller, call.body);
      assert(id !== null, 'who was just saved is found by what they were saved with');
      const shown = await showCustomer(deps, call.caller, wireId('cus', id));
      return shown === null ? err(problem('customer_unknown', 'email')) : ok(shown);
    }),
    route(endpoints.eraseCustomer, async (call) => {
      const customer = customerOfPath(call.params.id);
      const done = await submitAct(deps, call, { body: { type: 'customer.erased', retiresCodes: true }, customer });
      return done.ok ? ok(null) : done;
    }),
    route(endpoints.postAdjustment, async (call) => {
      const { amount, reason, expiresAt, actor } = call.body;
      const value = ledgerValue(amount);
      if (value.amount === 0n) return err(invalidField({ field: 'amount', issue: 'zero' }));
      if (expiresAt !== undefined && expiresAt <= deps.clock.now()) return err(invalidField({ field: 'expiresAt', issue: 'time' }));
      return thenCustomer(deps, call, {
        body: { type: 'adjustment.posted', ...value, expiresAt: expiresAt ?? null, reasonId: 'manual' },
        customer: customerOfPath(call.params.id),
        actor,
        personal: JSON.stringify({ reason }),
      });
    }),
    route(endpoints.mergeCustomer, (call) =>
      withCustomer(deps, call, async (intoId) => {
        const fromId = await findCustomerId(deps.db, call.caller, call.body.fromId);
        if (fromId === null) return err(problem('customer_unknown', 'fromId'));
        return thenCustomer(deps, call, {
          body: { type: 'customer.merged', fromId, intoId },
          customer: customerOfPath(call.params.id),
          actor: call.body.actor,
        });
      }),
    ),
  ];
}

function membershipRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(endpoints.joinProgram, async (call) => {
      const { programId, perk, actor } = call.body;
      const allowed = requireActor(call.caller, actor);
      if (!allowed.ok) return allowed;
      const by = actor === undefined ? 'member' : 'staff';
      return thenMembership(deps, call, programId, {
        body: { type: 'membership.joined', programId, by, ...(perk === undefined ? {} : { perk }) },
        actor,
      });
    }),
    route(endpoints.changeMembership, (call) => withCustomer(deps, call, (id) => changeFrom(deps, call, id))),
  ];
}

interface MembershipWish {
  readonly programId: ProgramId;
  readonly status: MembershipStatus;
  readonly actor?: string | undefined;
}

type MembershipCall = Call<{ readonly id: string }, unknown, MembershipWish>;

/** Of a membership that somebody else keeps changing: more often than anybody does. */
const JUDGED_MAX = 5;

/** Who may change it depends on how it stands, which another process may change at any moment: the road is told on what it was judged. */
async function changeFrom(deps: ServerDeps, call: MembershipCall, id: CustomerId): Promise<Result<ShownMembership, Problem>> {
  const { programId, status, actor } = call.body;
  for (let judged = 1; ; judged += 1) {
    const from = await findStatus(deps, call, id);
    if (from === undefined) return err(problem('membership_unknown', 'programId'));
    const allowed = await mayChange(deps, call, { id, from });
    if (!allowed.ok) return allowed;
    const by = actor === undefined ? 'member' : 'staff';
    const body = entersAnew(from, status)
      ? ({ type: 'membership.joined', programId, by } as const)
      : ({ type: 'membership.changed', programId, status, from } as const);
    const done = await thenMembership(deps, call, programId, { body, actor });
    if (done.ok || done.error.code !== 'membership_state' || judged === JUDGED_MAX) return done;
    if ((await findStatus(deps, call, id)) === from) return done;
  }
}

async function findStatus({ db }: ServerDeps, { caller, body }: MembershipCall, id: CustomerId): Promise<MembershipStatus | undefined> {
  return (await listMemberships(db, caller, id)).find(({ programId }) => programId === body.programId)?.status;
}

async function mayChange(
  { db }: ServerDeps,
  { caller, body }: MembershipCall,
  { id: customerId, from }: { readonly id: CustomerId; readonly from: MembershipStatus },
): Promise<Result<unknown, Problem>> {
  const { programId, status, actor } = body;
  if (needsStaff(from, status) && actor === undefined) return err(invalidField({ field: 'actor', issue: 'required' }));
  // A member ends a pause of their own; one that staff made, staff end.
  if (caller.member !== undefined && status === 'active' && (await isPausedByStaff(db, caller, { customerId, programId })))
    return err(problem('membership_paused_by_shop'));
  return requireActor(caller, actor);
}

function codeRoute(deps: ServerDeps): Route {
  return route(endpoints.createCode, async (call) => {
    const text = call.body?.code ?? null;
    const done = await submitAct(deps, call, {
      body: { type: 'code.created', text, kind: call.body?.kind ?? 'personal' },
      customer: customerOfPath(call.params.id),
    });
    if (!done.ok) return done;
    const id = parseWireId('cod', done.value.produced['codeId'] ?? '');
    return withCustomer(deps, call, async (customerId) => {
      const codes = await listCodes(deps.db, call.caller, customerId);
      const made = codes.find((code) => code.id === id);
      assert(made !== undefined, 'a code that was made is among the newest of its customer');
      return ok(codeToWire(made, await findLinkStart(deps, call.caller)));
    });
  });
}

function needsStaff(before: MembershipStatus, after: MembershipStatus): boolean {
  return (before === 'blocked') !== (after === 'blocked');
}

/** Who has left, or has only been invited, comes in as everybody does: by the conditions of joining. */
function entersAnew(before: MembershipStatus, after: MembershipStatus): boolean {
  return after === 'active' && (before === 'left' || before === 'invited');
}

async function thenCustomer(deps: ServerDeps, call: CustomerCall, act: Act) {
  const done = await submitAct(deps, call, act);
  if (!done.ok) return done;
  const shown = await showCustomer(deps, call.caller, call.params.id);
  return shown === null ? err(problem('customer_unknown', 'id')) : ok(shown);
}

async function thenMembership(
  deps: ServerDeps,
  call: CustomerCall,
  programId: ProgramId,
  act: Act,
): Promise<Result<ShownMembership, Problem>> {
  const done = await submitAct(deps, call, { ...act, customer: customerOfPath(call.params.id) });
  if (!done.ok) return done;
  return withCustomer(deps, call, async (id) => {
    const memberships = await listMemberships(deps.db, call.caller, id);
    const found = memberships.find((membership) => membership.programId === programId);
    if (found === undefined) return err(problem('membership_unknown', 'programId'));
    const [shown] = await showMemberships(deps, call.caller, { customerId: id, memberships: [found], now: deps.clock.now() });
    assert(shown !== undefined, 'one membership is shown as one');
    return ok(shown);
  });
}
