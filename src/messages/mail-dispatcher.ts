/**
 * Sends what is due, from any number of processes, under leases: claim → look whether it is still wanted → send → mark. At least once, and
 * a second time under the same Message-ID.
 */
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { faultPoint } from '../fault-point.ts';
import { type RunningLeases, startLeases } from '../lease-runner.ts';
import type { TargetRules } from '../webhooks/target-rules.ts';
import type { ClaimedMail } from './claimed-mail.ts';
import { composeMail } from './compose-mail.ts';
import type { MailCounts } from './mail-counts.ts';
import { findMailTenant, type MailTenant } from './mail-facts.store.ts';
import {
  claimMails,
  extendMailLeases,
  listMailingTenants,
  type MailAttempt,
  markMailFailed,
  markSent,
  markSkipped,
  releaseMailLeases,
} from './mail-queue.store.ts';
import { nextMailAttemptAt } from './mail-schedule.ts';
import { findMailSender } from './mail-sender.store.ts';
import { type MailSender, type Sent, sendMail } from './smtp-client.ts';
import type { SmtpSettings } from './smtp-settings.ts';

export interface MailDispatcherDeps {
  /** Connections apart from those that serve requests. */
  readonly db: Db;
  readonly clock: Clock;
  readonly publicUrl: string;
  readonly installationMail: SmtpSettings | undefined;
  /** Where settings of a business may lead, as of webhooks; the strictest rules when absent. */
  readonly webhookRules?: TargetRules;
  readonly counts: MailCounts;
  /** The words of a database error hold no address: rows hold none but those of codes. */
  readonly onTrouble: (message: string) => void;
}

/** For the pool of the dispatcher: marks are short, and few at a time keep the road free. */
export const mailPoolLimits = { connectionsMax: 3 } as const;

/** Servers of mail refuse a crowd; one that is slow must not take the places of the others. */
const LIMITS = { everyMs: 500, leaseMs: 90_000, drainMs: 5_000, atOnceMax: 32, atOnceATenantMax: 4, claimMax: 4 } as const;

export function startMailDispatcher(deps: MailDispatcherDeps): RunningLeases {
  const { db, clock, installationMail, webhookRules, onTrouble } = deps;
  return startLeases({
    ...LIMITS,
    clock,
    name: 'mail: messages',
    onTrouble,
    listTenants: () => listMailingTenants(db, installationMail !== undefined),
    claim: async (claim) => {
      const claimed = await claimMails(db, claim);
      if (claimed.length === 0) return [];
      faultPoint('after-mail-claim');
      const { tenantId, lease } = claim;
      const sender = await findMailSender(db, tenantId, { installationMail, webhookRules });
      const tenant = await findMailTenant(db, tenantId);
      if (sender === null || tenant === null) return [];
      return claimed.map((mail) => ({
        place: tenantId,
        run: (breakOff) => attempt(deps, { tenantId, lease, mail, sender, tenant }, breakOff),
      }));
    },
    extend: (tenantId, leases, until) => extendMailLeases(db, tenantId, leases, until),
  });
}

interface Sending {
  readonly tenantId: TenantId;
  readonly lease: string;
  readonly mail: ClaimedMail;
  readonly sender: MailSender;
  readonly tenant: MailTenant;
}

async function attempt({ db, clock, publicUrl, counts }: MailDispatcherDeps, sending: Sending, breakOff: AbortSignal): Promise<void> {
  const { tenantId, lease, mail, sender, tenant } = sending;
  const made = (): MailAttempt => ({ tenantId, lease, mailId: mail.mailId, at: clock.now() });
  const composed = await composeMail(db, mail, { tenant, publicUrl, now: clock.now() });
  if (composed.kind === 'skip') {
    counts.note(mail.kind, 'skipped');
    await markSkipped(db, made(), composed.why);
    return;
  }
  // Broken off before it began: another process may have it at once.
  if (breakOff.aborted) return releaseMailLeases(db, tenantId, [lease], clock.now());
  const sent = await unlessBroken(sendMail(sender, composed.envelope), breakOff);
  // Whether it left is not known: it is due again when its lease ends.
  if (sent === null) return;
  faultPoint('after-mail-send');
  if (sent.kind === 'sent') {
    counts.note(mail.kind, 'sent');
    await markSent(db, made());
    return;
  }
  const at = clock.now();
  const nextAttemptAt = sent.isFinal ? null : nextMailAttemptAt({ step: mail.step, at, chance: Math.random() });
  counts.note(mail.kind, nextAttemptAt === null ? 'failed' : 'retried');
  await markMailFailed(db, made(), { error: sent.error, nextAttemptAt });
}

/** A server of mail that does not answer must not hold up a stop; null: it was broken off. */
async function unlessBroken(sending: Promise<Sent>, breakOff: AbortSignal): Promise<Sent | null> {
  const done = new AbortController();
  const broken = new Promise<null>((resolve) => {
    breakOff.addEventListener('abort', () => resolve(null), { signal: done.signal });
  });
  return Promise.race([sending, broken]).finally(() => done.abort());
}
