/** What one rule is asked about one event, and what it would give. */
import type { Grant, ProgramDocument, Rule, RuleTrigger } from '../../../src/domain/program/document.ts';
import { recordOf } from './model-persons.ts';
import type { ModelAttribution, ModelOrder } from './model-state.ts';

export interface Occasion {
  readonly trigger: RuleTrigger;
  readonly customer: number;
  /** Whose referral it is about, where that is a record merged into the customer. */
  readonly friend?: number;
  readonly order: ModelOrder | null;
  readonly naturalKey: string;
  readonly at: Date;
  /** The event's own time, at which debt is paid: later than `at` where a delivery waited for its payment. */
  readonly eventAt: Date;
  /** When the payment was made that earns now; null where none does. */
  readonly payment: Date | null;
  /** False for a payment that does not complete its order. */
  readonly completes: boolean;
  /** Per programme, why the first refused referral rule gave nothing: filled while deciding. */
  readonly refusals: Map<number, 'not-new-customer' | 'other'>;
  /** A correction decides again the referral rules of one programme only. */
  readonly onlyReferralsOf?: number;
}

/** One that no payment makes. */
export function occasionOf(its: Pick<Occasion, 'trigger' | 'customer' | 'naturalKey' | 'at' | 'eventAt'> & Partial<Occasion>): Occasion {
  return { order: null, payment: null, completes: true, refusals: new Map(), ...its };
}

/** Whose referral in the programme the occasion speaks to. */
export function friendOf(its: Pick<Occasion, 'customer' | 'friend' | 'order'>, program: number): number {
  return its.friend ?? (its.order === null ? its.customer : recordOf(its.order, program));
}

export interface Case extends Occasion {
  readonly program: number;
  readonly friend: number;
  readonly document: ProgramDocument;
  readonly rule: Rule;
  readonly attribution: ModelAttribution;
  readonly isPaused: boolean;
}

export interface Leg {
  readonly grant: Grant;
  readonly number: number;
  readonly owner: number;
  readonly amount: bigint;
}
