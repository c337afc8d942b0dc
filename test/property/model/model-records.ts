/** What the model remembers of members, ladders, payouts, and who named whom. */
import type { ModelLot } from './model-state.ts';

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

export interface ModelAcceptance extends Member {
  readonly tier: string;
  readonly version: number;
}

export interface ModelTouch {
  readonly by: 'staff' | 'code' | 'lead';
  /** Null = a code nobody has. */
  readonly referrer: number | null;
  readonly at: Date;
}

export interface ModelPayout {
  /** The event that proposed it. */
  readonly name: string;
  owner: number;
  readonly amount: bigint;
  readonly parts: readonly { readonly lot: ModelLot; readonly amount: bigint }[];
  status: 'proposed' | 'approved' | 'rejected' | 'paid' | 'failed';
}

export interface ModelParked {
  readonly kind: 'refund' | 'delivery' | 'cancellation';
  readonly at: Date;
  readonly refundId: string;
  readonly asked: bigint | null;
}
