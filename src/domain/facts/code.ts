import type { CodeId, CustomerId } from '../ids.ts';

export interface Code {
  readonly id: CodeId;
  readonly customerId: CustomerId;
  /** As its owner writes it. */
  readonly text: string;
  /** Unique per tenant (contract.md 2). */
  readonly folded: string;
  readonly kind: 'personal' | 'card' | 'campaign';
  readonly status: 'active' | 'retired';
  readonly createdAt: Date;
  /** What came by it before counts (contract.md 6.8); null of an active one, and of one retired by the erasure of its owner. */
  readonly retiredAt: Date | null;
}
