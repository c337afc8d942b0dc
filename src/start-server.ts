/** The server of one database: all its parts, opened in order and closed in the opposite one. */
import type { Logger } from 'pino';
import { checkCheckout } from './checkout/check-checkout.ts';
import { createClicks } from './clicks/clicks.ts';
import { clickPoolLimits } from './clicks/held-connection.store.ts';
import type { Clock } from './clock.ts';
import { type Config, isLoopbackUrl } from './config.ts';
import { startPayloads } from './connectors/payload-worker.ts';
import { openMigratedDatabase } from './database/open-migrated-database.ts';
import { isEmptyTenant, markDemo } from './demo/demo.store.ts';
import { type DemoReport, demoBusiness, fillDemo } from './demo/fill-demo.ts';
import type { TenantId } from './domain/ids.ts';
import type { Door } from './http/door.ts';
import type { ServerMetrics } from './http/metrics.ts';
import { buildServer } from './http/server.ts';
import { createIntake } from './intake/create-intake.ts';
import { ProgramCache } from './intake/tenant-lock.store.ts';
import { runDueWork } from './jobs/run-due-work.ts';
import { serverJobs } from './jobs/server-jobs.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { listKeys } from './keys/keys.store.ts';
import { MailCounts } from './messages/mail-counts.ts';
import { mailPoolLimits, startMailDispatcher } from './messages/mail-dispatcher.ts';
import { type SmsGatewayDeps, startSmsGateway } from './messages/sms-gateway.ts';
import { readInstallationMail } from './messages/smtp-settings.ts';
import { watchForReplacement, watchLimits } from './replacement-watch.ts';
import { messageOf } from './system-error.ts';
import { ensureTenant, type FirstTenant } from './tenants/ensure-tenant.ts';
import { updateTenant } from './tenants/tenants.store.ts';
import { startUploads, type UploadDeps } from './uploads/upload-runner.ts';
import { startDispatcher, webhookPoolLimits } from './webhooks/dispatcher.ts';
import { createGuardedReader } from './webhooks/guarded-get.ts';
import type { TargetRules } from './webhooks/target-rules.ts';
import { createWebhookClient } from './webhooks/webhook-client.ts';

/** A day's file may be large and its shop slow. */
const fileLimitMs = 600_000;

/** What the server says of itself once it answers. */
export interface Ready {
  readonly url: string;
  readonly publicUrl: string;
  readonly tenant: FirstTenant;
  /** False when an earlier start made keys and none has been used since: it may have ended before it could show them. */
  readonly hasUsedKey: boolean;
  /** What the demo made; `not-empty` when there was something already; absent when none was asked for. */
  readonly demo?: DemoReport | 'not-empty';
}

export interface RunningServer {
  readonly ready: Ready;
  /** Resolves when a restore puts other data in the place of these: stop, and start again. */
  readonly replaced: Promise<void>;
}

/** Things to close, each added when it was opened; closed in the opposite order. */
export type Closers = (() => Promise<void>)[];

export interface Start {
  readonly config: Config;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly door: Door;
  readonly metrics: ServerMetrics;
  readonly closers: Closers;
  /** Told sentences for the operator that must not be lost among the lines of the log. */
  readonly warn: (sentence: string) => void;
  readonly wantsDemo: boolean;
  readonly stop: AbortSignal;
}

/**
 * Opens everything a server works with and hands the door over to it. Called again after a restore, with nothing kept from before. Throws
 * `StartRefused`, or the reason of `stop` when it would have to wait for a restore; what was opened until then is among the closers.
 */
