import { randomBytes, randomUUID } from 'node:crypto';
import { decodeCursor, pageFrom, SEQUENCE_PART } from '../contract/page-cursor.ts';
import { problem } from '../contract/problems.ts';
import { timeToWire } from '../contract/resource-encoding.ts';
import { type Call, type Route, route } from '../contract/route.ts';
import * as endpoints from '../contract/staff.endpoints.ts';
import { err, ok } from '../domain/result.ts';
import { queueStaffInvitation } from '../messages/queue-mail.store.ts';
import type { ServerDeps } from '../server-deps.ts';
import { listAudit, writeAudit } from './audit.store.ts';
import { consoleInviteLink } from './console-links.ts';
import { endSessions, findStaff, hashToken, insertStaff, listStaff, type StaffRecord, updateStaff } from './staff.store.ts';
import { findStaffNames } from './staff-names.store.ts';

const INVITE_MS = 7 * 86_400_000;

/** People of the business and what they changed. */
export function staffRoutes(deps: ServerDeps): readonly Route[] {
  const { db, clock } = deps;
  return [
    route(endpoints.listStaff, async ({ caller }) => ok({ items: (await listStaff(db, caller.tenantId)).map(staffToWire) })),
    route(endpoints.inviteStaff, async (call) => {
      const { name, role, locale } = call.body;
      const email = call.body.email.trim().toLowerCase();
      const now = clock.now();
      const token = randomBytes(32).toString('base64url');
      const id = randomUUID();
      const invite = { hash: hashToken(token), expiresAt: new Date(now.getTime() + INVITE_MS) };
      const { tenantId } = call.caller;
      const link = consoleInviteLink(deps.publicUrl, token);
      const isNew = await db.transaction().execute(async (tx) => {
        const person = { id, email, name, role, locale, passwordHash: null, createdAt: now, invite };
        if (!(await insertStaff(tx, tenantId, person))) return false;
        const mail = { tenantId, email, name, link, cause: id, locale, now, expiresAt: invite.expiresAt };
        await queueStaffInvitation(tx, mail, deps.installationMail);
        return true;
      });
      if (!isNew) return err(problem('staff_known', 'email'));
      await note(deps, call, { act: 'staff-invited', subject: id, before: null, after: { role, locale } });
      const staff = await findStaff(db, tenantId, id);
      if (staff === null) return err(problem('staff_unknown'));
      return ok({ staff: staffToWire(staff), link });
    }),
    route(endpoints.patchStaff, async (call) => {
      const { tenantId } = call.caller;
      const known = await findStaff(db, tenantId, call.params.id);
      if (known === null) return err(problem('staff_unknown', 'id'));
      const role = call.body.role ?? known.role;
      const isDisabled = call.body.disabled ?? known.disabledAt !== null;
      const loses = known.role === 'owner' && known.disabledAt === null && (role !== 'owner' || isDisabled);
      if (loses && !(await hasOtherOwner(deps, call, known.id))) return err(problem('last_owner', 'role'));
      const disabledAt = isDisabled ? (known.disabledAt ?? clock.now()) : null;
      await updateStaff(db, tenantId, known.id, { role, disabledAt });
      if (isDisabled || role !== known.role) await endSessions(db, tenantId, { staffId: known.id });
      await note(deps, call, {
        act: 'staff-changed',
        subject: known.id,
        before: { role: known.role, disabled: known.disabledAt !== null },
        after: { role, disabled: isDisabled },
      });
      return ok(staffToWire({ ...known, role, disabledAt }));
    }),
    auditRoute(deps),
  ];
}

function auditRoute({ db }: ServerDeps): Route {
  return route(endpoints.listAudit, async ({ caller, query }) => {
    const after = decodeCursor(query.cursor, [SEQUENCE_PART]);
    if (!after.ok) return after;
    const [before] = after.value ?? [];
    const { limit, actor } = query;
    const rows = await listAudit(db, caller.tenantId, { before: before === undefined ? null : BigInt(before), limit, actor });
    const names = await findStaffNames(db, caller.tenantId);
    return ok(
      pageFrom(rows, {
        limit: query.limit,
        keyOf: (row) => [row.number.toString()],
        toItem: (row) => ({
          number: row.number.toString(),
          at: row.at.toISOString(),
          actor: row.actor,
          actorName: names.get(row.actor) ?? null,
          act: row.act,
          subject: row.subject,
          before: parsed(row.before),
          after: parsed(row.after),
        }),
      }),
    );
  });
}

async function hasOtherOwner({ db }: ServerDeps, { caller }: Call, id: string): Promise<boolean> {
  const staff = await listStaff(db, caller.tenantId);
  return staff.some((each) => each.id !== id && each.role === 'owner' && each.disabledAt === null && each.passwordHash !== null);
}

interface Noted {
  readonly act: string;
  readonly subject: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** Writes an act of this request into the audit chain. */
export async function note({ db, clock }: Pick<ServerDeps, 'db' | 'clock'>, { caller }: Call, noted: Noted): Promise<void> {
  const actor = caller.staff === undefined ? `key:${caller.keyId}` : `staff:${caller.staff.id}`;
  const { act, subject, before, after } = noted;
  await writeAudit(db, caller.tenantId, {
    at: clock.now(),
    actor,
    act,
    subject,
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  });
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
    disabledAt: timeToWire(staff.disabledAt),
    createdAt: staff.createdAt.toISOString(),
  };
}

/** As it was written, each part's fields beside the others: a page shows what differs line by line. */
function parsed(text: string | null): endpoints.AuditState {
  if (text === null) return null;
  const state: unknown = JSON.parse(text);
  return Object.fromEntries(fieldsOf(state, ''));
}

function fieldsOf(value: unknown, path: string): readonly (readonly [string, string | number | boolean | null])[] {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null) return [[path, value]];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, part]) => fieldsOf(part, path === '' ? name : `${path}.${name}`));
}
