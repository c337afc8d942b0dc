import process from 'node:process';
import { type Logger, pino } from 'pino';
import { checkCheckout } from './checkout/check-checkout.ts';
import { readStartOptions } from './cli/start-options.ts';
import { createClicks } from './clicks/clicks.ts';
import { clickPoolLimits } from './clicks/held-connection.store.ts';
import { startClockAt, systemClock } from './clock.ts';
import { type Config, describeSettings, isLoopbackUrl, readConfig } from './config.ts';
import { startPayloads } from './connectors/payload-worker.ts';
import { openMigratedDatabase } from './database/open-migrated-database.ts';
import { isEmptyTenant, markDemo } from './demo/demo.store.ts';
import { demoGuide } from './demo/demo-guide.ts';
import { type DemoReport, demoBusiness, fillDemo } from './demo/fill-demo.ts';
import { type TenantId, wireId } from './domain/ids.ts';
import { armFaultPoint, faultPoint } from './fault-point.ts';
import { type Door, openDoor } from './http/door.ts';
import { ServerMetrics } from './http/metrics.ts';
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
import { consoleSetupLink } from './staff/console-links.ts';
import { StartRefused } from './start-refused.ts';
import { waitForStopSignal } from './stop-signal.ts';
import { messageOf } from './system-error.ts';
import { ensureTenant, type FirstTenant } from './tenants/ensure-tenant.ts';
import { updateTenant } from './tenants/tenants.store.ts';
import { startUploads, type UploadDeps } from './uploads/upload-runner.ts';
import { startDispatcher, webhookPoolLimits } from './webhooks/dispatcher.ts';
import { createGuardedReader } from './webhooks/guarded-get.ts';
import type { TargetRules } from './webhooks/target-rules.ts';
import { createWebhookClient } from './webhooks/webhook-client.ts';

const drainLimitMs = 10_000;
/** A day's file may be large and its shop slow. */
const fileLimitMs = 600_000;

/** What the server says of itself once it answers. */
interface Ready {
  readonly url: string;
  readonly publicUrl: string;
  readonly tenant: FirstTenant;
  /** False when an earlier start made keys and none has been used since: it may have ended before it could show them. */
  readonly hasUsedKey: boolean;
  /** What the demo made; `not-empty` when there was something already; absent when none was asked for. */
  readonly demo?: DemoReport | 'not-empty';
}

/** Things to close, each added when it was opened; closed in the opposite order. */
type Closers = (() => Promise<void>)[];

async function run(args: readonly string[]): Promise<void> {
  const options = readStartOptions(args);
  if (options.wantsHelp) {
    process.stdout.write(
      `Usage: npm start [-- --json] [-- --demo]\n\n  --json  print one line of JSON when ready\n  --demo  fill an empty business with ninety days of a tea shop\n\nSettings (environment):\n${describeSettings()}\n`,
    );
    return;
  }
  const config = readConfig(process.env);
  armFaultPoint(config.faultPoint);
  const logger = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  const stopSignal = waitForStopSignal();
  // The port is bound first, so that a taken one is told before anything else is touched, and closed first, so that
  // an answer in flight still has all it needs.
  const metrics = new ServerMetrics();
  const door = await openDoor(config, { countProblem: (code) => metrics.countProblem(code) });
  const closers: Closers = [];
  try {
    const ready = await start({ config, logger, door, metrics, closers, wantsDemo: options.wantsDemo });
    faultPoint('before-keys-shown');
    process.stdout.write(options.wantsJson ? jsonLine(ready) : greeting(ready));
    logger.info({ signal: await stopSignal }, 'stopping');
  } finally {
    await door.close(drainLimitMs);
    for (const close of closers.reverse()) await close();
  }
  logger.info('stopped');
}

interface Start {
  readonly config: Config;
  readonly logger: Logger;
  readonly door: Door;
  readonly metrics: ServerMetrics;
  readonly closers: Closers;
  readonly wantsDemo: boolean;
}

async function start({ config, logger, door, metrics, closers, wantsDemo }: Start): Promise<Ready> {
  const publicUrl = config.publicUrl ?? door.url;
  const clock = config.testClock === undefined ? systemClock : startClockAt(config.testClock);
  const opened = await openMigratedDatabase(config, { use: 'serve', onTrouble: (message) => logger.error(message) });
  closers.push(opened.close);
  const { pool, kysely } = opened.database;
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
  return { url: door.url, publicUrl, tenant, hasUsedKey, ...(demo === undefined ? {} : { demo }) };
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

/** Red in a terminal, so that it is not lost among the lines of the log. */
function warn(sentence: string): void {
  process.stderr.write(process.stderr.isTTY ? `\u001b[41;97m WARNING \u001b[0m ${sentence}\n` : `WARNING: ${sentence}\n`);
}

function jsonLine({ url, tenant: { setupToken: _forPeople, ...tenant }, demo }: Ready): string {
  return `${JSON.stringify({ url, ...tenant, tenantId: wireId('ten', tenant.tenantId), ...(demo === undefined ? {} : { demo }) })}\n`;
}

function greeting({ url, publicUrl, tenant, hasUsedKey, demo }: Ready): string {
  const lines = [`Sarafan is ready: ${url}`, `  tenant           ${wireId('ten', tenant.tenantId)}`];
  if (tenant.secretKey !== undefined) {
    lines.push(
      `  secret key       ${tenant.secretKey}`,
      `  publishable key  ${tenant.publishableKey}`,
      '  The keys are shown this once: keep them.',
    );
  }
  if (!hasUsedKey) {
    lines.push('  No key has been used yet. Where those of the first start are lost, make others:');
    lines.push('    npx sarafan keys create --name owner --scopes read,write,staff,admin');
    lines.push('    npx sarafan keys create --name pages --publishable');
  }
  if (tenant.setupToken !== undefined) {
    lines.push(
      '',
      `  Console: open ${consoleSetupLink(publicUrl, tenant.setupToken)}`,
      '  and make the account of the owner. The link works once.',
    );
  }
  if (demo === 'not-empty')
    lines.push('  The demo fills an empty business only: this one was left as it is. For a fresh one set SARAFAN_DATA to a new directory.');
  else if (demo !== undefined) lines.push('', demoGuide(demo, { url, secretKey: tenant.secretKey }));
  return `${lines.join('\n')}\n`;
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  process.stderr.write(`sarafan: ${error.message}\n`);
  process.exitCode = 1;
}
