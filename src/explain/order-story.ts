import type { WireEventAnswer } from '../contract/event-answer-schema.ts';
import type { Note } from '../domain/decision.ts';
import type { Coupon, RewardStatus } from '../domain/facts/entities.ts';
import type { TransferReason } from '../domain/ledger/transfer.ts';
import type { Unit } from '../domain/ledger/unit.ts';
import type { LocalizedText } from '../domain/program/document.ts';

/** All that is known of an order and of what it led to, as the story needs it. */
export interface OrderStory {
  readonly orderId: string;
  readonly events: readonly StoryEvent[];
  readonly rewards: readonly StoryReward[];
  /** By uuid: what staff knows the customer as. */
  readonly people: ReadonlyMap<string, LocalizedText>;
  /** By uuid. */
  readonly programs: ReadonlyMap<string, StoryProgram>;
  /** `referredKey` of whom a programme had brought and has counted by no rule so far. */
  readonly waiting: ReadonlySet<string>;
}

export interface StoryProgram {
  readonly name: LocalizedText;
  readonly timeZone: string;
  readonly tiers: ReadonlyMap<string, LocalizedText>;
  /** Rules in words, of the versions the story names: by `ruleKey`. */
  readonly rules: ReadonlyMap<string, LocalizedText>;
}

/** A rule of one version of its programme; of the newest known one without a number. */
export function ruleKey(ruleId: string, versionNumber: number | null): string {
  return `${versionNumber ?? 'newest'} ${ruleId}`;
}

export function referredKey(programId: string, friendId: string): string {
  return `${programId} ${friendId}`;
}

export interface StoryEvent {
  readonly sequence: bigint;
  readonly type: string;
  readonly occurredAt: Date;
  readonly customerId: string | null;
  readonly answer: WireEventAnswer;
  readonly notes: readonly Note[];
  /** Which version of its programme each rule was looked at in, by programme and rule id. */
  readonly versions: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Whether it said who had brought the customer. */
  readonly namesReferrer: boolean;
  /** What the body says of the order: minor units of `currency`. */
  readonly said: {
    readonly currency: string | null;
    readonly totalMinor: bigint | null;
    readonly amountMinor: bigint | null;
    /** Of an order of the past: what of it was given back. */
    readonly refundedMinor: bigint | null;
    readonly id: string | null;
  };
  readonly transfers: readonly StoryTransfer[];
}

export interface StoryTransfer {
  readonly reason: TransferReason;
  readonly from: string;
  readonly to: string;
  readonly customerId: string | null;
  readonly unit: Unit;
  readonly amount: bigint;
  readonly rewardId: string | null;
  readonly reversalKey: string | null;
}

export interface StoryReward {
  readonly rewardId: string;
  readonly programId: string;
  readonly ruleId: string;
  readonly versionNumber: number | null;
  readonly customerId: string;
  readonly kind: string;
  readonly unit: Unit | null;
  readonly amount: bigint | null;
  readonly originalAmount: bigint | null;
  readonly status: RewardStatus;
  readonly heldUntil: Date | null;
  readonly isLoss: boolean;
  readonly lot: { readonly remaining: bigint; readonly reserved: bigint; readonly expired: bigint; readonly expiresAt: Date | null } | null;
  readonly coupon: { readonly code: string; readonly status: Coupon['status']; readonly validUntil: Date | null } | null;
}

/** One sentence of an explanation, in both languages. */
export interface Sentence {
  readonly at: Date;
  readonly kind: 'event' | 'attribution' | 'reward' | 'refusal' | 'reversal' | 'tier' | 'money' | 'note' | 'now';
  readonly ru: string;
  readonly en: string;
}