export async function startServer({ config, logger, clock, door, metrics, closers, warn, wantsDemo, stop }: Start): Promise<RunningServer> {
  const publicUrl = config.publicUrl ?? door.url;
  const opened = await openMigratedDatabase(config, { use: 'serve', onTrouble: (message) => logger.error(message), stop });
  closers.push(opened.close);
  const { pool, kysely } = opened.database;
  const watch = await watchForReplacement(opened.openApart(watchLimits));
  closers.push(watch.stop);
  for (const warning of [...opened.warnings, ...listWarnings(config, publicUrl)]) warn(warning);
  const tenant = await ensureTenant(kysely, clock);
  const installationMail = readInstallationMail(config);
  const hasInstallationMail = installationMail !== undefined;
  const mailCounts = new MailCounts();
  const onError = (error: unknown): void => logger.error({ error: messageOf(error) }, 'a batch failed');
  const intake = createIntake({ pool, clock, hasInstallationMail, onError });
  closers.push(intake.drain);
  const demo = wantsDemo ? await pourDemo({ pool, db: kysely, intake, clock }, tenant.tenantId) : undefined;
  const clicks = createClicks({ pool: opened.openApart(clickPoolLimits).pool, clock, onTrouble: (message) => logger.error(message) });
  await clicks.start();
  closers.push(clicks.stop);
  const checkDeps = { programs: new ProgramCache(), clock };
  const webhookRules = { ports: config.webhookPorts, allowPrivate: config.webhookAllowPrivate };
  const webhookClient = createWebhookClient({ rules: webhookRules, proxy: config.webhookProxy });
  const sms = startSms(config, { client: webhookClient, clock, onTrouble: (message) => logger.error(message) });
  if (sms !== undefined) closers.push(sms.stop);
  const server = await buildServer(
    {
      ...{ db: kysely, intake, clock, publicUrl, logger, webhookRules, dataDirectory: config.dataDirectory },
      uploadBytesMax: config.uploadBytesMax,
      ...(installationMail === undefined ? {} : { installationMail }),
      ...(sms === undefined ? {} : { sms }),
      checkBasket: (basket) => checkCheckout(pool, checkDeps, basket),
    },
    { trustProxy: config.trustProxy, clicks, mailCounts, road: intake, metrics },
  );
  closers.push(() => server.close());
  const jobs = startJobs(serverJobs({ pool, db: kysely, intake, clock, hasInstallationMail }), (job, error) =>
    logger.error({ job, error: messageOf(error) }, 'a job failed'),
  );
  closers.push(jobs.stop);
  const dispatcher = startDispatcher({
    pool: opened.openApart(webhookPoolLimits).pool,
    clock,
    client: webhookClient,
    onTrouble: (message) => logger.error(message),
  });
  closers.push(dispatcher.stop);
  const mail = startMailDispatcher({
    ...{ clock, publicUrl, installationMail, webhookRules, counts: mailCounts, onTrouble: (message: string) => logger.error(message) },
    db: opened.openApart(mailPoolLimits).kysely,
  });
  closers.push(mail.stop);
  closers.push(
    startWaysIn(
      { db: kysely, intake, clock, dataDirectory: config.dataDirectory, uploadBytesMax: config.uploadBytesMax },
      { webhookRules, config, logger },
    ),
  );
  door.handOver((request, response) => server.routing(request, response));
  logger.info({ url: door.url, publicUrl, now: clock.now() }, 'ready');
  const hasUsedKey = tenant.secretKey !== undefined || (await listKeys(kysely, tenant.tenantId)).some((key) => key.lastUsedAt !== null);
  const ready = { url: door.url, publicUrl, tenant, hasUsedKey, ...(demo === undefined ? {} : { demo }) };
  return { ready, replaced: watch.replaced };
}

function startSms({ smsUrl: url, smsSecret: secret }: Config, deps: Pick<SmsGatewayDeps, 'client' | 'clock' | 'onTrouble'>) {
  return url === undefined || secret === undefined ? undefined : startSmsGateway({ ...deps, url, secret });
}

/** What comes in beside the API: other systems' payloads, and files. Returns what ends both. */
function startWaysIn(
  deps: UploadDeps,
  { webhookRules: rules, config, logger }: { readonly webhookRules: TargetRules; readonly config: Config; readonly logger: Logger },
): () => Promise<void> {
  const tell = (message: string): void => logger.error(message);
  const proxy = config.webhookProxy;
  const payloads = startPayloads({ ...deps, reader: createGuardedReader({ rules, proxy }) }, tell);
  const uploads = startUploads({ ...deps, reader: createGuardedReader({ rules, proxy, totalLimitMs: fileLimitMs }) }, tell);
  return async () => {
    await Promise.all([payloads.stop(), uploads.stop()]);
  };
}

/** Before anybody is answered, so that nobody meets half a story. */
async function pourDemo(
  { pool, db, intake, clock }: Parameters<typeof serverJobs>[0],
  tenantId: TenantId,
): Promise<DemoReport | 'not-empty'> {
  if (!(await isEmptyTenant(db, tenantId))) return 'not-empty';
  await markDemo(db, tenantId);
  await updateTenant(db, tenantId, demoBusiness);
  const runDueWorkAt = async (at: Date): Promise<void> => {
    await runDueWork({ pool, intake, clock: { now: () => at } }, tenantId);
  };
  return fillDemo({ intake, tenantId, now: clock.now(), runDueWork: runDueWorkAt });
}

function listWarnings(config: Config, publicUrl: string): readonly string[] {
  const warnings = [];
  if (config.testClock !== undefined)
    warnings.push(`The clock of this process is not real: it started at ${config.testClock.toISOString()}.`);
  if (isLoopbackUrl(publicUrl)) warnings.push(`PUBLIC_URL is ${publicUrl}: links and QR codes work on this machine only.`);
  return warnings;
}
