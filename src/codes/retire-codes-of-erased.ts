import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { customerOfId } from '../events/submit-act.ts';
import type { Intake } from '../intake/submission.ts';
import { listCodesOfErased } from './codes.store.ts';

const CODES_MAX = 500;

/**
 * Retires what still works of people erased before erasing did so (ADR 0004), by acts in the log: changed beside it, the codes would work
 * again in every replay. Returns how many were retired.
 */
export async function retireCodesOfErased(
  { db, intake, clock }: { readonly db: Db; readonly intake: Intake; readonly clock: Clock },
  tenantId: TenantId,
): Promise<number> {
  for (let done = 0; ; ) {
    const codes = await listCodesOfErased(db, tenantId, CODES_MAX);
    const results = await intake.submit(
      codes.map(({ id, customerId }) => ({
        tenantId,
        source: 'job',
        eventId: randomUUID(),
        fingerprint: null,
        occurredAt: clock.now(),
        customer: customerOfId(customerId),
        attribution: null,
        actor: null,
        body: { type: 'code.retired', codeId: id },
        personal: null,
      })),
    );
    const retired = results.filter((result) => result.kind === 'answered').length;
    done += retired;
    // What is refused would be found again for ever: the next run looks anew.
    if (codes.length < CODES_MAX || retired === 0) return done;
  }
}
