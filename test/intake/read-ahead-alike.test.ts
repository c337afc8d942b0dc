/**
 * A replay takes from the log who is meant; so whom names, contacts, codes and clicks mean to a batch that was read ahead is compared with a
 * shop that reads each batch after the one before it (ADR 0020).
 */
import { describe, expect, it } from 'vitest';
import { type CodeId, type CustomerId, wireId } from '../../src/domain/ids.ts';
import type { SubmissionResult } from '../../src/intake/submission.ts';
import { SeededRandom } from '../support/seeded-random.ts';
import { openShop, paid, referAFriend, refunded, type Shop, type SubmitOptions, submission } from '../support/shop.ts';
import { expectSound } from '../support/sound.ts';
import { type Item, SMALL_BATCHES } from './shop-of-marina.ts';

const SEEDS = process.env['SARAFAN_SOAK'] === '1' ? 300 : 7;
const PEOPLE = 12;
const BURSTS = 4;
const EVENTS = 60;
const START = new Date('2026-11-20T12:00:00Z');

interface KnownPeople {
  readonly customers: readonly CustomerId[];
  readonly codes: readonly CodeId[];
}

/** Whatever a sender says of who somebody is, drawn from so few names that batches speak of each other's people. */
class Sender {
  readonly #random: SeededRandom;
  #count = 0;

  constructor(seed: number) {
    this.#random = new SeededRandom(seed);
  }

  burst({ customers, codes }: KnownPeople): Item[] {
    return Array.from({ length: EVENTS }, (): Item => {
      this.#count += 1;
      const id = `e-${this.#random.next() < 0.05 ? this.#random.between(1, this.#count) : this.#count}`;
      const [body, given] = this.#event({ customers, codes });
      return [body, { id, ...given }];
    });
  }

