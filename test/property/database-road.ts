/** The whole road: intake, PostgreSQL and due work, one tenant a run in a database that all runs share. */
import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { type CustomerId, idFromUuid, parseWireId, type TenantId } from '../../src/domain/ids.ts';
import type { RunningIntake } from '../../src/intake/create-intake.ts';
import { decodeLog } from '../../src/intake/log-codec.ts';
import type { Submission, SubmissionResult } from '../../src/intake/submission.ts';
import { runDueWork } from '../../src/jobs/run-due-work.ts';
import type { TestDatabase } from '../support/database.ts';
import { submission } from '../support/shop.ts';
import { watchedIntake } from '../support/watched-intake.ts';
import { type ObservedRows, observeRows } from './observe-rows.ts';
import { checksOf } from './observe-tiers.ts';
import { RoadIds } from './road-ids.ts';
import { CUSTOMERS, type ShopPlan, START } from './shop-plan.ts';
import type { Observation, Road, Step } from './step.ts';

export class DatabaseRoad implements Road {
  readonly tenantId: TenantId;
  readonly #test: TestDatabase;
  readonly #ids: RoadIds;
  readonly #names = new Map<string, string>();
  readonly #answers = new Map<string, string>();
  /** Orders that something has been stored of. */
  readonly #orders = new Set<number>();
  #intake: RunningIntake;
  #now = START;
  #checks: ReadonlyMap<string, Date> = new Map();

  private constructor(test: TestDatabase, plan: ShopPlan, tenantId: TenantId) {
    this.#test = test;
    this.#ids = new RoadIds(plan, (index) => this.#customerId(CUSTOMERS[index] ?? ''));
    this.tenantId = tenantId;
    this.#intake = this.#openIntake();
  }

  /** A new tenant whose customers are known and have codes. */
  static async open(test: TestDatabase, plan: ShopPlan): Promise<DatabaseRoad> {
    const tenantId = idFromUuid<TenantId>(randomUUID());
    await test.database.pool.query(
      `insert into tenant (tenant_id, tenant_key, slug, name, hash_key, created_at) values ($1, $2, $2, 'Test', $3, $4)`,
      [tenantId, randomUUID(), randomBytes(32), START],
    );
    const road = new DatabaseRoad(test, plan, tenantId);
    for (const [index, name] of CUSTOMERS.entries()) road.#names.set(await road.#nameCustomer(name, plan.persons[index] ?? index), name);
    return road;
  }

  setClock(now: Date): void {
    this.#now = now;
  }

  restart(): void {
    this.#intake = this.#openIntake();
  }

