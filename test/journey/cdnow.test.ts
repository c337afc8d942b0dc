/**
 * A real business, followed through a year and a half: CDNOW's orders before 1997-02-01 are its history, all later ones arrive as
 * live events over HTTP, with referral links laid over them by a seeded generator. What the product answers and what is in its
 * books must equal `Reference`, which knows nothing of the product's code.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { parseWireId } from '../../src/domain/ids.ts';
import { runCommand, writeCsv } from '../imports/run-imports.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type SarafanProcess, startSarafan } from '../support/sarafan-process.ts';
import { expectSound } from '../support/sound.ts';
import { waitFor } from '../support/wait-for.ts';
import { csvOf, type PastOrder, readOrders } from './cdnow-orders.ts';
import { type Expected, Reference, terms } from './reference.ts';
import { codeOf, layReferrals, march, ownCodeOf, type Plan, programStart, type Step } from './referral-plan.ts';
import { ShopClient } from './shop-client.ts';

const usd = (minor: bigint) => ({ amountMinor: minor.toString(), currency: 'USD' });

const document = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'USD',
  timeZone: 'America/New_York',
  enrolment: { mode: 'automatic', if: [{ deliveredOrders: { atLeast: 1 } }] },
  attribution: { windowDays: terms.windowDays, touch: 'first', lockAt: 'firstPaidOrder' },
  budget: usd(100_000_000n),
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: usd(terms.minimum) } }],
      allowReferrerMore: true,
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: Number(terms.referrerBasisPoints) }, max: usd(terms.referrerMax) },
          hold: { days: terms.holdDays, from: 'delivery', orFromPaymentDays: terms.holdFromPaymentDays },
        },
        { to: 'friend', benefit: { kind: 'credit', amount: usd(terms.friendCredit) } },
      ],
      caps: { perReferrer: { count: terms.capPerYear, per: 'year' } },
    },
  ],
};

describe('CDNOW with a referral programme from February 1997', { timeout: 300_000 }, () => {
  const orders = readOrders();
  const history = orders.filter((order) => order.at < programStart);
  const plan = layReferrals(orders);
  const reference = new Reference();
  const disagreements: string[] = [];
  let test: TestDatabase;
  let server: SarafanProcess;
  let shop: ShopClient;
  let programId: string;

  beforeAll(async () => {
    test = await createTestDatabase();
    server = await startSarafan({ env: { DATABASE_URL: test.url, SARAFAN_TEST_CLOCK: '1998-10-01T00:00:00Z' } });
    shop = new ShopClient(server);
    await importHistory(test, history);
    for (const order of history) reference.importOrder(order);
    programId = await shop.publish(document, programStart);
    await prepareCodes(shop, plan, reference);
  }, 120_000);

  it('enrols every customer of the past who had bought something', async () => {
    const expected = reference.enrolImported();
    await waitFor(async () => (await shop.members(programId)) === expected, { limitMs: 30_000, what: `${expected} members` });
    expect(expected).toBeGreaterThan(7_700);
  });

  it('answers every live order, delivery and refund as the contract says, in batches of 500', async () => {
    const isEarly = (step: Step): boolean => step.at < march;
    await play(plan.steps.filter(isEarly));
    await turnOfMarch();
    await play(plan.steps.filter((step) => !isEarly(step)));
    expect(disagreements).toEqual([]);
  });

  it('counts 15,724 new customers in February and March 1997', async () => {
    const [seen] = await shopRows<{ new_customers: bigint; all_customers: bigint }>(
      `select (select count(*) from (select customer_id, min(placed_or_paid) from (
           select customer_id, coalesce(paid_at, placed_at) as placed_or_paid, origin from shop_order where tenant_id = $1) o
         group by customer_id having min(placed_or_paid) >= '1997-02-01' and min(placed_or_paid) < '1997-04-01' and bool_and(origin = 'live')) f) as new_customers,
       (select count(*) from customer where tenant_id = $1) as all_customers`,
    );
    expect(seen).toEqual({ new_customers: 15_724n, all_customers: 23_570n });
  });

  it('releases every hold by itself once its time has passed, and qualifies the referrals', async () => {
    await waitFor(async () => (await shop.rewardCount('held')) === 0, { limitMs: 60_000, what: 'no held reward' });
    const counts = await waitFor(
      async () => {
        const found = await referralCounts();
        return found['qualified'] === reference.referralCounts()['qualified'] ? found : null;
      },
      { limitMs: 30_000, what: 'all due referrals qualified' },
    );
    const { ordered, qualified, reversed } = reference.referralCounts();
    expect(counts).toMatchObject({ ordered, qualified, reversed });
  });

  it('holds the sums the reference holds: granted, taken back, kept', async () => {
    const { granted, kept, lost } = reference.totals();
    const sums = await shopRows<{ beneficiary: 'referrer' | 'friend'; count: bigint; minor: bigint; left: bigint }>(
      `select beneficiary, count(*) as count, sum(original_amount)::bigint as minor, sum(amount)::bigint as left
       from reward where tenant_id = $1 group by beneficiary`,
    );
    const byBeneficiary = Object.fromEntries(sums.map(({ beneficiary, count, minor }) => [beneficiary, { count: Number(count), minor }]));
    expect(byBeneficiary).toEqual(granted);
    expect(sums.reduce((sum, each) => sum + each.left, 0n)).toBe(kept);
    const [ledger] = await shopRows<{ held: bigint; released: bigint; at_once: bigint; reversed: bigint }>(
      `select coalesce(sum(amount) filter (where reason = 'reward-held'), 0)::bigint as held,
              coalesce(sum(amount) filter (where reason = 'hold-released'), 0)::bigint as released,
              coalesce(sum(amount) filter (where reason = 'reward-issued'), 0)::bigint as at_once,
              coalesce(sum(amount) filter (where reason = 'reward-reversed'), 0)::bigint as reversed
       from transfer where tenant_id = $1`,
    );
    expect(ledger).toMatchObject({ held: granted.referrer.minor, at_once: granted.friend.minor, reversed: lost });
    expect(granted.referrer.count).toBeGreaterThan(1_000);
    expect(lost).toBeGreaterThan(10_000n);
  });

  it('keeps for everybody the balance the reference gives them, and shows it to each referrer', async () => {
    const expected = reference.balances();
    const stored = await shopRows<{ external_id: string; available: bigint }>(
      `select external_id, available from balance join person using (tenant_id, customer_id)
       where tenant_id = $1 and held = 0 and reserved = 0 and debt = 0`,
    );
    expect(new Map(stored.map(({ external_id: customer, available }) => [customer, available]))).toEqual(expected);
    for (const customer of [...plan.referrers, ...plan.lateReferrers]) {
      expect([customer, await shop.balance(customer)]).toEqual([customer, { available: expected.get(customer) ?? 0n, held: 0n, debt: 0n }]);
    }
  });

  it('lists every reward once, with the sums of the reference', async () => {
    const rewards = await shop.rewards(programId);
    const { granted, kept } = reference.totals();
    expect(rewards.length).toBe(granted.referrer.count + granted.friend.count);
    expect(rewards.reduce((sum, reward) => sum + BigInt(reward.benefit.amount.amountMinor), 0n)).toBe(kept);
    // Which of the two a lost reward is depends on whether the job had released it yet.
    const lost = rewards.filter(({ status }) => status === 'cancelled' || status === 'reversed');
    expect(lost.every(({ benefit }) => benefit.amount.amountMinor === '0')).toBe(true);
    expect(rewards.length - lost.length).toBe(rewards.filter(({ status }) => status === 'issued').length);
  });

  it('makes debt, and nothing else, of rewards refunded after they were spent', async () => {
    const standing = reference.standingRewards();
    const chosen = standing
      .filter(({ referrer }, index) => standing.findIndex((other) => other.referrer === referrer) === index)
      .slice(0, 25);
    for (const { orderId, referrer, kept } of chosen) {
      const { available } = await shop.balance(referrer);
      await shop.spend(referrer, usd(available));
      await shop.send([
        { id: `late-refund-${orderId}`, type: 'order.refunded', occurredAt: '1998-10-01T00:00:00Z', refund: { id: 'late', orderId } },
      ]);
      expect(await shop.balance(referrer)).toMatchObject({ available: 0n, held: 0n, debt: kept });
    }
  });

  it('has sound books that a replay of the log rebuilds', async () => {
    expect(await server.stop()).toBe(0);
    await expectSound({ test, tenantId: tenantId() });
  });

  async function play(steps: readonly Step[]): Promise<void> {
    for (let from = 0; from < steps.length; from += 500) {
      const batch = steps.slice(from, from + 500);
      const expected = batch.map((step) => follow(step));
      const answers = await shop.send(batch.map((step) => eventOf(step)));
      for (const [index, answer] of answers.entries()) compare(batch[index]?.id ?? '', answer, expected[index] ?? null);
    }
  }

  function follow(step: Step): Expected | null {
    switch (step.kind) {
      case 'lead':
        reference.lead(step.customer, step.code, step.at);
        return null;
      case 'paid':
        return reference.pay(step.order, step.code === null ? null : 'of' in step.code ? shop.codeOf(step.code.of) : step.code.code);
      case 'delivered':
        reference.deliver(step.orderId);
        return null;
      case 'cancelled':
        reference.refund(step.orderId, null);
        return null;
      case 'refunded':
        reference.refund(step.orderId, step.minor);
        return null;
    }
  }

  function eventOf(step: Step): object {
    const envelope = { id: step.id, occurredAt: step.at.toISOString() };
    switch (step.kind) {
      case 'lead':
        return { ...envelope, type: 'referral.registered', customer: { externalId: step.customer }, attribution: { code: step.code } };
      case 'paid': {
        const { order, code } = step;
        const text = code === null ? null : 'of' in code ? shop.codeOf(code.of) : code.text;
        const attribution = text === null ? {} : { attribution: { code: text } };
        return {
          ...envelope,
          type: 'order.paid',
          customer: { externalId: order.customer },
          order: { id: order.id, total: usd(order.minor) },
          ...attribution,
        };
      }
      case 'delivered':
        return { ...envelope, type: 'order.delivered', order: { id: step.orderId } };
      case 'cancelled':
        return { ...envelope, type: 'order.cancelled', order: { id: step.orderId } };
      case 'refunded':
        return {
          ...envelope,
          type: 'order.refunded',
          refund: { id: step.id, orderId: step.orderId, ...(step.minor === null ? {} : { amount: usd(step.minor) }) },
        };
    }
  }

  function compare(id: string, answer: Awaited<ReturnType<ShopClient['send']>>[number], expected: Expected | null): void {
    if (answer.outcome !== 'processed') return void disagreements.push(`${id}: ${JSON.stringify(answer)}`);
    if (expected === null) return;
    const granted = answer.rewards.map(({ beneficiary, customerId, benefit, heldUntil, status }) =>
      [beneficiary, shop.externalIdOf(customerId), benefit.amount.amountMinor, heldUntil, status].join(' '),
    );
    const due = expected.grants.map(({ beneficiary, customer, minor, heldUntil }) =>
      [beneficiary, customer, minor, heldUntil, heldUntil === null ? 'issued' : 'held'].join(' '),
    );
    const refused = answer.refusals.map(({ beneficiary, reason }) => `${beneficiary} ${reason}`);
    const reasons = expected.refusals?.map(({ beneficiary, reason }) => `${beneficiary} ${reason}`) ?? refused;
    if (granted.sort().join() !== due.sort().join() || refused.sort().join() !== reasons.sort().join()) {
      disagreements.push(`${id}: ${[...granted, ...refused].join(', ')}; expected ${[...due, ...reasons].join(', ')}`);
    }
  }

  /** Staff pauses and blocks a few; customers of February start to pass their own codes on. */
  async function turnOfMarch(): Promise<void> {
    for (const customer of plan.paused) await changeMembership(customer, 'paused');
    for (const customer of plan.blocked) await changeMembership(customer, 'blocked');
    for (const customer of plan.lateReferrers) {
      const code = (await shop.findCode(customer)) ?? (await shop.giveCode(customer, `LATE-${customer}`));
      expect(await shop.isMember(customer, programId), customer).toBe(reference.isMember(customer));
      shop.rememberCode(customer, code);
      reference.giveCode(customer, code);
    }
  }

  async function changeMembership(customer: string, status: 'paused' | 'blocked'): Promise<void> {
    await shop.ask('PATCH', `/v1/customers/${customer}/memberships`, { programId, status, actor: 'anna' });
    reference.setMembership(customer, status);
  }

  async function referralCounts(): Promise<Record<string, number>> {
    const rows = await shopRows<{ status: string; count: bigint }>(
      'select status, count(*) as count from referral where tenant_id = $1 group by status',
    );
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  }

  async function shopRows<T>(sql: string): Promise<T[]> {
    return (await test.database.pool.query(sql, [tenantId()])).rows;
  }

  function tenantId() {
    const id = parseWireId('ten', server.tenantId ?? '');
    if (id === null) throw new Error('the first start names its tenant');
    return id;
  }
});

/** As the owner does: by the command, from a file. */
async function importHistory(test: TestDatabase, orders: readonly PastOrder[]): Promise<void> {
  const { output, exited } = runCommand({ test }, ['import', 'orders', await writeCsv(csvOf(orders)), '--json']);
  expect(await exited, output.stderr).toBe(0);
}

async function prepareCodes(shop: ShopClient, plan: Plan, reference: Reference): Promise<void> {
  for (const customer of plan.referrers) reference.giveCode(customer, await shop.giveCode(customer, codeOf(customer)));
  for (const customer of plan.selfReferrers) {
    await shop.ask('PUT', `/v1/customers/${customer}`, {});
    reference.giveCode(customer, await shop.giveCode(customer, ownCodeOf(customer)));
  }
}
