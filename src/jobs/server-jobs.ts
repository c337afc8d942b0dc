import { deleteOldClicks } from '../clicks/delete-old-clicks.ts';
import { retireCodesOfErased } from '../codes/retire-codes-of-erased.ts';
import type { Db } from '../database/schema.ts';
import { deleteExpiredIdentities } from '../intake/erase.store.ts';
import { deleteOldMails, forgetExpiredMails, listMailingTenants } from '../messages/mail-queue.store.ts';
import { queueExpiring } from '../messages/queue-expiring.store.ts';
import { deleteOldEntries } from '../perks/access-entries.store.ts';
import { resumeEnrolments } from '../programs/enrol-customers.ts';
import { closeInterrupted } from '../staff/audit-intents.store.ts';
import { deleteOldDeliveries } from '../webhooks/delivery-log.store.ts';
import { deleteAnswersOfErased, deleteOldIdempotencyKeys, listTenantIds } from './due-work.store.ts';
import { eachTenant } from './each-tenant.ts';
import { RestingItems } from './resting-items.ts';
import { type DueWorkDeps, runAllDueWork } from './run-due-work.ts';
import type { Job } from './start-jobs.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DUE_WORK_LIMIT_MS = 5_000;
const ENROLMENT_LIMIT_MS = 5_000;
/** How long the answer of a repeated request is kept (contract.md 3). */
const ANSWERS_KEPT_MS = 30 * 24 * HOUR_MS;
/** Several turns of the job that looks, and longer than any request takes. */
const ERASED_LOOKED_BACK_MS = 10 * MINUTE_MS;
/** How far back messages can be sent again. */
const DELIVERIES_KEPT_MS = 30 * 24 * HOUR_MS;
/** How long it is known that a cause was told; longer than any comes back after. */
const MAILS_KEPT_MS = 400 * 24 * HOUR_MS;

/** What a server does by itself beside answering. Any number of servers may run the same jobs on one database. */
export function serverJobs(deps: DueWorkDeps & { readonly db: Db; readonly hasInstallationMail?: boolean }): readonly Job[] {
  const { pool, clock, db } = deps;
  const resting = new RestingItems();
  return [
    {
      name: 'due-work',
      everyMs: SECOND_MS,
      run: async () => {
        await runAllDueWork(deps, { tenantIds: await listTenantIds(pool), resting, limitMs: DUE_WORK_LIMIT_MS });
      },
    },
    {
      name: 'enrolment',
      everyMs: SECOND_MS,
      run: async () => {
        await resumeEnrolments(deps, { limitMs: ENROLMENT_LIMIT_MS });
      },
    },
    {
      name: 'retire-codes-of-erased',
      everyMs: HOUR_MS,
      run: async () => {
        await eachTenant(await listTenantIds(pool), (tenantId) => retireCodesOfErased(deps, tenantId));
      },
    },
    {
      name: 'delete-old-clicks',
      everyMs: HOUR_MS,
      run: async () => {
        await deleteOldClicks(pool, clock.now());
      },
    },
    {
      name: 'delete-old-entries',
      everyMs: HOUR_MS,
      run: async () => {
        await deleteOldEntries(pool, clock.now());
      },
    },
    {
      name: 'delete-old-answers',
      everyMs: HOUR_MS,
      run: async () => {
        const before = new Date(clock.now().getTime() - ANSWERS_KEPT_MS);
        await eachTenant(await listTenantIds(pool), (tenantId) => deleteOldIdempotencyKeys(pool, tenantId, before));
      },
    },
    {
      name: 'delete-answers-of-erased',
      everyMs: MINUTE_MS,
      run: async () => {
        const since = new Date(clock.now().getTime() - ERASED_LOOKED_BACK_MS);
        await eachTenant(await listTenantIds(pool), (tenantId) => deleteAnswersOfErased(pool, tenantId, since));
      },
    },
    {
      name: 'delete-old-deliveries',
      everyMs: HOUR_MS,
      run: async () => {
        const before = new Date(clock.now().getTime() - DELIVERIES_KEPT_MS);
        await eachTenant(await listTenantIds(pool), (tenantId) => deleteOldDeliveries(pool, tenantId, before));
      },
    },
    {
      name: 'tell-of-expiring-bonuses',
      everyMs: MINUTE_MS,
      run: async () => {
        const tenantIds = await listMailingTenants(db, deps.hasInstallationMail === true);
        await eachTenant(tenantIds, (tenantId) => queueExpiring(db, tenantId, clock.now()));
      },
    },
    {
      name: 'close-interrupted-changes',
      everyMs: MINUTE_MS,
      run: async () => {
        await eachTenant(await listTenantIds(pool), (tenantId) => closeInterrupted(db, tenantId, clock.now()));
      },
    },
    {
      name: 'delete-old-mails',
      everyMs: HOUR_MS,
      run: async () => {
        const before = new Date(clock.now().getTime() - MAILS_KEPT_MS);
        await eachTenant(await listTenantIds(pool), async (tenantId) => {
          await deleteOldMails(db, tenantId, before);
          await forgetExpiredMails(db, tenantId, clock.now());
        });
      },
    },
    {
      name: 'delete-expired-identities',
      everyMs: HOUR_MS,
      run: async () => {
        await eachTenant(await listTenantIds(pool), (tenantId) => deleteExpiredIdentities(pool, tenantId, clock.now()));
      },
    },
  ];
}
