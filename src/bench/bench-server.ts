/**
 * The real server in a process of its own, with the floors beside it: a static 302, and a route that decodes each event like the
 * real one and writes it as one row in one commit. Tells its parent the port and the key.
 */
import process from 'node:process';
import type pg from 'pg';
import { pino } from 'pino';
import { checkCheckout } from '../checkout/check-checkout.ts';
import { createClicks } from '../clicks/clicks.ts';
import { clickPoolLimits } from '../clicks/held-connection.store.ts';
import { systemClock } from '../clock.ts';
import { floorEndpoint } from '../contract/bench.endpoints.ts';
import { invalidField } from '../contract/problems.ts';
import { type Route, StoredAnswer } from '../contract/route.ts';
import { openMigratedDatabase } from '../database/open-migrated-database.ts';
import type { TenantId } from '../domain/ids.ts';
import { err, ok } from '../domain/result.ts';
import { decodeEvent } from '../events/decode-event.ts';
import { buildServer } from '../http/server.ts';
import { identityHash } from '../identity/identity-hash.ts';
import { createIntake } from '../intake/create-intake.ts';
import type { Intake } from '../intake/submission.ts';
import { ProgramCache } from '../intake/tenant-lock.store.ts';
import { Passwords } from '../staff/password.ts';
import { ensureTenant } from '../tenants/ensure-tenant.ts';
import { publishBenchProgram } from './bench-program.ts';
import { fillPast } from './fill-past.store.ts';
import { fillShop } from './fill-shop.store.ts';
import { fillStaff } from './fill-staff.store.ts';
import { createFloorTable, type FloorRow, writeFloorRows } from './floor.store.ts';
import type { BenchServerReady, ServerFill } from './run-server.ts';

async function serve(dataDirectory: string, toFill: ServerFill): Promise<void> {
  const logger = pino({ base: null }, pino.destination({ dest: 2, sync: true }));
  const opened = await openMigratedDatabase(
    { databaseUrl: undefined, dataDirectory },
    { use: 'serve', onTrouble: (message) => logger.error(message) },
  );
  const { pool, kysely } = opened.database;
  const owner = await opened.database.connectAsOwner();
  await createFloorTable(owner);
  const { tenantId, secretKey } = await ensureTenant(kysely, systemClock);
  const intake = createIntake({ pool, clock: systemClock, onError: (error) => logger.error({ error: String(error) }, 'a batch failed') });
  await fill(owner, { intake, tenantId }, toFill);
  await owner.end();
  const clicks = createClicks({ pool: opened.openApart(clickPoolLimits).pool, clock: systemClock });
  await clicks.start();
  const checkDeps = { programs: new ProgramCache(), clock: systemClock };
  const floorRoute: Route = {
    endpoint: floorEndpoint,
    handle: async (call) => {
      const events =
        typeof call.body === 'object' && call.body !== null && 'events' in call.body && Array.isArray(call.body.events)
          ? call.body.events
          : [call.body];
      const decoded = events.map((event: unknown) =>
        decodeEvent(event, { tenantId: call.caller.tenantId, source: call.caller.source }, systemClock.now()),
      );
      const rows = decoded.flatMap((each): FloorRow[] =>
        each.ok ? [{ id: each.value.eventId, body: JSON.stringify(each.value.fingerprint) }] : [],
      );
      if (rows.length !== events.length) return err(invalidField({ field: 'events', issue: 'type' }));
      await writeFloorRows(pool, call.caller.tenantId, rows);
      return ok(new StoredAnswer(`{"written":${rows.length}}`));
    },
  };
  const app = await buildServer(
    {
      db: kysely,
      intake,
      clock: systemClock,
      publicUrl: 'http://127.0.0.1',
      logger,
      checkBasket: (basket) => checkCheckout(pool, checkDeps, basket),
    },
    {
      // The load says who it plays.
      trustProxy: ['127.0.0.1'],
      clicks,
      extraRoutes: [floorRoute],
      extend: (server) => {
        server.get('/bench/static', (_request, reply) => {
          reply.code(302).header('location', 'https://shop.example/').header('cache-control', 'no-store').send();
        });
      },
    },
  );
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const ready: BenchServerReady = { port: Number(new URL(address).port), secretKey: secretKey ?? '', tenantId };
  process.send?.(ready);
  process.once('SIGTERM', () => {
    void app
      .close()
      .then(() => intake.drain())
      .then(() => clicks.stop())
      .then(() => opened.close())
      .then(() => process.disconnect());
  });
}

async function fill(
  owner: pg.Client,
  { intake, tenantId }: { readonly intake: Intake; readonly tenantId: TenantId },
  how: ServerFill,
): Promise<void> {
  await owner.query('set statement_timeout = 0');
  await owner.query('set synchronous_commit = off');
  switch (how.kind) {
    case 'nothing':
      return;
    case 'customers': {
      const programId = await publishBenchProgram(intake, tenantId, systemClock.now());
      const { rows } = await owner.query<{ hash_key: Buffer }>('select hash_key from tenant where tenant_id = $1', [tenantId]);
      const hashKey = rows[0]?.hash_key ?? Buffer.alloc(0);
      const identityOf = (externalId: string): Buffer => identityHash(hashKey, 'externalId', externalId);
      await fillShop(owner, { tenantId, programId, customers: how.customers, identityOf });
      break;
    }
    case 'past':
      await fillPast(owner, { tenantId, orders: how.orders, clicks: how.clicks, now: systemClock.now() });
      break;
    case 'staff':
      await fillStaff(owner, { tenantId, accounts: how.accounts, passwordHash: await new Passwords().hash(how.password) });
      break;
  }
  // A shop of years has been vacuumed; without it the first minutes would measure PostgreSQL tidying up after the filling.
  await owner.query('vacuum analyze');
}

const [dataDirectory = '', toFill = '{"kind":"nothing"}'] = process.argv.slice(2);
const parsed: ServerFill = JSON.parse(toFill);
await serve(dataDirectory, parsed);
