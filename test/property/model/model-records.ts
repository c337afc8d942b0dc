/** What the model remembers of members, ladders, and who named whom. */
import type { ProgramDocument, Rule } from '../../../src/domain/program/document.ts';

export interface Member {
  readonly program: number;
  readonly customer: number;
}

export interface ModelStanding {
  readonly tier: string | null;
  readonly since: Date;
  /** On the way down a tier is had for the rest of the day; by staff's invitation for its term, whatever the conditions say. */
  readonly heldBy: 'rules' | 'staff' | 'step';
  readonly termEndsAt: Date | null;
  readonly graceEndsAt: Date | null;
  readonly invitation: { readonly to: string; readonly at: Date; readonly by: 'rules' | 'staff' } | null;
  readonly past: readonly { readonly tier: string; readonly from: Date; readonly until: Date; readonly reason: string }[];
}

/** Of a member who has never stood anywhere. */
export const noStanding = (at: Date): ModelStanding => ({
  tier: null,
  since: at,
  heldBy: 'rules',
  termEndsAt: null,
  graceEndsAt: null,
  invitation: null,
  past: [],
});

export interface ModelAcceptance extends Member {
  readonly tier: string;
  readonly version: number;
}

/** A private person's tax is the business's, the self-employed pay their own. */
export type PayeeKind = 'individual' | 'selfEmployed';

export interface ModelTouch {
  readonly by: 'staff' | 'code' | 'lead';
  /** Null = a code nobody has. */
  readonly referrer: number | null;
  readonly at: Date;
}

export interface ModelParked {
  readonly kind: 'refund' | 'delivery' | 'cancellation';
  readonly at: Date;
  readonly refundId: string;
  readonly asked: bigint | null;
}

export interface ModelCount {
  readonly rule: Rule;
  readonly document: ProgramDocument;
  /** Of the referrer, when the friend was brought. */
  readonly tier: string | null;
  readonly naturalKey: string;
  readonly orderId: string | null;
  readonly at: Date;
  /** Counts are taken in the order they were decided. */
  readonly turn: number;
  isTakenBack: boolean;
  /** Taken back, and what its number had brought waits for the next friend who counts for the rule. */
  isWaiting?: boolean;
}
