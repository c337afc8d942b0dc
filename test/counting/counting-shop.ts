/** One programme that counts friends, decided in memory: the engine alone, for thousands of random histories. */
import { apply, decide } from '../../src/domain/engine.ts';
import type { Event, EventBody, ResolvedTouch } from '../../src/domain/events.ts';
import type { Reward } from '../../src/domain/facts/entities.ts';
import { createFacts, type Facts } from '../../src/domain/facts/facts.ts';
import { type CustomerId, idFromUuid, type ProgramId, type TenantId, type VersionId } from '../../src/domain/ids.ts';
import type { Hold, ProgramDocument, Steps } from '../../src/domain/program/document.ts';

const tenantId = idFromUuid<TenantId>('00000000-0000-4000-8000-000000000001');
export const programId = idFromUuid<ProgramId>('00000000-0000-4000-8000-000000000002');

export const REFERRERS = [0, 1];
export const FRIENDS = [2, 3, 4, 5, 6, 7, 8, 9];
export const TOTAL = 100_000n;

const review: Hold = { days: null, from: 'payment', orFromPaymentDays: null, reasons: ['review'] };

export function customerId(index: number): CustomerId {
  return idFromUuid<CustomerId>(`00000000-0000-4000-8000-00000000010${index}`);
}

export class CountingShop {
  readonly facts: Facts = createFacts();
  #sequence = 1n;

  constructor(steps: Steps, { isReviewed }: { readonly isReviewed: boolean }) {
    const document: ProgramDocument = {
      name: { ru: 'Друзья', en: 'Friends' },
      currency: 'RUB',
      timeZone: 'Europe/Moscow',
      points: null,
      enrolment: { mode: 'staff', if: [] },
      attribution: { windowDays: 60, touch: 'first', lockAt: 'firstPaidOrder' },
      sharing: 'private',
      percentOf: { tax: 'included' },
      shortfall: 'debt',
      budget: null,
      tiers: [],
      margin: null,
      rules: [
        {
          id: 'steps',
          on: 'order.paid',
          if: [{ kind: 'newCustomer', is: true }],
          grant: [
            {
              to: 'referrer',
              benefit: { kind: 'credit', how: 'steps', steps },
              hold: isReviewed ? review : null,
              expiresAfterDays: null,
              accrue: 'whenPaid',
            },
          ],
          caps: { perReferrer: null, budget: null },
        },
      ],
    };
    const from = new Date('2026-01-01T00:00:00Z');
    const versionId = idFromUuid<VersionId>('00000000-0000-4000-8000-000000000003');
    this.take(from, null, { type: 'program.published', programId, versionId, number: 1, effectiveFrom: from, document });
    for (const referrer of REFERRERS) this.take(from, referrer, { type: 'membership.joined', programId, by: 'staff' });
  }

  /** What became of it: an outcome, or the code of the problem. */
  take(at: Date, customer: number | null, body: EventBody, touches: readonly ResolvedTouch[] = []): string {
    const event: Event = {
      tenantId,
      sequence: this.#sequence,
      source: 'api',
      eventId: `e-${this.#sequence}`,
      occurredAt: at,
      storedAt: at,
      entropy: this.#sequence.toString(16).padStart(32, '0'),
      customer: customer === null ? null : { id: customerId(customer), linkedIds: [] },
      touches,
      actor: null,
      body,
    };
    const decision = decide(this.facts, event, [...this.facts.programs.all()]);
    if (!decision.ok) return decision.error.code;
    if (decision.value.outcome.outcome !== 'duplicate') apply(this.facts, decision.value);
    this.#sequence += 1n;
    return decision.value.outcome.outcome;
  }

  pay(at: Date, friend: number, referrer: number): string {
    const order = { currency: 'RUB', totalMinor: TOTAL, deliveryMinor: 0n, taxMinor: 0n, channel: null, lines: [] };
    const body: EventBody = { type: 'order.paid', orderId: `o-${friend}`, order, payment: null, couponCodes: [], reservationIds: [] };
    return this.take(at, friend, body, [touch('code', referrer, at)]);
  }

  refund(at: Date, friend: number, refundId: string, amountMinor: bigint | null): string {
    return this.take(at, null, { type: 'order.refunded', orderId: `o-${friend}`, refundId, amountMinor, currency: null, imported: false });
  }

  cancel(at: Date, friend: number): string {
    return this.take(at, null, { type: 'order.cancelled', orderId: `o-${friend}` });
  }

  correct(at: Date, friend: number, referrer: number): string {
    return this.take(at, friend, { type: 'referral.corrected', referralId: null, programId }, [touch('staff', referrer, at)]);
  }

  /** Denies a held reward for the friend; false when there is none. */
  deny(at: Date, friend: number): boolean {
    const held = this.rewards().find((reward) => reward.friendId === customerId(friend) && reward.status === 'held');
    if (held === undefined) return false;
    this.take(at, null, { type: 'reward.denied', rewardId: held.id });
    return true;
  }

  rewards(): readonly Reward[] {
    return [...this.facts.rewards.all()];
  }

  /** What stands of the referrer's rewards, by friend. */
  standing(referrer: number): ReadonlyMap<number, bigint> {
    const amounts = new Map<number, bigint>();
    for (const reward of this.rewards()) {
      if (reward.customerId !== customerId(referrer) || !('amount' in reward.benefit)) continue;
      const friend = Number(reward.friendId?.slice(-1));
      amounts.set(friend, (amounts.get(friend) ?? 0n) + reward.benefit.amount);
    }
    return amounts;
  }
}

function touch(by: 'code' | 'staff', referrer: number, occurredAt: Date): ResolvedTouch {
  return { by, referrerId: customerId(referrer), problem: null, codeId: null, clickId: null, occurredAt };
}
