import type { BenchServerReady } from './run-server.ts';

export const REFERRERS = 200;

/** A landing address, a programme, and referrers with codes who have bought once. */
export async function prepareShop(ready: BenchServerReady, made: object): Promise<void> {
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`http://127.0.0.1:${ready.port}${path}`, {
      method,
      headers: { authorization: `Bearer ${ready.secretKey}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Record<string, unknown>;
  };
  await call('PATCH', '/v1/tenant', { landingDomains: ['shop.example'], landingUrl: 'https://shop.example/' });
  const program = await call('POST', '/v1/programs', made);
  await call('POST', `/v1/programs/${String(program['id'])}/versions/1/publish`, { effectiveFrom: '2026-01-01T00:00:00Z' });
  for (let n = 0; n < REFERRERS; n += 1) {
    await call('PUT', `/v1/customers/bench-${n}`, {});
    for (const type of ['order.paid', 'order.delivered']) await call('POST', '/v1/events', firstOrder(n, type));
    await call('POST', `/v1/customers/bench-${n}/memberships`, { programId: program['id'] });
    await call('POST', `/v1/customers/bench-${n}/codes`, { code: `BENCH${n}X` });
  }
}

/** What makes a member of a programme that wants one delivered order. */
function firstOrder(n: number, type: string): object {
  const order = type === 'order.paid' ? { id: `first-${n}`, total: rub('100000') } : { id: `first-${n}` };
  return { id: `first-${n}-${type}`, type, occurredAt: '2026-02-01T00:00:00Z', customer: { externalId: `bench-${n}` }, order };
}

const rub = (amountMinor: string) => ({ amountMinor, currency: 'RUB' });

/** The shape of contract.md 5: a share for the referrer on hold, a coupon for the friend. */
const document = {
  name: { ru: 'Замер', en: 'Benchmark' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'automatic', if: [] },
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }, { orderNumber: { is: 1 } }, { paid: { atLeast: rub('100000') } }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 } },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21 },
          expiresAfterDays: 365,
        },
        { to: 'friend', benefit: { kind: 'coupon', percent: { basisPoints: 500 }, use: 'nextOrder', validDays: 90 } },
      ],
      caps: { perReferrer: { count: 1_000_000, per: 'year' }, budget: rub('900000000000000') },
    },
  ],
};

export const BENCH_PROGRAM = { document };

const tierOf = (id: string, entry: readonly object[]) => ({
  id,
  name: { ru: id, en: id },
  entry: { if: entry },
  downgrade: 'toEarned',
  rules: [{ id: `into-${id}`, on: 'tier.entered', if: [], grant: [{ to: 'buyer', benefit: { kind: 'credit', amount: rub('50000') } }] }],
});

/** A B2B card: a share of each order is kept, and tiers go by what a member has bought within a year and for life. */
export const TURNOVER_PROGRAM = {
  document: {
    ...document,
    rules: [
      { id: 'every-order', on: 'order.paid', if: [], grant: [{ to: 'buyer', benefit: { kind: 'credit', percent: { basisPoints: 300 } } }] },
    ],
    margin: { basisPoints: 3000, categories: [] },
    tiers: [
      tierOf('silver', [{ spend: { atLeast: rub('5000000'), withinDays: 365 } }]),
      tierOf('gold', [{ spend: { atLeast: rub('50000000'), withinDays: 365 } }, { margin: { atLeast: rub('1000000') } }]),
    ],
  },
};
