/** Invitations to the console: a link that works once. Its row, its mail and its note in the audit log are one transaction. */
import { randomBytes, randomUUID } from 'node:crypto';
import { type Problem, problem } from '../contract/problems.ts';
import type { Call } from '../contract/route.ts';
import type { Role } from '../contract/staff-roles.ts';
import type { Db } from '../database/schema.ts';
import { assert, err, ok, type Result } from '../domain/result.ts';
import { queueStaffInvitation } from '../messages/queue-mail.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { consoleInviteLink } from './console-links.ts';
import { noteAct } from './note-act.ts';
import { findStaff, hashToken, insertStaff, lockStaff, type StaffRecord, setInvite } from './staff.store.ts';

const INVITE_MS = 7 * 86_400_000;

export interface Invitation {
  readonly staff: StaffRecord;
  readonly link: string;
  readonly isMailed: boolean;
}

interface Invited {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly locale: 'ru' | 'en';
}

/** Makes a person who may come. `staff_known`: somebody has this e-mail. */
export function inviteStaff(deps: ServerDeps, call: Call, invited: Invited): Promise<Result<Invitation, Problem>> {
  const { tenantId } = call.caller;
  const email = invited.email.trim().toLowerCase();
  const invite = drawInvite(deps);
  return deps.db.transaction().execute(async (tx) => {
    const id = randomUUID();
    const person = { ...invited, email, id, passwordHash: null, createdAt: deps.clock.now() };
    const isNew = await insertStaff(tx, tenantId, { ...person, invite: { hash: hashToken(invite.token), expiresAt: invite.expiresAt } });
    if (!isNew) return err(problem('staff_known', 'email'));
    const after = { role: invited.role, locale: invited.locale };
    await noteAct({ db: tx, clock: deps.clock }, call, { act: 'staff-invited', subject: id, before: null, after });
    return ok(await send(deps, tx, call, { ...person, invite, cause: id }));
  });
}

/**
 * A new link for who was invited and has not come; the one before stops working. `staff_unknown`; `staff_entered`: they have a
 * password already, or their access is closed.
 */
export function inviteAgain(deps: ServerDeps, call: Call, id: string): Promise<Result<Invitation, Problem>> {
  const { tenantId } = call.caller;
  const invite = drawInvite(deps);
  return deps.db.transaction().execute(async (tx) => {
    // Whoever takes the old link at this moment is through first, or finds it gone.
    const known = (await lockStaff(tx, tenantId, { id })).find((each) => each.id === id);
    if (known === undefined) return err(problem('staff_unknown', 'id'));
    if (known.passwordHash !== null || known.disabledAt !== null) return err(problem('staff_entered', 'id'));
    await setInvite(tx, tenantId, id, invite);
    await noteAct({ db: tx, clock: deps.clock }, call, { act: 'staff-invited-again', subject: id, before: null, after: null });
    return ok(await send(deps, tx, call, { ...known, invite, cause: `${id}:${randomUUID()}` }));
  });
}

interface Draft extends Pick<StaffRecord, 'id' | 'email' | 'name' | 'locale'> {
  readonly invite: Drawn;
  readonly cause: string;
}

async function send(deps: ServerDeps, tx: Db, { caller }: Call, draft: Draft): Promise<Invitation> {
  const { id, email, name, locale, invite, cause } = draft;
  const link = consoleInviteLink(deps.publicUrl, invite.token);
  const mail = { tenantId: caller.tenantId, email, name, link, cause, locale, now: deps.clock.now(), expiresAt: invite.expiresAt };
  const isMailed = await queueStaffInvitation(tx, mail, deps.installationMail);
  const staff = await findStaff(tx, caller.tenantId, id);
  assert(staff !== null, 'who was just invited is there');
  return { staff, link, isMailed };
}

interface Drawn {
  readonly token: string;
  readonly expiresAt: Date;
}

function drawInvite({ clock }: ServerDeps): Drawn {
  return { token: randomBytes(32).toString('base64url'), expiresAt: new Date(clock.now().getTime() + INVITE_MS) };
}