  #openIntake(): RunningIntake {
    return watchedIntake({ pool: this.#test.database.pool, clock: { now: () => this.#now } });
  }

  async #nameCustomer(name: string, person: number): Promise<string> {
    const [result] = await this.#intake.submit([
      submission(
        this.tenantId,
        { type: 'code.created', text: codeOf(name), kind: 'personal' },
        { customer: { externalId: name, phone: `+7912000000${person}` } },
        this.#now,
      ),
    ]);
    if (result?.kind !== 'answered') throw new Error('a code of their own is free');
    const answer: { readonly customerId?: unknown } = JSON.parse(result.answer);
    const id: CustomerId | null = typeof answer.customerId === 'string' ? parseWireId('cus', answer.customerId) : null;
    if (id === null) throw new Error('an answer names the customer');
    return id;
  }

  async send(steps: readonly Step[]): Promise<readonly string[]> {
    const submissions = steps.map((step) => this.#submissionOf(step));
    const dry =
      steps.length === 1 && steps.every((step) => this.#canRehearse(step))
        ? await this.#intake.dryRun(submissions, { programVersionId: null })
        : [];
    const results = await this.#intake.submit(submissions);
    for (const [index, rehearsed] of dry.entries())
      expect(answerText(results[index]), 'live as in the dry run').toBe(answerText(rehearsed));
    return results.map((result, index) => this.#outcomeOf(steps[index], result));
  }

  /** A dry run of a stored order decides it as if it were not stored, and of a repeated event has no first answer. */
  #canRehearse({ eventId, body }: Step): boolean {
    if (this.#answers.has(eventId) || !REHEARSED.has(body.type)) return false;
    return body.type !== 'pay' || !this.#orders.has(body.order);
  }

  #submissionOf(step: Step): Submission {
    const attribution = {
      ...(step.code === null ? {} : { code: step.code === 'unknown' ? 'NOSUCHCODE' : codeOf(CUSTOMERS[step.code] ?? '') }),
      ...(step.lead === null ? {} : { referrerId: this.#customerId(CUSTOMERS[step.lead] ?? '') }),
      ...(step.body.type === 'correct' ? { referrerId: this.#customerId(CUSTOMERS[step.body.referrer] ?? ''), by: 'staff' as const } : {}),
    };
    return submission(
      this.tenantId,
      this.#ids.bodyOf(step),
      {
        id: step.eventId,
        at: step.at,
        // By our own id, which goes on meaning a customer after they are erased.
        ...(step.customer === null ? {} : { customer: { id: this.#customerId(CUSTOMERS[step.customer] ?? '') } }),
        attribution,
      },
      this.#now,
    );
  }

  #customerId(name: string): CustomerId {
    const [id] = [...this.#names].find(([, known]) => known === name) ?? [];
    if (id === undefined) throw new Error('the customers of the plan are known');
    return idFromUuid<CustomerId>(id);
  }

  #outcomeOf(step: Step | undefined, result: SubmissionResult): string {
    if (result.kind === 'refused' || step === undefined) return result.kind === 'refused' ? result.problem.code : 'nothing was sent';
    this.#ids.learn(step, result.produced);
    if ('order' in step.body && typeof step.body.order === 'number') this.#orders.add(step.body.order);
    const before = this.#answers.get(step.eventId);
    if (before !== undefined) return before === result.answer ? this.#told(result.answer) : 'the first answer changed';
    const outcome = this.#told(result.answer);
    if (outcome !== 'duplicate') this.#answers.set(step.eventId, result.answer);
    return outcome;
  }

  #told(answer: string): string {
    const { outcome }: { readonly outcome?: unknown } = JSON.parse(answer);
    return String(outcome);
  }

  async runDueWork(): Promise<void> {
    await runDueWork({ pool: this.#test.database.pool, intake: this.#intake, clock: { now: () => this.#now } }, this.tenantId);
  }

  async observe(): Promise<Observation> {
    const rows = await this.#rows();
    this.#checks = checksOf(rows, this.#ids, (id) => [...this.#names.keys()].indexOf(id));
    return observeRows(rows, this.#ids, (id) => this.#names.get(id) ?? id);
  }

  checks(): ReadonlyMap<string, Date> {
    return this.#checks;
  }

  async #rows(): Promise<ObservedRows> {
    // biome-ignore format: each row type is read against its statement on the line after
    return {
      balances: await this.#query<ObservedRows['balances'][number]>(
        'select customer_id as "customerId", unit, available, held, reserved, debt from balance where tenant_id = $1'),
      lots: await this.#query<ObservedRows['lots'][number]>(
        'select customer_id as "customerId", unit, remaining, reserved, expires_at as "expiresAt" from lot where tenant_id = $1 and (remaining > 0 or reserved > 0)'),
      rewards: (await this.#query<RewardRow>(
        `select reward_id as id, sequence, program_id as "programId", rule_id as "ruleId", natural_key as "naturalKey", beneficiary, leg, customer_id as "customerId",
          kind, terms, unit, amount, original_amount as "originalAmount", status, held_until as "heldUntil", hold_reasons as "holdReasons", is_loss as "isLoss"
         from reward where tenant_id = $1`)).map(({ terms, ...reward }) => ({ ...reward, chosen: chosenOf(terms) })),
      coupons: await this.#query<ObservedRows['coupons'][number]>(
        'select reward_id as "rewardId", code, status, valid_until as "validUntil", used_order_id as "usedOrderId" from coupon where tenant_id = $1'),
      referrals: await this.#query<ObservedRows['referrals'][number]>(
        `select program_id as "programId", friend_id as "friendId", referrer_id as "referrerId", status, order_id as "orderId", rule_id as "ruleId", qualifies_at as "qualifiesAt"
         from referral where tenant_id = $1`),
      memberships: await this.#query<ObservedRows['memberships'][number]>(
        'select program_id as "programId", customer_id as "customerId", status from membership where tenant_id = $1'),
      orders: await this.#query<ObservedRows['orders'][number]>(
        `select order_id as id, total_minor is not null as "isKnown", number, paid_at as "paidAt", delivered_at as "deliveredAt", cancelled_at as "cancelledAt",
          (credit_minor + coalesce((select sum(amount_minor) from payment p where p.tenant_id = $1 and p.order_id = o.order_id), 0))::bigint as paid,
          coalesce((select sum(amount_minor) from refund f where f.tenant_id = $1 and f.order_id = o.order_id), 0)::bigint as refunded,
          (select count(*) from parked_event e where e.tenant_id = $1 and e.order_id = o.order_id)::integer as "parkedCount"
         from shop_order o where tenant_id = $1`),
      reservations: await this.#query<ObservedRows['reservations'][number]>(
        'select reservation_id as id, status, amount, value_minor as "valueMinor", returned, order_id as "orderId" from reservation where tenant_id = $1'),
      payouts: await this.#query<ObservedRows['payouts'][number]>(
        'select payout_id as id, customer_id as "customerId", amount, status from payout where tenant_id = $1'),
      standings: (await this.#query<StandingRow>(
        `select program_id as "programId", customer_id as "customerId", tier_id as "tierId", since, held_by as "heldBy", term_ends_at as "termEndsAt",
          grace_ends_at as "graceEndsAt", invited_to as "invitedTo", invited_at as "invitedAt", invited_by as "invitedBy", past, next_check_at as "nextCheckAt"
         from standing where tenant_id = $1`)).map((row) => ({ ...row, past: pastOf(row.past) })),
      attributions: await this.#query<ObservedRows['attributions'][number]>(
        'select program_id as "programId", customer_id as "customerId", referrer_id as "referrerId", tier_id as "tierId", was_new as "wasNew" from attribution where tenant_id = $1'),
      accesses: await this.#query<ObservedRows['accesses'][number]>(
        `select grant_id as id, program_id as "programId", perk, customer_id as "customerId", reward_id as "rewardId", status, code_number as "codeNumber",
          cost_minor as "costMinor", choose_until as "chooseUntil", waiting_since as "waitingSince", valid_until as "validUntil"
         from access_grant where tenant_id = $1`),
      stock: await this.#query<ObservedRows['stock'][number]>(
        `select program_id as "programId", rule_id as perk, used from counter where tenant_id = $1 and scope = 'stock' and period = 'life'`),
    };
  }

  async #query<Row>(text: string): Promise<Row[]> {
    const { rows } = await this.#test.database.pool.query(text, [this.tenantId]);
    // Row boundary: the statement beside the type names its columns.
    return rows as Row[];
  }
}

