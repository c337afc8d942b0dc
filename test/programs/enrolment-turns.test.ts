import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId, ProgramId } from '../../src/domain/ids.ts';
import type { Intake, Submission } from '../../src/intake/submission.ts';
import { resumeEnrolments } from '../../src/programs/enrol-customers.ts';
import { findRun, startRun } from '../../src/programs/enrolment.store.ts';
import { openShop, paid, referAFriend, type Shop, submission } from '../support/shop.ts';

const CUSTOMERS = 600;
const LIMIT = { limitMs: 60_000 };
/** Everybody with a paid order joins by themselves. */
const forBuyers = { ...referAFriend, enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 1 } }] } };

describe('walks of enrolment (1-21, contract.md 1)', () => {
  let shop: Shop;
  let programIds: readonly ProgramId[];

  beforeEach(async () => {
    shop = await openShop();
    const orders = Array.from({ length: CUSTOMERS }, (_, n) =>
      submission(shop.tenantId, paid(`o-${n}`, 50_000n), { customer: { externalId: `c-${n}` } }, shop.clock.now()),
    );
    await shop.intake.submit(orders);
    programIds = [await shop.publish(forBuyers), await shop.publish(forBuyers)];
  });

  const begin = async (programId: ProgramId): Promise<void> => {
    await startRun(shop.test.database.kysely, { tenantId: shop.tenantId, programId }, { startsAt: shop.clock.now(), versionNumber: 1 });
  };
  const depsWith = (submit: Intake['submit']) => ({
    db: shop.test.database.kysely,
    clock: shop.clock,
    intake: { submit, dryRun: shop.intake.dryRun, read: shop.intake.read },
  });
  const membersOf = async (programId: ProgramId): Promise<number> =>
    (await shop.rows('select 1 from membership where program_id = $1', [programId])).length;

  it('take turns, a page of each: one over a million customers keeps no other waiting', async () => {
    for (const programId of programIds) await begin(programId);
    const pages: ProgramId[] = [];
    const deps = depsWith((submissions) => {
      pages.push(...submissions.flatMap(({ body }) => (body.type === 'enrolment.evaluated' ? [body.programId] : [])));
      return shop.intake.submit(submissions);
    });
    expect(await resumeEnrolments(deps, LIMIT)).toBe(0);
    const [first, second] = pages;
    expect([first, second].toSorted()).toEqual(programIds.toSorted());
    expect(pages).toEqual([first, second, first, second]);
  });

  it('leave out whom the road refuses, and join everybody else', async () => {
    const [one] = await shop.rows<{ customer_id: CustomerId }>('select customer_id from customer order by customer_id offset 123 limit 1');
    const isRefused = ({ body }: Submission): boolean =>
      body.type === 'enrolment.evaluated' && one !== undefined && body.customerIds.includes(one.customer_id);
    const deps = depsWith((submissions) =>
      submissions.some(isRefused)
        ? Promise.resolve(
            submissions.map(() => ({ kind: 'refused', problem: { code: 'amount_out_of_range', field: null, missing: null } })),
          )
        : shop.intake.submit(submissions),
    );
    const [programId = raise(), other = raise()] = programIds;
    await begin(programId);
    await begin(other);
    expect(await resumeEnrolments(deps, LIMIT)).toBe(0);
    expect(await membersOf(programId)).toBe(CUSTOMERS - 1);
    expect(await membersOf(other)).toBe(CUSTOMERS - 1);
  });

  it('wait for their version also where another process has just ended the one before', async () => {
    const begins = new Date(shop.clock.now().getTime() + 3_600_000);
    const never = { ...forBuyers, enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 5 } }] } };
    const programId = await shop.publish(never);
    await shop.publish(forBuyers, { programId, effectiveFrom: begins });
    await begin(programId);
    let isOvertaken = false;
    const overtaken = depsWith(async (submissions) => {
      const results = await shop.intake.submit(submissions);
      if (isOvertaken) return results;
      isOvertaken = true;
      await resumeEnrolments(depsWith(shop.intake.submit), LIMIT);
      return results;
    });
    await resumeEnrolments(overtaken, LIMIT);
    expect(await findRun(shop.test.database.kysely, { tenantId: shop.tenantId, programId })).toMatchObject({
      startsAt: begins,
      finishedAt: null,
      cursor: null,
    });
    expect(await membersOf(programId)).toBe(0);
    shop.clock.set(begins);
    await resumeEnrolments(depsWith(shop.intake.submit), LIMIT);
    expect(await membersOf(programId)).toBe(CUSTOMERS);
  });
});

function raise(): never {
  throw new Error('it is there');
}
