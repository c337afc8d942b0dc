/** One programme with a reward for the first friend, decided in memory: few friends, in every order in which things may happen to them. */
import { apply, decide } from '../../src/domain/engine.ts';
import type { Event, EventBody, ResolvedTouch } from '../../src/domain/events.ts';
import type { Reward } from '../../src/domain/facts/entities.ts';
import { createFacts, type Facts } from '../../src/domain/facts/facts.ts';
import { type CustomerId, idFromUuid, type ProgramId, type TenantId, type VersionId } from '../../src/domain/ids.ts';
import type { Benefit, Grant, ProgramDocument, Rule } from '../../src/domain/program/document.ts';
import { DOCUMENT, HOLD } from '../support/program-builders.ts';
import { TIER } from '../support/tier-builders.ts';

const tenantId = idFromUuid<TenantId>('00000000-0000-4000-8000-000000000001');
const programId = idFromUuid<ProgramId>('00000000-0000-4000-8000-000000000002');
const versionId = idFromUuid<VersionId>('00000000-0000-4000-8000-000000000003');
const MINUTE_MS = 60_000;
const MONTH_MS = 30 * 86_400_000;
export const TOTAL = 100_000n;

export const MUG: Benefit = { kind: 'gift', sku: 'MUG', costMinor: 100n };
export const TENTH: Benefit = { kind: 'credit', how: 'percent', basisPoints: 1_000n, maxMinor: null, of: 'base' };

export interface GiftProgram {
  readonly benefit: Benefit;
  readonly number: number;
  readonly isHeld: boolean;
  readonly on: 'order.paid' | 'referral.qualified';
  /** Whoever has a qualified friend brings the next ones by other rules, which know no first friend. */
  readonly hasTier: boolean;
}

/** What happens to a friend: follows the link, pays, gets half or all of the money back. */
export type Happening = `${'link' | 'pay' | 'half' | 'refund'} ${1 | 2 | 3}` | 'wait';

export class GiftShop {
  readonly facts: Facts = createFacts();
  #sequence = 1n;
  #now = new Date('2026-11-20T12:00:00Z');

  constructor(program: GiftProgram) {
    const from = new Date('2026-01-01T00:00:00Z');
    this.#take(null, { type: 'program.published', programId, versionId, number: 1, effectiveFrom: from, document: documentOf(program) });
    this.#take(0, { type: 'membership.joined', programId, by: 'staff' });
  }

  happen(happening: Happening): void {
    const [what, who] = happening.split(' ');
    const friend = Number(who);
    const orderId = `o-${friend}`;
    switch (what) {
      case 'link':
        this.#take(friend, { type: 'referral.registered' }, true);
        return;
      case 'pay': {
        const order = { currency: 'RUB', totalMinor: TOTAL, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] };
        this.#take(friend, { type: 'order.paid', orderId, order, payment: null, couponCodes: [], reservationIds: [] }, true);
        return;
      }
      case 'half':
      case 'refund': {
        const amountMinor = what === 'half' ? TOTAL / 2n : null;
        this.#take(null, { type: 'order.refunded', orderId, refundId: happening, amountMinor, currency: null, imported: false });
        return;
      }
      default:
        this.#wait();
    }
  }

  /** A month goes by: holds end, referrals qualify. */
  #wait(): void {
    this.#now = new Date(this.#now.getTime() + MONTH_MS);
    for (const reward of [...this.facts.rewards.all()])
      if (reward.status === 'held') this.#take(null, { type: 'hold.released', rewardId: reward.id });
    for (const { status, friendId } of [...this.facts.referrals.all()])
      if (status === 'ordered') this.#take(Number(friendId.slice(-1)), { type: 'referral.qualified', programId });
  }

  #take(customer: number | null, body: EventBody, isBrought = false): void {
    this.#now = new Date(this.#now.getTime() + MINUTE_MS);
    const touch: ResolvedTouch = {
      by: 'code',
      referrerId: customerId(0),
      problem: null,
      codeId: null,
      clickId: null,
      occurredAt: this.#now,
    };
    const event: Event = {
      tenantId,
      sequence: this.#sequence,
      source: 'api',
      eventId: `e-${this.#sequence}`,
      occurredAt: this.#now,
      storedAt: this.#now,
      entropy: this.#sequence.toString(16).padStart(32, '0'),
      customer: customer === null ? null : { id: customerId(customer), linkedIds: [] },
      touches: isBrought ? [touch] : [],
      actor: null,
      body,
    };
    const decision = decide(this.facts, event, [...this.facts.programs.all()]);
    if (!decision.ok) return;
    apply(this.facts, decision.value);
    this.#sequence += 1n;
  }

  /** The referrer's rewards for the number of a friend. */
  gifts(): readonly Reward[] {
    return [...this.facts.rewards.all()].filter(({ ruleId }) => ruleId === 'first');
  }

  /** Friends whose order is not refunded whole, and to whom the rule of the first friend speaks. */
  friendsOfTheRule(): readonly number[] {
    return [...this.facts.referrals.all()]
      .filter(({ status, counts }) => status !== 'reversed' && counts.some(({ ruleId, isTakenBack }) => ruleId === 'first' && !isTakenBack))
      .map(({ friendId }) => Number(friendId.slice(-1)));
  }
}

export const STANDING = new Set<Reward['status']>(['held', 'approved', 'issued', 'delivered']);

function customerId(index: number): CustomerId {
  return idFromUuid<CustomerId>(`00000000-0000-4000-8000-00000000010${index}`);
}

function documentOf({ benefit, number, isHeld, on, hasTier }: GiftProgram): ProgramDocument {
  const hold = isHeld ? HOLD : null;
  const grantOf = (to: Grant['to'], given: Benefit): Grant => ({ to, benefit: given, hold, expiresAfterDays: null, accrue: 'whenPaid' });
  const plain: Rule = {
    id: 'each',
    on: 'order.paid',
    if: [{ kind: 'newCustomer', is: true }],
    grant: [grantOf('friend', MUG)],
    caps: { perReferrer: null, budget: null },
  };
  const first: Rule = {
    ...plain,
    id: 'first',
    on,
    if: [{ kind: 'referralNumber', is: number, atLeast: null }],
    grant: [grantOf('referrer', benefit)],
  };
  const entry = { if: [{ kind: 'qualifiedReferrals' as const, atLeast: 1, withinDays: null }], acceptance: 'none' as const };
  const tier = { ...TIER, id: 'active', entry, replaces: ['each', 'first'], rules: [{ ...plain, id: 'active-each' }] };
  return { ...DOCUMENT, enrolment: { mode: 'staff', if: [] }, rules: [plain, first], tiers: hasTier ? [tier] : [] };
}

/** Every order in which these may happen: links before payments, payments before refunds. */
export function* ordersOf(left: readonly Happening[], past: readonly Happening[] = []): Generator<readonly Happening[]> {
  if (left.length === 0) yield past;
  for (const happening of left) {
    const [what, who] = happening.split(' ');
    const needs = what === 'pay' ? 'link' : what === 'half' || what === 'refund' ? 'pay' : null;
    if (needs !== null && left.some((other) => other === `${needs} ${who}`)) continue;
    if (what === 'refund' && left.some((other) => other === `half ${who}`)) continue;
    yield* ordersOf(
      left.filter((other) => other !== happening),
      [...past, happening],
    );
  }
}
