/** Makes the tenant an import goes to, and for an earning one a programme that rewards every order of a customer. */
import process from 'node:process';
import { systemClock } from '../clock.ts';
import { openMigratedDatabase } from '../database/open-migrated-database.ts';
import { createIntake } from '../intake/create-intake.ts';
import { ensureTenant } from '../tenants/ensure-tenant.ts';
import { publishBenchProgram } from './bench-program.ts';

const [dataDirectory = '', kind = 'history'] = process.argv.slice(2);
const opened = await openMigratedDatabase({ databaseUrl: undefined, dataDirectory }, { use: 'command', onTrouble: () => undefined });
const { tenantId } = await ensureTenant(opened.database.kysely, systemClock);
if (kind === 'earn') {
  const intake = createIntake({
    pool: opened.database.pool,
    clock: systemClock,
    onError: (error) => {
      throw error;
    },
  });
  await publishBenchProgram(intake, tenantId, systemClock.now());
}
await opened.close();
