/** What orders add up to is kept from batch to batch (ADR 0023): whoever else stores something, and whatever fails, it stays true. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { decodeProgramDocument } from '../../src/contract/program-document.ts';
import type { EventBody } from '../../src/domain/events.ts';
import type { OrderLine } from '../../src/domain/facts/entities.ts';
import { type CustomerId, idFromUuid, type ProgramId, type VersionId } from '../../src/domain/ids.ts';
import { newStanding, tierCaseOf } from '../../src/domain/tier/tier-case.ts';
import { measureAll } from '../../src/domain/tier/tier-conditions.ts';
import { createIntake, type RunningIntake } from '../../src/intake/create-intake.ts';
import { memberRecordsOf } from '../../src/tiers/member-records.ts';
import { openShop, paid, refunded, type Shop, submission } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';
import { SMALL_BATCHES } from './shop-of-marina.ts';

const rub = (amountMinor: number) => ({ amountMinor: String(amountMinor), currency: 'RUB' });
const name = { ru: 'Ступень', en: 'Tier' };
const thanks = { id: 'thanks', on: 'feedback.given', if: [], grant: [{ to: 'buyer', benefit: { kind: 'credit', amount: rub(100) } }] };

/** A tier for each thousand of `kind`, so that any difference shows. */
function steps(kind: 'spend' | 'margin', more: object = {}): object {
  const tiers = Array.from({ length: 12 }, (_, n) => ({
    id: `${kind}-${n + 1}`,
    name,
    entry: { if: [{ [kind]: { atLeast: rub((n + 1) * 100_000), withinDays: 365 } }] },
    downgrade: 'toEarned',
  }));
  const about = { name, currency: 'RUB', timeZone: 'Europe/Moscow', enrolment: { mode: 'optIn', if: [] } };
  const unreachable = { id: 'summit', name, entry: { if: [{ spend: { atLeast: rub(1_000_000_000), withinDays: 365 } }] } };
  return { ...about, rules: [thanks], tiers: [...tiers, unreachable], ...more };
}

interface Member {
  readonly shop: Shop;
  readonly programId: ProgramId;
  readonly id: CustomerId;
}

async function openWith(document: object, options: Parameters<typeof openShop>[0] = {}): Promise<Member> {
  const shop = await openShop(options);
  const programId = await shop.publish(document);
  return { shop, programId, id: await shop.join('vera', programId, 'VERA') };
}

const by = { customer: { externalId: 'vera' } };

async function send({ shop }: Member, intake: RunningIntake, body: EventBody, id: string = randomUUID()): Promise<string> {
  const [result] = await intake.submit([submission(shop.tenantId, body, { ...by, id }, shop.clock.now())]);
  return result?.kind === 'answered' ? 'answered' : (result?.problem.code ?? 'nothing');
}

async function tierOf({ shop, id }: Member): Promise<string | null> {
  const [found] = await shop.rows<{ tier: string | null }>('select tier_id as tier from standing where customer_id = $1', [id]);
  return found?.tier ?? null;
}

const another = (shop: Shop): RunningIntake =>
  createIntake({ pool: shop.test.database.pool, clock: shop.clock, onError: (error) => expect.fail(String(error)) });

/** As an answer about the member reads it. */
async function read({ shop, programId, id }: Member, kind: 'spend' | 'margin') {
  const { facts, programs } = await shop.intake.read(shop.tenantId, [id]);
  const program = programs.find((each) => each.id === programId);
  const records = memberRecordsOf(facts, programId, id);
  const version = program?.versions.at(-1);
  if (program === undefined || records === null || version === undefined) throw new Error('a member of a published programme');
  const now = shop.clock.now();
  const tierCase = tierCaseOf(program, version, records, newStanding(programId, id, now));
  const [found] = measureAll([{ kind, atLeastMinor: 1n, withinDays: 365 }], tierCase, now);
  return { have: found?.have, from: found?.marginFrom };
}

