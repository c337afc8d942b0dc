/**
 * Sends what is due, from any number of processes: claim → look whether it is still wanted → send → mark. At least once: what was sent
 * and not marked goes again under the same Message-ID when its lease has ended.
 */
import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import { faultPoint } from '../fault-point.ts';
import { pause } from '../pause.ts';
import { messageOf } from '../system-error.ts';
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
import { type MailSender, sendMail } from './smtp-client.ts';
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
  readonly onTrouble: (message: string) => void;
}

/** For the pool of the dispatcher: marks are short, and few at a time keep the road free. */
export const mailPoolLimits = { connectionsMax: 3 } as const;

const AT_ONCE_MAX = 32;
/** Servers of mail refuse a crowd; one that is slow must not take the places of the others. */
const AT_ONCE_A_TENANT = 4;
const POLL_MS = 500;
/** Longer than any attempt may take; a heartbeat keeps it for a process that is slow itself. */
const LEASE_MS = 90_000;
const HEARTBEAT_MS = 30_000;
/** How long a stop waits for attempts under way; what is left is due again when its lease ends. */
const DRAIN_MS = 5_000;

export interface RunningMailDispatcher {
  /** Waits for messages under way; none is begun afterwards. */
  readonly stop: () => Promise<void>;
}

export function startMailDispatcher(deps: MailDispatcherDeps): RunningMailDispatcher {
  const dispatcher = new MailDispatcher(deps);
  dispatcher.start();
  return { stop: () => dispatcher.stop() };
}

interface UnderWay {
  readonly tenantId: TenantId;
  readonly lease: string;
}

class MailDispatcher {
  readonly #deps: MailDispatcherDeps;
  readonly #underWay = new Map<Promise<void>, UnderWay>();
  #isStopped = false;
  #isInTrouble = false;
  #rounds = 0;
  #wake: () => void = () => undefined;
  #loop: Promise<void> = Promise.resolve();
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(deps: MailDispatcherDeps) {
    this.#deps = deps;
  }

  start(): void {
    this.#loop = this.#run();
    this.#heartbeat = setInterval(() => void this.#extend(), HEARTBEAT_MS);
    this.#heartbeat.unref();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#wake();
    await this.#loop;
    await Promise.race([Promise.all(this.#underWay.keys()), pause(DRAIN_MS)]);
    clearInterval(this.#heartbeat);
  }

  async #run(): Promise<void> {
    while (!this.#isStopped) {
      await this.#round().then(
        () => this.#tell(null),
        (error: unknown) => this.#tell(error),
      );
      if (this.#isStopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, POLL_MS);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  async #round(): Promise<void> {
    this.#rounds += 1;
    const { db, installationMail } = this.#deps;
    const tenants = await listMailingTenants(db, installationMail !== undefined);
    // Each round begins with another business, so that none can keep the places from the others.
    const first = tenants.length === 0 ? 0 : this.#rounds % tenants.length;
    for (const tenantId of [...tenants.slice(first), ...tenants.slice(0, first)]) {
      const busy = [...this.#underWay.values()].filter((each) => each.tenantId === tenantId).length;
      const limit = Math.min(AT_ONCE_A_TENANT - busy, AT_ONCE_MAX - this.#underWay.size);
      if (limit > 0 && !this.#isStopped) await this.#claim(tenantId, limit);
    }
  }

  async #claim(tenantId: TenantId, limit: number): Promise<void> {
    const { db, clock, installationMail, webhookRules } = this.#deps;
    const now = clock.now();
    const lease = randomUUID();
    const claimed = await claimMails(db, { tenantId, now, lease, leaseEndsAt: new Date(now.getTime() + LEASE_MS), limit });
    if (claimed.length === 0) return;
    faultPoint('after-mail-claim');
    const sender = await findMailSender(db, tenantId, { installationMail, webhookRules });
    const tenant = await findMailTenant(db, tenantId);
    if (sender === null || tenant === null) return;
    for (const mail of claimed) this.#begin({ tenantId, lease }, mail, { sender, tenant });
  }

  #begin(place: UnderWay, mail: ClaimedMail, by: { readonly sender: MailSender; readonly tenant: MailTenant }): void {
    const work = this.#attempt(place, mail, by)
      .catch((error: unknown) => this.#tell(error))
      .finally(() => {
        this.#underWay.delete(work);
        this.#wake();
      });
    this.#underWay.set(work, place);
  }

  async #attempt(
    { tenantId, lease }: UnderWay,
    mail: ClaimedMail,
    { sender, tenant }: { readonly sender: MailSender; readonly tenant: MailTenant },
  ): Promise<void> {
    const { db, clock, publicUrl, counts } = this.#deps;
    const attempt = (): MailAttempt => ({ tenantId, lease, mailId: mail.mailId, at: clock.now() });
    const composed = await composeMail(db, mail, { tenant, publicUrl, now: clock.now() });
    if (composed.kind === 'skip') {
      counts.note(mail.kind, 'skipped');
      await markSkipped(db, attempt(), composed.why);
      return;
    }
    // Broken off before it began: another process may have it at once.
    if (this.#isStopped) return releaseMailLeases(db, tenantId, [lease], clock.now());
    const sent = await sendMail(sender, composed.envelope);
    faultPoint('after-mail-send');
    if (sent.kind === 'sent') {
      counts.note(mail.kind, 'sent');
      await markSent(db, attempt());
      return;
    }
    const at = clock.now();
    const nextAttemptAt = sent.isFinal ? null : nextMailAttemptAt({ step: mail.step, at, chance: Math.random() });
    counts.note(mail.kind, nextAttemptAt === null ? 'failed' : 'retried');
    await markMailFailed(db, attempt(), { error: sent.error, nextAttemptAt });
  }

  async #extend(): Promise<void> {
    const { db, clock } = this.#deps;
    const until = new Date(clock.now().getTime() + LEASE_MS);
    const byTenant = new Map<TenantId, Set<string>>();
    for (const { tenantId, lease } of this.#underWay.values()) byTenant.set(tenantId, (byTenant.get(tenantId) ?? new Set()).add(lease));
    for (const [tenantId, leases] of byTenant)
      await extendMailLeases(db, tenantId, [...leases], until).catch((error: unknown) => this.#tell(error));
  }

  /** Once when it begins and once when it is over. The words of a database error hold no address: rows hold none but those of codes. */
  #tell(error: unknown): void {
    if (error === null && this.#isInTrouble) this.#deps.onTrouble('mail: messages go on');
    if (error !== null && !this.#isInTrouble) this.#deps.onTrouble(`mail: messages wait: ${messageOf(error)}`);
    this.#isInTrouble = error !== null;
  }
}