const REHEARSED: ReadonlySet<Step['body']['type']> = new Set([
  'pay',
  'deliver',
  'cancel',
  'refund',
  'signUp',
  'lead',
  'feedback',
  'complaint',
]);

/** Without what is drawn anew each time: codes of coupons, tokens of invitations. */
function answerText(result: SubmissionResult | undefined): string {
  if (result?.kind !== 'answered') return result?.problem.code ?? 'no answer';
  return JSON.stringify(JSON.parse(result.answer), (key, value: unknown) =>
    key === 'code' || key === 'token' || key === 'url' ? '*' : value,
  );
}

type RewardRow = Omit<ObservedRows['rewards'][number], 'chosen'> & { readonly terms: string };
type StandingRow = Omit<ObservedRows['standings'][number], 'past'> & { readonly past: string };

function chosenOf(terms: string): string | null {
  // Row boundary: the column's only writer encodes a benefit in it.
  const { benefit } = decodeLog(terms) as { readonly benefit: { readonly chosen?: string | null } };
  return benefit.chosen ?? null;
}

function pastOf(text: string): ObservedRows['standings'][number]['past'] {
  // Row boundary: the column's only writer encodes the past tiers of a standing.
  return decodeLog(text) as ObservedRows['standings'][number]['past'];
}

function codeOf(name: string): string {
  return `${name}-friends`;
}
