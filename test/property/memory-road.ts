/** The engine alone, its facts in memory: thousands of runs in the time the database needs for tens. */
import { foldCode } from '../../src/domain/codes/fold-code.ts';
import { apply, decide } from '../../src/domain/engine.ts';
import type { Event, EventBody, ResolvedCustomer, ResolvedTouch } from '../../src/domain/events.ts';
import { createFacts, type Facts } from '../../src/domain/facts/facts.ts';
import { type CustomerId, idFromUuid, type TenantId } from '../../src/domain/ids.ts';
import { type ObservedRows, observeRows } from './observe-rows.ts';
import { checksOf } from './observe-tiers.ts';
import { RoadIds } from './road-ids.ts';
import { CUSTOMERS, type ShopPlan, START } from './shop-plan.ts';
import type { Observation, Road, Step } from './step.ts';

const tenantId = idFromUuid<TenantId>('00000000-0000-4000-8000-000000000001');

export const memoryCustomerId = (index: number): CustomerId => idFromUuid<CustomerId>(`00000000-0000-4000-8000-00000000010${index}`);

export class MemoryRoad implements Road {
  readonly facts: Facts = createFacts({ recordsOf: (id) => this.#recordsOf(id) });
  readonly #ids: RoadIds;
  readonly #known = new Map<string, string>();
  readonly #decideEvent: typeof decide;
  #persons: readonly number[];
  #sequence = 1n;

  constructor(plan: ShopPlan, decideEvent: typeof decide = decide) {
    this.#ids = new RoadIds(plan, memoryCustomerId);
    this.#decideEvent = decideEvent;
    this.#persons = plan.persons;
    for (const [customer, name] of CUSTOMERS.entries())
      this.#act(START, { customer, body: { type: 'code.created', text: `${name}-friends`, kind: 'personal' } });
  }

  send(steps: readonly Step[]): Promise<readonly string[]> {
    return Promise.resolve(steps.map((step) => this.#take(step)));
  }

  #take(step: Step): string {
    const known = this.#known.get(step.eventId);
    if (known !== undefined) return known;
    const outcome = this.#decide(step, this.#ids.bodyOf(step));
    if (outcome === 'processed' || outcome === 'parked') this.#known.set(step.eventId, outcome);
    return outcome;
  }

  #decide(step: Step, body: EventBody, source = 'api'): string {
    const event: Event = {
      tenantId,
      sequence: this.#sequence,
      source,
      eventId: step.eventId,
      occurredAt: step.at,
      storedAt: step.sentAt,
      entropy: this.#sequence.toString(16).padStart(32, '0'),
      customer: step.customer === null ? null : this.#customerOf(step.customer),
      touches: this.#touchesOf(step),
      actor: null,
      body,
    };
    const programs = [...this.facts.programs.all()].sort((a, b) => (a.createdSequence < b.createdSequence ? -1 : 1));
    const decision = this.#decideEvent(this.facts, event, programs);
    if (!decision.ok) return decision.error.code;
    const { outcome, produced } = decision.value.outcome;
    if (outcome === 'duplicate') return outcome;
    apply(this.facts, decision.value);
    if (step.body.type === 'merge') this.#merge(step.body.from, step.body.into);
    this.#sequence += 1n;
    this.#ids.learn(step, produced);
    return outcome;
  }

  /** As the intake resolves: names of a record that ended lead to the survivor. */
  #customerOf(named: number): ResolvedCustomer {
    const index = this.#survivorOf(named);
    const linked = [...CUSTOMERS.keys()].filter((other) => other !== index && this.#persons[other] === this.#persons[index]);
    return { id: memoryCustomerId(index), linkedIds: linked.map(memoryCustomerId) };
  }

  #survivorOf(index: number): number {
    const into = this.facts.customers.get(memoryCustomerId(index))?.mergedInto ?? null;
    return into === null ? index : this.#survivorOf(indexOf(into));
  }

  #merge(from: number, into: number): void {
    const [gone, kept] = [this.#persons[from], this.#persons[into]];
    if (kept !== undefined) this.#persons = this.#persons.map((person) => (person === gone ? kept : person));
  }

  #recordsOf(id: CustomerId): readonly CustomerId[] {
    const index = [...CUSTOMERS.keys()].find((one) => memoryCustomerId(one) === id);
    return index === undefined
      ? []
      : [...CUSTOMERS.keys()].filter((other) => this.#persons[other] === this.#persons[index]).map(memoryCustomerId);
  }

  #touchesOf(step: Step): ResolvedTouch[] {
    const meant = (index: number): CustomerId => memoryCustomerId(this.#survivorOf(index));
    const touches: ResolvedTouch[] = [];
    const base = { problem: null, codeId: null, clickId: null, occurredAt: step.at };
    if (step.body.type === 'correct') return [{ ...base, by: 'staff', referrerId: meant(step.body.referrer) }];
    if (step.lead !== null) touches.push({ ...base, by: 'lead', referrerId: meant(step.lead) });
    if (step.code === 'unknown') touches.push({ ...base, by: 'code', referrerId: null, problem: 'unknown-code' });
    else if (step.code !== null) touches.push({ ...base, by: 'code', referrerId: meant(step.code), problem: this.#problemOf(step.code) });
    return touches;
  }

  #problemOf(owner: number): ResolvedTouch['problem'] {
    const folded = foldCode(`${CUSTOMERS[owner]}-friends`);
    const code = [...this.facts.codes.all()].find((one) => one.folded === folded);
    return code?.status === 'retired' ? 'code-retired' : null;
  }

  runDueWork(now: Date): Promise<void> {
    for (let round = 0; round < 20; round += 1)
      if (this.#dueActs(now).filter((body) => this.#act(now, body)).length === 0) return Promise.resolve();
    throw new Error('due work does not end');
  }

  #act(now: Date, act: Pick<DueAct, 'customer' | 'body'>): boolean {
    const step: Step = {
      eventId: `due-${this.#sequence}`,
      at: now,
      sentAt: now,
      customer: act.customer,
      code: null,
      lead: null,
      body: { type: 'lead' },
    };
    return this.#decide(step, act.body, 'job') === 'processed';
  }

  /** As the jobs find them: oldest first, then by kind, then as they were made. */
  #dueActs(now: Date): readonly DueAct[] {
    const acts: DueAct[] = [];
    const add = (kind: string, dueAt: Date | null, body: EventBody, customer: number | null = null): void => {
      if (dueAt !== null && dueAt <= now) acts.push({ kind, dueAt, customer, body });
    };
    for (const reward of this.facts.rewards.all()) {
      if (reward.status === 'held' && reward.holdReasons.includes('return-window'))
        add('hold', reward.heldUntil, { type: 'hold.released', rewardId: reward.id });
    }
    for (const lot of this.facts.lots.all()) if (lot.remaining > 0n) add('lot', lot.expiresAt, { type: 'lot.expired', lotId: lot.id });
    for (const coupon of this.facts.coupons.all())
      if (coupon.status === 'issued') add('coupon', coupon.validUntil, { type: 'coupon.expired', couponId: coupon.id });
    for (const one of this.facts.reservations.all()) {
      if (one.status === 'reserved')
        add('reservation', one.expiresAt, { type: 'reservation.expired', reservationId: one.id, orderId: null });
    }
    for (const { programId, friendId, status, qualifiesAt, expiresAt } of this.facts.referrals.all()) {
      const friend = Number(friendId.slice(-1));
      if (status === 'ordered') add('referralQualified', qualifiesAt, { type: 'referral.qualified', programId, friendId }, friend);
      if (status === 'started' || status === 'joined')
        add('referralExpired', expiresAt, { type: 'referral.expired', programId, friendId }, friend);
    }
    for (const { id, status, chooseUntil, validUntil } of this.facts.accessGrants.all()) {
      if (status === 'reserved') add('choice', chooseUntil, { type: 'choice.lapsed', grantId: id });
      if (status === 'active') add('access', validUntil, { type: 'access.expired', grantId: id });
    }
    const standings = [...this.facts.standings.all()].sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    for (const { programId, customerId, nextCheckAt } of standings)
      add('tier', nextCheckAt, { type: 'tier.checked', programId }, indexOf(customerId));
    return acts.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime() || (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
  }

  restart(): void {
    // Everything is memory here; the road over the database forgets its caches.
  }

  checks(): ReadonlyMap<string, Date> {
    return checksOf(this.#tierRows(), this.#ids, indexOf);
  }

  #tierRows(): Pick<ObservedRows, 'standings' | 'attributions'> {
    return { standings: [...this.facts.standings.all()], attributions: [...this.facts.attributions.all()] };
  }

  observe(): Promise<Observation> {
    const { facts } = this;
    const rows: ObservedRows = {
      balances: [...facts.balances.all()],
      lots: [...facts.lots.all()],
      rewards: [...facts.rewards.all()].map((reward) => ({
        ...reward,
        kind: reward.benefit.kind,
        chosen: 'chosen' in reward.benefit ? reward.benefit.chosen : null,
        unit: 'unit' in reward.benefit ? reward.benefit.unit : null,
        amount: 'amount' in reward.benefit ? reward.benefit.amount : null,
        originalAmount: 'amount' in reward.benefit ? reward.benefit.originalAmount : null,
      })),
      coupons: [...facts.coupons.all()],
      referrals: [...facts.referrals.all()],
      memberships: [...facts.memberships.all()],
      orders: [...facts.orders.all()].map((order) => ({
        ...order,
        isKnown: order.data !== null,
        paid: order.payments.reduce((sum, payment) => sum + payment.amountMinor, order.creditMinor),
        refunded: order.refunds.reduce((sum, refund) => sum + refund.amountMinor, 0n),
        parkedCount: order.parked.length,
      })),
      reservations: [...facts.reservations.all()],
      payouts: [...facts.payouts.all()],
      ...this.#tierRows(),
      accesses: [...facts.accessGrants.all()],
      stock: [...facts.counters.all()].flatMap(({ scope, period, programId, ruleId, used }) =>
        scope === 'stock' && period === 'life' ? [{ programId, perk: ruleId, used }] : [],
      ),
    };
    return Promise.resolve(observeRows(rows, this.#ids, (id) => CUSTOMERS[indexOf(id)] ?? id));
  }
}

interface DueAct {
  readonly kind: string;
  readonly dueAt: Date;
  readonly customer: number | null;
  readonly body: EventBody;
}

function indexOf(customerId: string): number {
  return Number(customerId.slice(-1));
}

function placeOf({ programId, customerId }: { readonly programId: string; readonly customerId: string }): string {
  return `${programId}/${customerId}`;
}
