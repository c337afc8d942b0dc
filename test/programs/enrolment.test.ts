import { beforeEach, describe, expect, it } from 'vitest';
import type { ProgramId } from '../../src/domain/ids.ts';
import type { Intake } from '../../src/intake/submission.ts';
import { resumeEnrolments, runEnrolment } from '../../src/programs/enrol-customers.ts';
import { findRun } from '../../src/programs/enrolment.store.ts';
import { openShop, paid, referAFriend, type Shop } from '../support/shop.ts';
import { type Console, openConsole } from './console.ts';

const HOUR_MS = 3_600_000;
const CUSTOMERS = 1_100;
const BATCH = 100;

/** Everybody with a paid order joins by themselves. */
const forBuyers = { ...referAFriend, enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 1 } }] } };

describe('automatic enrolment', () => {
  let shop: Shop;
  let ask: Console['ask'];
  beforeEach(async () => {
    shop = await openShop();
    ask = (await openConsole(shop)).ask;
  });

  const buyers = async (count: number): Promise<void> => {
    for (let from = 0; from < count; from += BATCH) {
      const numbers = Array.from({ length: Math.min(BATCH, count - from) }, (_unused, n) => from + n);
      await Promise.all(numbers.map((n) => shop.answer(paid(`old-${n}`, 50_000n), { customer: { externalId: `old-${n}` } })));
    }
  };
  const publishNew = async (document: unknown, body: object = {}) => {
    const created = await ask('POST', '/v1/programs', { document });
    const id = String(created.body.id);
    const published = await ask('POST', `/v1/programs/${id}/versions/1/publish`, body);
    expect(published.status, published.text).toBe(200);
    return { id, published };
  };
  const membersIn = async (): Promise<number> => (await shop.rows("select 1 from membership where status = 'active'")).length;
  const onlyProgram = async (): Promise<ProgramId> => {
    const [row] = await shop.rows<{ program_id: ProgramId }>('select program_id from program');
    if (row === undefined) throw new Error('the programme is there');
    return row.program_id;
  };

  it('joins everybody whose past orders meet the conditions, page after page, before the publication is answered (1-21)', async () => {
    await buyers(CUSTOMERS);
    await shop.answer({ type: 'member.signed_up', programId: null }, { customer: { externalId: 'never-bought' } });
    const { id, published } = await publishNew(forBuyers);
    expect(published.body.enrolment).toEqual({ status: 'finished', customers: CUSTOMERS });
    expect(await membersIn()).toBe(CUSTOMERS);
    expect(await shop.rows("select 1 from event where type = 'enrolment.evaluated'")).toHaveLength(3);
    const again = await ask('POST', `/v1/programs/${id}/versions/1/publish`);
    expect(again.text).toBe(published.text);
    expect(await shop.rows("select 1 from event where type = 'enrolment.evaluated'")).toHaveLength(3);
  });

  it('goes on where a killed process stopped, and evaluates no page twice', async () => {
    await buyers(CUSTOMERS);
    const { intake, clock, tenantId } = shop;
    const db = shop.test.database.kysely;
    await publishNew({ ...forBuyers, enrolment: { mode: 'staff' } });
    const program = { tenantId, programId: await onlyProgram() };
    await publishSecondVersion();
    await killDuringPage(2, program);
    const cut = await findRun(db, program);
    expect(cut).toMatchObject({ finishedAt: null });
    expect(cut?.cursor).not.toBeNull();
    expect(await resumeEnrolments({ db, intake, clock }, { limitMs: 20_000 })).toBe(0);
    expect(await findRun(db, program)).toMatchObject({ finishedAt: clock.now() });
    expect(await membersIn()).toBe(CUSTOMERS);
    // The page whose answer was lost is the same event when it is sent again.
    expect(await shop.rows("select 1 from event where type = 'enrolment.evaluated'")).toHaveLength(3);
  });

  /** The road takes page `page` and its answer is lost, as when the process dies right after the commit. */
  const killDuringPage = async (page: number, program: { tenantId: Shop['tenantId']; programId: ProgramId }): Promise<void> => {
    let taken = 0;
    const dying: Intake = {
      dryRun: shop.intake.dryRun,
      read: shop.intake.read,
      submit: async (submissions) => {
        const results = await shop.intake.submit(submissions);
        taken += 1;
        if (taken === page) throw new Error('killed');
        return results;
      },
    };
    const deps = { db: shop.test.database.kysely, intake: dying, clock: shop.clock };
    await expect(runEnrolment(deps, program, { startsAt: shop.clock.now(), versionNumber: 2, limitMs: 20_000 })).rejects.toThrow('killed');
  };

  const publishSecondVersion = async (): Promise<void> => {
    const programId = await onlyProgram();
    await shop.publish(forBuyers, { programId });
  };

  it('is taken up in the background when the time of the request is over', async () => {
    await buyers(3);
    const { intake, clock, tenantId } = shop;
    const deps = { db: shop.test.database.kysely, intake, clock };
    const programId = await shop.publish(forBuyers);
    expect(await runEnrolment(deps, { tenantId, programId }, { startsAt: clock.now(), versionNumber: 1, limitMs: -1 })).toEqual({
      status: 'running',
      customers: 0,
    });
    expect(await resumeEnrolments(deps, { limitMs: -1 })).toBe(1);
    expect(await resumeEnrolments(deps, { limitMs: 20_000 })).toBe(0);
    expect(await membersIn()).toBe(3);
  });

  it('waits for the version to begin', async () => {
    await buyers(2);
    const { intake, clock } = shop;
    const deps = { db: shop.test.database.kysely, intake, clock };
    const { published } = await publishNew(forBuyers, { effectiveFrom: new Date(clock.now().getTime() + HOUR_MS).toISOString() });
    expect(published.body.enrolment).toEqual({ status: 'scheduled', customers: 0 });
    expect(await resumeEnrolments(deps, { limitMs: 20_000 })).toBe(0);
    expect(await membersIn()).toBe(0);
    clock.set(new Date(clock.now().getTime() + HOUR_MS));
    await resumeEnrolments(deps, { limitMs: 20_000 });
    expect(await membersIn()).toBe(2);
  });

  it('still comes when a version begins that was waited for while enrolment was asked for again', async () => {
    await buyers(2);
    const { intake, clock } = shop;
    const { id } = await publishNew({ ...forBuyers, enrolment: { mode: 'automatic', if: [{ paidOrders: { atLeast: 5 } }] } });
    const { versions } = (await ask('POST', `/v1/programs/${id}/versions`, { document: forBuyers })).body as {
      versions: { number: number }[];
    };
    const begins = new Date(clock.now().getTime() + HOUR_MS);
    const path = `/v1/programs/${id}/versions/${versions.length}/publish`;
    const later = await ask('POST', path, { effectiveFrom: begins.toISOString() });
    expect(later.body.enrolment).toMatchObject({ status: 'scheduled' });
    await ask('POST', `/v1/programs/${id}/enrol`);
    expect(await membersIn()).toBe(0);
    clock.set(begins);
    await resumeEnrolments({ db: shop.test.database.kysely, intake, clock }, { limitMs: 20_000 });
    expect(await membersIn()).toBe(2);
  });

  it('loses nobody when two processes walk at once', async () => {
    await buyers(CUSTOMERS);
    const { intake, clock, tenantId } = shop;
    const deps = { db: shop.test.database.kysely, intake, clock };
    const programId = await shop.publish(forBuyers);
    await runEnrolment(deps, { tenantId, programId }, { startsAt: clock.now(), versionNumber: 1, limitMs: -1 });
    await Promise.all(Array.from({ length: 4 }, () => resumeEnrolments(deps, { limitMs: 20_000 })));
    expect(await membersIn()).toBe(CUSTOMERS);
  });

  it('joins those who came by an import when asked again', async () => {
    const { id } = await publishNew(forBuyers);
    await shop.answer(
      {
        type: 'order.imported',
        orderId: 'i-1',
        order: { currency: 'RUB', totalMinor: 100n, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] },
        refundedMinor: 0n,
        earn: false,
      },
      { customer: { externalId: 'imported' } },
    );
    expect(await membersIn()).toBe(0);
    expect(await ask('POST', `/v1/programs/${id}/enrol`)).toMatchObject({
      status: 200,
      body: { enrolment: { status: 'finished', customers: 1 } },
    });
    expect(await membersIn()).toBe(1);
  });

  it('looks at the same people anew when asked again in the very instant it has looked at them', async () => {
    await shop.answer({ type: 'member.signed_up', programId: null }, { customer: { externalId: 'known' } });
    const { id } = await publishNew(forBuyers);
    await shop.answer(
      {
        type: 'order.imported',
        orderId: 'i-1',
        order: { currency: 'RUB', totalMinor: 100n, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] },
        refundedMinor: 0n,
        earn: false,
      },
      { customer: { externalId: 'known' } },
    );
    expect((await ask('POST', `/v1/programs/${id}/enrol`)).body.enrolment).toEqual({ status: 'finished', customers: 1 });
  });

  it('is refused where joining is by choice', async () => {
    const { id, published } = await publishNew({ ...forBuyers, enrolment: { mode: 'optIn' } });
    expect(published.body.enrolment).toEqual({ status: 'finished', customers: 0 });
    expect(await ask('POST', `/v1/programs/${id}/enrol`)).toMatchObject({ status: 422, body: { code: 'enrolment_mode' } });
  });
});
