import type { Call } from '../contract/route.ts';
import type { ServerDeps } from '../server-deps.ts';
import type { OwnAct } from './act-words.ts';
import { writeAudit } from './audit.store.ts';

interface NotedAct {
  readonly act: OwnAct;
  readonly subject: string;
  readonly before: object | null;
  readonly after: object | null;
}

/** Writes an act of this request into the audit chain; within a transaction when `db` is one. */
export async function noteAct(
  { db, clock }: Pick<ServerDeps, 'db' | 'clock'>,
  { caller }: Pick<Call, 'caller'>,
  noted: NotedAct,
): Promise<void> {
  const { act, subject, before, after } = noted;
  await writeAudit(db, caller.tenantId, {
    at: clock.now(),
    actor: caller.staff === undefined ? `key:${caller.keyId}` : `staff:${caller.staff.id}`,
    act,
    subject,
    before: before === null ? null : JSON.stringify(before),
    after: after === null ? null : JSON.stringify(after),
  });
}
