import { randomUUID } from 'node:crypto';
import { decodeProgramDocument } from '../contract/program-document.ts';
import { idFromUuid, type ProgramId, type TenantId, type VersionId } from '../domain/ids.ts';
import type { Intake } from '../intake/submission.ts';

/** Publishes a programme that rewards every order of a member, in force since before the orders of the fixture. Throws when it is refused. */
export async function publishBenchProgram(intake: Intake, tenantId: TenantId, now: Date): Promise<ProgramId> {
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
  const programId = idFromUuid<ProgramId>(randomUUID());
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
        programId,
        versionId: idFromUuid<VersionId>(randomUUID()),
        number: 1,
        effectiveFrom: new Date('1996-01-01T00:00:00Z'),
        document: decoded.value,
      },
    },
  ]);
  if (result?.kind !== 'answered') throw new Error(JSON.stringify(result));
  return programId;
}
