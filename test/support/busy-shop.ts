/** A shop in the middle of its day: a referrer, friends who bought, rewards under review, a gift to hand over, a payout, a perk that runs out. */
import type { Api } from './api.ts';

const rub = (amountMinor: number) => ({ amountMinor: String(amountMinor), currency: 'RUB' });

export const BUSY_PROGRAM = {
  name: { ru: 'Приведи друга', en: 'Refer a friend' },
  currency: 'RUB',
  timeZone: 'Europe/Moscow',
  enrolment: { mode: 'optIn' },
  attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
  perks: [
    {
      id: 'seat',
      name: { ru: 'Место на дегустации', en: 'A seat at the tasting' },
      kind: 'seat',
      cost: rub(1000),
      capacity: 3,
      lowStockAt: 2,
    },
  ],
  rules: [
    {
      id: 'friend-first-order',
      on: 'order.paid',
      if: [{ newCustomer: true }],
      grant: [
        {
          to: 'referrer',
          benefit: { kind: 'credit', percent: { basisPoints: 1000 } },
          hold: { days: 14, from: 'delivery', orFromPaymentDays: 21, reasons: ['review'] },
          expiresAfterDays: 90,
        },
        { to: 'friend', benefit: { kind: 'gift', sku: 'MUG', cost: rub(20_000) } },
      ],
    },
    {
      id: 'own-order',
      on: 'order.paid',
      if: [{ paid: { atLeast: rub(1_000_000) } }],
      grant: { to: 'buyer', benefit: { kind: 'perk', perk: 'seat' } },
    },
  ],
  tiers: [],
};

export interface BusyShop {
  readonly programId: string;
  /** Who invites. */
  readonly anna: string;
  /** Whom she invited: each paid 3000 ₽. */
  readonly friends: readonly string[];
}

export async function openBusyShop(api: Api, friendCount = 3): Promise<BusyShop> {
  const must = async (method: 'POST' | 'PUT', url: string, body?: unknown) => {
    const reply = await api.ask({ method, url, ...(body === undefined ? {} : { body }) });
    if (reply.status >= 300) throw new Error(`${method} ${url}: ${reply.status} ${reply.text}`);
    return reply.body;
  };
  const made = await must('POST', '/v1/programs', { document: BUSY_PROGRAM });
  await must('POST', `/v1/programs/${made.id}/versions/1/publish`);
  const anna = await must('PUT', '/v1/customers/anna', { name: 'Анна Петрова', email: 'anna@example.com', phone: '+79120000001' });
  await must('POST', '/v1/customers/anna/memberships', { programId: made.id });
  await must('POST', '/v1/customers/anna/codes', { code: 'ANNA' });
  const at = api.clock.now().toISOString();
  const friends: string[] = [];
  for (let number = 1; number <= friendCount; number += 1) {
    const answered = await must('POST', '/v1/events', {
      id: `paid-${number}`,
      type: 'order.paid',
      occurredAt: at,
      customer: { externalId: `friend-${number}`, name: `Друг Номер${number}`, email: `friend${number}@example.com` },
      order: { id: `order-${number}`, total: rub(300_000), channel: 'web' },
      attribution: { code: 'ANNA' },
    });
    friends.push(answered.customerId);
  }
  await must('POST', '/v1/events', {
    id: 'big',
    type: 'order.paid',
    occurredAt: at,
    customer: { externalId: 'anna' },
    order: { id: 'order-big', total: rub(1_500_000) },
  });
  return { programId: made.id, anna: anna.id, friends };
}
