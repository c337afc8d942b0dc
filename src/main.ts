import process from 'node:process';
import { type Logger, pino } from 'pino';
import { readStartOptions } from './cli/start-options.ts';
import { startClockAt, systemClock } from './clock.ts';
import { describeSettings, readConfig } from './config.ts';
import { demoGuide } from './demo/demo-guide.ts';
import { wireId } from './domain/ids.ts';
import { armFaultPoint, faultPoint } from './fault-point.ts';
import { openDoor } from './http/door.ts';
import { ServerMetrics } from './http/metrics.ts';
import { consoleSetupLink } from './staff/console-links.ts';
import { StartRefused } from './start-refused.ts';
import { type Closers, type Ready, type RunningServer, type Start, startServer } from './start-server.ts';
import { waitForStopSignal } from './stop-signal.ts';

const drainLimitMs = 10_000;

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
  const logger = openLog();
  const stop = new AbortController();
  const stopAsked = waitForStopSignal().then((signal) => {
    logger.info({ signal }, 'stopping');
    stop.abort();
  });
  // The port is bound first, so that a taken one is told before anything else is touched, and closed first, so that
  // an answer in flight still has all it needs.
  const metrics = new ServerMetrics();
  const door = await openDoor(config, { countProblem: (code) => metrics.countProblem(code) });
  const clock = config.testClock === undefined ? systemClock : startClockAt(config.testClock);
  const closers: Closers = [];
  const context = { config, logger, clock, door, metrics, closers, warn, stop: stop.signal };
  try {
    let server = await startServer({ ...context, wantsDemo: options.wantsDemo });
    faultPoint('before-keys-shown');
    process.stdout.write(options.wantsJson ? jsonLine(server.ready) : greeting(server.ready));
    while (!stop.signal.aborted) {
      await Promise.race([stopAsked, server.replaced]);
      if (!stop.signal.aborted) server = await serveAnew(context);
    }
  } catch (error) {
    // Asked to stop while it waited for a restore.
    if (error !== stop.signal.reason) throw error;
  } finally {
    await door.close(drainLimitMs);
    await closeAll(closers);
  }
  logger.info('stopped');
}

/** A log that nobody reads any more, as after a closed terminal or `npm start 2>&1 | head`, is no reason to leave the shop unserved. */
function openLog(): Logger {
  const lines = pino.destination({ dest: 2, sync: true });
  const ignore = (): void => undefined;
  lines.on('error', ignore);
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignore);
  return pino({ base: null }, lines);
}

/** A restore replaces the data: nothing that was read from the old ones may be left (ADR 0009). */
async function serveAnew(context: Omit<Start, 'wantsDemo'>): Promise<RunningServer> {
  const { door, logger, closers } = context;
  logger.info('a backup is being restored: the server gives way and reads everything anew');
  await door.takeBack(drainLimitMs);
  await closeAll(closers);
  const server = await startServer({ ...context, wantsDemo: false });
  logger.info({ tenantId: wireId('ten', server.ready.tenant.tenantId) }, 'the restored data are served');
  return server;
}

async function closeAll(closers: Closers): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
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

/** Red in a terminal, so that it is not lost among the lines of the log. */
function warn(sentence: string): void {
  process.stderr.write(process.stderr.isTTY ? `\u001b[41;97m WARNING \u001b[0m ${sentence}\n` : `WARNING: ${sentence}\n`);
}

try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  process.stderr.write(`sarafan: ${error.message}\n`);
  process.exitCode = 1;
}
