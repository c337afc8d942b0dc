import { type Problem, problem } from '../contract/problems.ts';
import type { Call } from '../contract/route.ts';
import type { Role } from '../contract/staff-roles.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { ServerDeps } from '../server-deps.ts';
import { noteAct } from './note-act.ts';
import { lockStaff, type StaffRecord, updateStaff } from './staff.store.ts';
import { endSessions } from './staff-sessions.store.ts';

interface StaffRights {
  readonly id: string;
  readonly role: Role | undefined;
  readonly disabled: boolean | undefined;
}

/**
 * A new role, or an end of access, from the next request on. The owners are locked first: of two who take each other's rights at once,
 * the second finds that it is the last. `staff_unknown`, `last_owner`.
 */
export function changeStaff(deps: ServerDeps, call: Call, change: StaffRights): Promise<Result<StaffRecord, Problem>> {
  const { tenantId } = call.caller;
  return deps.db.transaction().execute(async (tx) => {
    const locked = await lockStaff(tx, tenantId, { id: change.id, withOwners: true });
    const known = locked.find(({ id }) => id === change.id);
    if (known === undefined) return err(problem('staff_unknown', 'id'));
    const wasDisabled = known.disabledAt !== null;
    const role = change.role ?? known.role;
    const isDisabled = change.disabled ?? wasDisabled;
    const loses = isOwner(known) && (role !== 'owner' || isDisabled);
    if (loses && !locked.some((each) => each.id !== known.id && isOwner(each))) return err(problem('last_owner', 'role'));
    const disabledAt = isDisabled ? (known.disabledAt ?? deps.clock.now()) : null;
    await updateStaff(tx, tenantId, known.id, { role, disabledAt });
    if (isDisabled || role !== known.role) await endSessions(tx, tenantId, { staffId: known.id });
    await noteAct({ db: tx, clock: deps.clock }, call, {
      act: 'staff-changed',
      subject: known.id,
      before: { role: known.role, disabled: wasDisabled },
      after: { role, disabled: isDisabled },
    });
    return ok({ ...known, role, disabledAt });
  });
}

/** Somebody who can sign in and do everything. */
function isOwner({ role, disabledAt, passwordHash }: StaffRecord): boolean {
  return role === 'owner' && disabledAt === null && passwordHash !== null;
}