  #event({ customers, codes }: KnownPeople): Item {
    const dice = this.#random.next();
    const customer = this.#customer();
    if (dice < 0.04) return [{ type: 'customer.merged', fromId: this.#one(customers), intoId: this.#one(customers) }, {}];
    if (dice < 0.06) return [{ type: 'customer.erased' }, { customer: { externalId: this.#externalId() } }];
    if (dice < 0.2)
      return [
        { type: 'click.recorded', clickId: this.#clickId(), codeId: null },
        { attribution: { code: `CODE${this.#random.between(0, PEOPLE)}` } },
      ];
    if (dice < 0.23) return [{ type: 'code.retired', codeId: this.#one(codes) }, {}];
    if (dice < 0.36) return [{ type: 'customer.imported', code: `OLD${this.#random.between(1, 9)}`, opening: null }, { customer }];
    if (dice < 0.42) return [refunded(this.#orderId(), `r-${this.#count}`, 1_000n), {}];
    if (dice < 0.5)
      return [
        { type: 'custom', name: 'review' },
        { customer, ...this.#brought() },
      ];
    return [paid(this.#orderId(), 300_000n), { customer, ...this.#brought() }];
  }

  #one<T>(values: readonly T[]): T {
    const picked = this.#random.pick(values);
    if (picked === undefined) throw new Error('the shop has people');
    return picked;
  }

  #customer(): NonNullable<SubmitOptions['customer']> {
    const dice = this.#random.next();
    const email = dice < 0.4 ? `p${this.#random.between(0, 9)}@example.com` : null;
    const phone = this.#random.next() < 0.2 ? `+7912000000${this.#random.between(0, 9)}` : null;
    if (dice < 0.1) return { email, phone };
    return { externalId: this.#externalId(), email, phone, name: this.#random.next() < 0.2 ? `Имя ${this.#random.between(0, 5)}` : null };
  }

  #brought(): Pick<SubmitOptions, 'attribution'> {
    const dice = this.#random.next();
    if (dice < 0.3) return { attribution: { code: `CODE${this.#random.between(0, PEOPLE)}` } };
    if (dice < 0.5) return { attribution: { code: `OLD${this.#random.between(1, 9)}` } };
    if (dice < 0.75) return { attribution: { clickId: wireId('clk', this.#clickId()) } };
    if (dice < 0.85) return { attribution: { referrerExternalId: this.#externalId() } };
    if (dice < 0.9) return { attribution: { answer: `Имя ${this.#random.between(0, 5)}` } };
    return {};
  }

  #externalId(): string {
    return `c-${this.#random.between(0, PEOPLE * 3)}`;
  }

  #orderId(): string {
    return `o-${this.#random.between(0, 120)}`;
  }

  #clickId(): string {
    return `01920000-0000-7000-8000-0000000000${String(this.#random.between(10, 40))}`;
  }
}

/** Everything told and kept, without what is drawn anew in each shop. */
interface Seen {
  readonly answers: readonly string[];
  readonly tables: unknown;
  readonly ahead: number;
}

async function play(seed: number, chainEvents: number): Promise<Seen> {
  const shop = await openShop({ limits: { ...SMALL_BATCHES, chainEvents }, now: START });
  const programId = await shop.publish(referAFriend);
  const customers: CustomerId[] = [];
  for (let n = 0; n < PEOPLE; n += 1) customers.push(await shop.join(`c-${n}`, programId, `CODE${n}`));
  const codes = (await shop.rows<{ id: CodeId }>(`select code_id as id from code where text like 'CODE%' order by text`)).map(
    ({ id }) => id,
  );
  const sender = new Sender(seed);
  const answers: string[] = [];
  for (let n = 0; n < BURSTS; n += 1) {
    const now = shop.clock.now();
    const items = sender.burst({ customers, codes });
    const results = await Promise.all(items.map(([body, given]) => shop.intake.submit([submission(shop.tenantId, body, given, now)])));
    answers.push(...results.flat().map(textOf));
    shop.clock.set(new Date(now.getTime() + 3_600_000));
  }
  await expectSound(shop);
  return { answers: withoutIds(answers), tables: await tablesOf(shop), ahead: shop.intake.counts().ahead };
}

function textOf(result: SubmissionResult): string {
  return result.kind === 'answered' ? result.answer : result.problem.code;
}

/** Each id by the order in which it first appears; coupons are drawn. */
function withoutIds(answers: readonly string[]): readonly string[] {
  const numbers = new Map<string, number>();
  return answers.map((answer) =>
    answer
      .replace(/\b[a-z]{3}_[0-9a-f]{32}\b/g, (id) => {
        if (!numbers.has(id)) numbers.set(id, numbers.size);
        return `id ${numbers.get(id)}`;
      })
      .replace(/"code":"[^"]*"/g, '"code":"*"'),
  );
}

async function tablesOf(shop: Shop): Promise<unknown> {
  const one = async (sql: string): Promise<string[]> =>
    (await shop.rows(sql)).map((row) => JSON.stringify(row, (_key, value) => (typeof value === 'bigint' ? String(value) : value))).sort();
  return {
    people:
      await one(`select p.external_id, p.email, p.phone, p.name, i.external_id as into, c.erased_at is not null as erased, c.paid_order_count,
        (select array_agg(coalesce(o.external_id, '') order by o.external_id) from person o where o.person_id = p.person_id) as persons
      from customer c left join person p using (customer_id) left join person i on i.customer_id = c.merged_into`),
    orders: await one(
      `select o.order_id, o.number, o.is_new_customer, p.external_id from shop_order o left join person p using (customer_id)`,
    ),
    clicks: await one(`select k.click_id, c.text from click k left join code c using (code_id)`),
    attributions: await one(`select p.external_id, p.email, r.external_id as referrer, a.by, a.refusal from attribution a
      left join person p on p.customer_id = a.customer_id left join person r on r.customer_id = a.referrer_id`),
    balances: await one(
      `select p.external_id, p.email, b.unit, b.available, b.held, b.debt from balance b left join person p using (customer_id)`,
    ),
    rewards: await one('select order_id, rule_id, beneficiary, amount, status from reward'),
  };
}

describe('a shop whose batches are read ahead, and one whose batches are not', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => index + 1))('mean the same people and decide alike (seed %i)', async (seed) => {
    const ahead = await play(seed, 200);
    const apart = await play(seed, 0);
    expect(ahead.ahead).toBeGreaterThan(20);
    expect(apart.ahead).toBe(0);
    expect(ahead.answers).toEqual(apart.answers);
    // Ids go out as they are taken in, in remarks too.
    expect(ahead.answers.filter((answer) => /[0-9a-f]{8}-[0-9a-f]{4}-/.test(answer))).toEqual([]);
    expect(ahead.tables).toEqual(apart.tables);
  });
});
