import { timeToWire } from '../contract/resource-encoding.ts';
import { type Route, route } from '../contract/route.ts';
import * as endpoints from '../contract/staff.endpoints.ts';
import { ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { auditRoutes } from './audit.routes.ts';
import { changeStaff } from './change-staff.ts';
import { type Invitation, inviteAgain, inviteStaff } from './invite-staff.ts';
import { listStaff, type StaffRecord } from './staff.store.ts';

/** People of the business and what they changed. */
export function staffRoutes(deps: ServerDeps): readonly Route[] {
  return [
    route(endpoints.listStaff, async ({ caller }) => ok({ items: (await listStaff(deps.db, caller.tenantId)).map(staffToWire) })),
    route(endpoints.inviteStaff, async (call) => invitationToWire(await inviteStaff(deps, call, call.body))),
    route(endpoints.inviteStaffAgain, async (call) => invitationToWire(await inviteAgain(deps, call, call.params.id))),
    route(endpoints.patchStaff, async (call) => {
      const { role, disabled } = call.body;
      const changed = await changeStaff(deps, call, { id: call.params.id, role, disabled });
      return changed.ok ? ok(staffToWire(changed.value)) : changed;
    }),
    ...auditRoutes(deps),
  ];
}

function invitationToWire<E>(invited: Result<Invitation, E>) {
  return invited.ok ? ok({ ...invited.value, staff: staffToWire(invited.value.staff) }) : invited;
}

export function staffToWire(staff: StaffRecord): endpoints.StaffInput {
  return {
    id: staff.id,
    email: staff.email,
    name: staff.name,
    role: staff.role,
    locale: staff.locale,
    hasTotp: staff.totpConfirmedAt !== null,
    isInvited: staff.passwordHash === null,
    inviteEndsAt: timeToWire(staff.inviteExpiresAt),
    disabledAt: timeToWire(staff.disabledAt),
    createdAt: staff.createdAt.toISOString(),
  };
}
