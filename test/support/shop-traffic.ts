/** Traffic of a busy shop drawn from a seed, sent in batches of random sizes, some of it refused. For tests that need a full log. */
import type { ProgramId } from '../../src/domain/ids.ts';
import type { SubmissionResult } from '../../src/intake/submission.ts';
import { runDueWork } from '../../src/jobs/run-due-work.ts';
import { SeededRandom } from './seeded-random.ts';
import { paid, type Shop, submission } from './shop.ts';
import { Draw, type Known } from './traffic-draw.ts';
import { trafficPrograms } from './traffic-programs.ts';

export interface Traffic {
  readonly shop: Shop;
  readonly results: SubmissionResult[];
  /** Sends `count` events in batches of random sizes. */
  readonly run: (count: number) => Promise<void>;
}

/** `requests`: what is sent at once comes in one request, or each event in a request of its own. */
export async function openTraffic(shop: Shop, seed: number, requests: 'together' | 'apart' = 'together'): Promise<Traffic> {
  const seeded = new SeededRandom(seed);
  const random = (): number => seeded.next();
  const programIds: ProgramId[] = [];
  for (const document of trafficPrograms) programIds.push(await shop.publish(document));
  for (const [index, code] of ['MARINA', 'OLEG', 'ZINA'].entries()) {
    for (const order of ['a', 'b'])
      await shop.answer(paid(`first-${index}-${order}`, 70_000n), { customer: { externalId: `member-${index}` } });
    for (const programId of programIds.slice(1))
      await shop.answer({ type: 'membership.joined', programId, by: 'staff' }, { customer: { externalId: `member-${index}` } });
    await shop.answer({ type: 'code.created', text: code, kind: 'personal' }, { customer: { externalId: `member-${index}` } });
  }
  const results: SubmissionResult[] = [];
  const draw = new Draw(random, programIds);
  const run = async (count: number): Promise<void> => {
    let sent = 0;
    while (sent < count) {
      const known = await readKnown(shop);
      const size = Math.min(count - sent, 1 + Math.floor(random() ** 3 * (requests === 'together' ? 60 : 240)));
      const batch = Array.from({ length: size }, () => draw.next(known, shop.clock.now()));
      const submissions = batch.map(([body, options]) => submission(shop.tenantId, body, options ?? {}, shop.clock.now()));
      const envelopes = requests === 'together' ? [submissions] : submissions.map((one) => [one]);
      results.push(...(await Promise.all(envelopes.map((envelope) => shop.intake.submit(envelope)))).flat());
      sent += size;
      shop.clock.set(new Date(shop.clock.now().getTime() + Math.floor(random() * 8 * 3_600_000)));
      if (random() < 0.4) await runDueWork({ pool: shop.test.database.pool, intake: shop.intake, clock: shop.clock }, shop.tenantId);
    }
  };
  return { shop, results, run };
}

async function readKnown(shop: Shop): Promise<Known> {
  const ids = async <T>(sql: string): Promise<T[]> => shop.rows<T>(sql, [shop.tenantId]);
  const column = async <T>(sql: string): Promise<T[]> => (await ids<{ id: T }>(sql)).map((row) => row.id);
  return {
    customers: await column('select customer_id as id from customer where tenant_id = $1 order by customer_id'),
    codes: await ids('select text, code_id as "codeId" from code where tenant_id = $1 order by code_id'),
    held: await column(`select reward_id as id from reward where tenant_id = $1 and (status = 'held' or kind = 'gift') order by reward_id`),
    coupons: await ids(
      `select coupon_id as "couponId", code, customer_id as "customerId" from coupon where tenant_id = $1 and status in ('issued', 'reserved') order by coupon_id`,
    ),
    balances: await ids(
      'select customer_id as "customerId", unit, available from balance where tenant_id = $1 and available > 0 order by customer_id, unit',
    ),
    reservations: await ids(
      `select reservation_id as "reservationId", customer_id as "customerId" from reservation where tenant_id = $1 and status in ('reserved', 'captured') order by reservation_id`,
    ),
  };
}
