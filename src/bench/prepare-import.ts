/** Makes the tenant an import goes to, and for an earning one a programme that rewards every order of a customer. */
import { randomUUID } from 'node:crypto';
import process from 'node:process';
import { systemClock } from '../clock.ts';
import { decodeProgramDocument } from '../contract/program-document.ts';
import { openMigratedDatabase } from '../database/open-migrated-database.ts';
import { idFromUuid, type ProgramId, type VersionId } from '../domain/ids.ts';
import { createIntake } from '../intake/create-intake.ts';
import { ensureTenant } from '../tenants/ensure-tenant.ts';

const [dataDirectory = '', kind = 'history'] = process.argv.slice(2);
const opened = await openMigratedDatabase({ databaseUrl: undefined, dataDirectory }, { use: 'command', onTrouble: () => undefined });
const { tenantId } = await ensureTenant(opened.database.kysely, systemClock);
if (kind === 'earn') {
  const decoded = decodeProgramDocument(
    {
      name: { ru: 'Замер', en: 'Benchmark' },
      currency: 'USD',
      timeZone: 'UTC',
      points: { name: { ru: 'баллы', en: 'points' } },
      enrolment: { mode: 'optIn', if: [] },
      rules: [
        {
          id: 'every-order',
          on: 'order.paid',
          if: [],
          grant: [
            { to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 500 } } },
            { to: 'buyer', benefit: { kind: 'points', points: '1' } },
          ],
        },
      ],
    },
    { timeZone: 'UTC' },
  );
  if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
  const intake = createIntake({
    pool: opened.database.pool,
    clock: systemClock,
    onError: (error) => {
      throw error;
    },
  });
  const now = systemClock.now();
  const [result] = await intake.submit([
    {
      tenantId,
      source: 'bench',
      eventId: randomUUID(),
      fingerprint: null,
      occurredAt: now,
      customer: null,
      attribution: null,
      actor: null,
      personal: null,
      body: {
        type: 'program.published',
        programId: idFromUuid<ProgramId>(randomUUID()),
        versionId: idFromUuid<VersionId>(randomUUID()),
        number: 1,
        effectiveFrom: new Date('1996-01-01T00:00:00Z'),
        document: decoded.value,
      },
    },
  ]);
  if (result?.kind !== 'answered') throw new Error(JSON.stringify(result));
}
await opened.close();