describe('what orders add up to (0-12)', () => {
  it('is the same for two processes that take turns', async () => {
    const vera = await openWith(steps('spend'));
    const { shop } = vera;
    const other = another(shop);
    for (const [n, intake] of [shop.intake, shop.intake, other, shop.intake, other, other, shop.intake].entries())
      expect(await send(vera, intake, paid(`o-${n}`, 100_000n))).toBe('answered');
    expect(await tierOf(vera)).toBe('spend-7');
    expect(await send(vera, other, refunded('o-0', 'r-0'))).toBe('answered');
    expect(await send(vera, shop.intake, refunded('o-6', 'r-6', 1n))).toBe('answered');
    expect(await tierOf(vera)).toBe('spend-5');
    await expectSound(shop);
  });

  it('is read again after a transaction that was decided and not committed', async () => {
    const vera = await openWith(steps('spend'), { onError: () => undefined });
    const { shop } = vera;
    const owner = await shop.test.database.connectAsOwner();
    await owner.query(`create function refuse() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$`);
    await owner.query(
      `create constraint trigger refuse after insert on event deferrable initially deferred for each row when (new.event_id = 'e-2') execute function refuse()`,
    );
    expect(await send(vera, shop.intake, paid('o-1', 100_000n))).toBe('answered');
    expect(await send(vera, shop.intake, paid('o-2', 100_000n), 'e-2')).toBe('internal_error');
    expect(await send(vera, shop.intake, paid('o-3', 100_000n))).toBe('answered');
    expect(await tierOf(vera)).toBe('spend-2');
    await owner.query('drop function refuse cascade');
    await owner.end();
    await expectSound(shop);
  });

  it('is not read again by a process that goes on', async () => {
    const vera = await openWith(steps('spend'));
    const { shop } = vera;
    expect(await send(vera, shop.intake, paid('o-1', 100_000n))).toBe('answered');
    expect(await send(vera, shop.intake, paid('o-2', 100_000n))).toBe('answered');
    // Behind the road's back: whoever reads them would begin anew.
    await shop.rows('update shop_order set paid_at = null');
    expect(await send(vera, shop.intake, paid('o-3', 100_000n))).toBe('answered');
    expect(await tierOf(vera)).toBe('spend-3');
  });

  it.each([
    ['turnover', steps('spend'), 'spend-3'],
    ['margin', steps('margin', { margin: { basisPoints: 10_000 } }), 'margin-3'],
  ])('is read for a version that asks for %s, told with the order that it decides', async (_what, document, tier) => {
    const vera = await openWith(steps('spend', { tiers: [] }));
    const { shop, programId } = vera;
    const other = another(shop);
    // A process that has met her while nothing was summed up.
    for (const n of [1, 2]) expect(await send(vera, other, paid(`o-${n}`, 100_000n))).toBe('answered');
    const decoded = decodeProgramDocument(document, { timeZone: 'UTC' });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const version = { programId, versionId: idFromUuid<VersionId>(randomUUID()), number: 2, effectiveFrom: shop.clock.now() };
    const told = await other.submit([
      submission(shop.tenantId, { type: 'program.published', ...version, document: decoded.value }, {}, shop.clock.now()),
      submission(shop.tenantId, paid('o-3', 100_000n), by, shop.clock.now()),
    ]);
    expect(told.map(({ kind }) => kind)).toEqual(['answered', 'answered']);
    expect(await tierOf(vera)).toBe(tier);
    await expectSound(shop);
  });

  it('takes of each order what it is worth: delivery, tax, cost, category, refunds, credit, currency', async () => {
    const margin = { basisPoints: 2_000, categories: [{ category: 'tea', basisPoints: 5_000 }] };
    const vera = await openWith(steps('margin', { margin, percentOf: { tax: 'excluded' } }));
    const { shop } = vera;
    const line = (totalMinor: bigint, more: Partial<OrderLine> = {}) => ({
      sku: null,
      category: null,
      quantity: 1,
      totalMinor,
      costMinor: null,
      ...more,
    });
    const order = async (id: string, totalMinor: bigint, lines: readonly OrderLine[], more: object = {}): Promise<void> => {
      const data = { currency: 'RUB', totalMinor, deliveryMinor: 10_000n, taxMinor: 20_000n, channel: null, lines, ...more };
      const body: EventBody = { type: 'order.paid', orderId: id, order: data, payment: null, couponCodes: [], reservationIds: [] };
      expect(await send(vera, shop.intake, body)).toBe('answered');
    };
    await order('costs', 530_000n, [line(500_000n, { costMinor: 200_000n })]);
    await order('tea', 430_000n, [line(400_000n, { category: 'tea' })]);
    await order('typed', 130_000n, []);
    await order('dollars', 130_000n, [], { currency: 'USD' });
    await order('free', 0n, [], { deliveryMinor: 0n, taxMinor: 0n });
    await order('loss', 230_000n, [line(200_000n, { costMinor: 250_000n })]);
    // 300,000 and 200,000 and 20,000 and a loss of 50,000.
    expect(await read(vera, 'margin')).toEqual({ have: 470_000n, from: 'mixed' });
    expect(await tierOf(vera)).toBe('margin-4');
    expect(await send(vera, shop.intake, refunded('costs', 'r-1', 265_000n))).toBe('answered');
    expect(await send(vera, shop.intake, refunded('loss', 'r-2', 115_000n))).toBe('answered');
    expect(await read(vera, 'margin')).toEqual({ have: 150_000n + 200_000n + 20_000n - 25_000n, from: 'mixed' });
    expect(await read(vera, 'spend')).toMatchObject({ have: 250_000n + 400_000n + 100_000n + 100_000n });
    expect(await tierOf(vera)).toBe('margin-3');
    expect(await send(vera, shop.intake, refunded('tea', 'r-3'))).toBe('answered');
    expect(await tierOf(vera)).toBe('margin-1');
    await expectSound(shop);
  });

  it('goes over to the record a customer is merged into', async () => {
    const vera = await openWith(steps('spend'));
    const { shop, programId } = vera;
    const lena = await shop.join('lena', programId, 'LENA');
    for (const n of [1, 2]) expect(await send(vera, shop.intake, paid(`o-${n}`, 100_000n))).toBe('answered');
    for (const n of [1, 2, 3]) await shop.answer(paid(`l-${n}`, 100_000n), { customer: { externalId: 'lena' } });
    await shop.answer({ type: 'customer.merged', fromId: lena, intoId: vera.id });
    expect(await tierOf(vera)).toBe('spend-5');
    await shop.answer(refunded('l-3', 'r-3'));
    expect(await send(vera, another(shop), paid('o-3', 200_000n))).toBe('answered');
    expect(await tierOf(vera)).toBe('spend-6');
    await expectSound(shop);
  });

  it('is read anew for a measure that nobody has asked for before, and not after a failure', async () => {
    const vera = await openWith(steps('spend'));
    const { shop, programId } = vera;
    for (const n of [1, 2]) expect(await send(vera, shop.intake, paid(`o-${n}`, 100_000n))).toBe('answered');
    const decoded = decodeProgramDocument(steps('margin', { margin: { basisPoints: 10_000 } }), { timeZone: 'UTC' });
    if (!decoded.ok) throw new Error(JSON.stringify(decoded.error));
    const version = { programId, versionId: idFromUuid<VersionId>(randomUUID()), number: 2, effectiveFrom: shop.clock.now() };
    const before = shop.intake.counts().own;
    await shop.intake.submit([
      submission(shop.tenantId, { type: 'program.published', ...version, document: decoded.value }, {}, shop.clock.now()),
      submission(shop.tenantId, paid('o-3', 100_000n), by, shop.clock.now()),
    ]);
    // A batch that fails is tried again in halves, which succeed.
    expect(shop.intake.counts().own - before).toBe(1);
    expect(await tierOf(vera)).toBe('margin-3');
  });

  it('follows a buyer who has come into being within a chain of batches', async () => {
    const shop = await openShop({ limits: { ...SMALL_BATCHES, chainEvents: 200 } });
    await shop.publish({ ...steps('spend'), enrolment: { mode: 'automatic', if: [] } });
    const orders = Array.from({ length: 10 }, (_, n) => submission(shop.tenantId, paid(`o-${n}`, 100_000n), by, shop.clock.now()));
    await Promise.all(orders.map((order) => shop.intake.submit([order])));
    expect(shop.intake.counts().ahead).toBeGreaterThan(2);
    expect(await shop.rows('select tier_id from standing')).toEqual([{ tier_id: 'spend-10' }]);
    await expectSound(shop);
  });

  it('goes by what was paid, where that is more than the total, once something of it was refunded', async () => {
    const vera = await openWith(steps('spend'));
    const { shop } = vera;
    expect(await send(vera, shop.intake, paid('o-1', 300_000n, { payment: { id: 'p', amountMinor: 600_000n } }))).toBe('answered');
    expect(await send(vera, another(shop), refunded('o-1', 'r-1', 300_000n))).toBe('answered');
    expect(await tierOf(vera)).toBe('spend-1');
    await expectSound(shop);
  });
});
