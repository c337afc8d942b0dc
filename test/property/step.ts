/** One thing done to a shop, said without ids of the product: the model and every road understand it. */
import type { PayeeKind } from './model/model-records.ts';
import type { ModelMembership } from './model/model-state.ts';

export interface Step {
  readonly eventId: string;
  readonly at: Date;
  /** The clock when it is sent: what happened may be told late. */
  readonly sentAt: Date;
  readonly customer: number | null;
  /** The code the customer enters. */
  readonly code: number | 'unknown' | null;
  /** Who is registered as having brought the customer. */
  readonly lead: number | null;
  readonly body: StepBody;
}

export type StepBody =
  | { readonly type: 'place'; readonly order: number }
  | { readonly type: 'deliver' | 'cancel'; readonly order: number }
  | {
      readonly type: 'pay';
      readonly order: number;
      readonly totalMinor: bigint;
      /** Null = the whole rest, without an id of its own. */
      readonly part: { readonly id: string; readonly amount: bigint } | null;
      readonly reservations: readonly string[];
      readonly coupons: readonly string[];
    }
  | { readonly type: 'refund'; readonly order: number; readonly refundId: string; readonly amount: bigint | null }
  | { readonly type: 'signUp' | 'lead' }
  | { readonly type: 'erase'; readonly retiresCodes?: true }
  /** Of what the step's customer is merged into. */
  | { readonly type: 'merge'; readonly from: number; readonly into: number }
  | { readonly type: 'correct'; readonly program: number; readonly referrer: number }
  | { readonly type: 'join'; readonly program: number }
  | { readonly type: 'member'; readonly program: number; readonly status: ModelMembership }
  | { readonly type: 'adjust'; readonly unit: string; readonly amount: bigint; readonly expiresAt: Date | null }
  | { readonly type: 'reserve'; readonly unit: string; readonly amount: bigint; readonly order: number | null; readonly expiresAt: Date }
  | { readonly type: 'capture'; readonly reservation: string; readonly order: number | null }
  | { readonly type: 'void'; readonly reservation: string }
  | { readonly type: 'approve' | 'deny'; readonly reward: string }
  | { readonly type: 'publish'; readonly program: number; readonly version: number; readonly effectiveFrom: Date }
  | { readonly type: 'pause' | 'resume'; readonly program: number }
  | { readonly type: 'feedback'; readonly score: number }
  | { readonly type: 'complaint'; readonly complaint: string; readonly isOpen: boolean }
  /** What follows a publication: everybody is looked at by the new version. */
  | { readonly type: 'evaluate'; readonly program: number; readonly customers: readonly number[] }
  | { readonly type: 'accept' | 'invite'; readonly program: number; readonly tier: string; readonly version: number }
  | { readonly type: 'claim'; readonly program: number; readonly perk: string }
  | { readonly type: 'choose'; readonly reward: string; readonly perk: string }
  | { readonly type: 'handOver'; readonly reward: string }
  | { readonly type: 'redeem'; readonly access: string }
  | { readonly type: 'payee'; readonly kind: PayeeKind }
  | { readonly type: 'propose'; readonly program: number; readonly amount: bigint | null }
  /** `isTaxed`: somebody says that the tax is dealt with. */
  | { readonly type: 'approvePayout'; readonly payout: string; readonly isTaxed: boolean }
  | { readonly type: 'rejectPayout' | 'payOut' | 'failPayout'; readonly payout: string }
  | { readonly type: 'addCodes'; readonly program: number; readonly perk: string; readonly codes: readonly string[] };

export const orderIdOf = (order: number): string => `o-${order}`;

/** What is said of the whole shop, one sentence a thing: equal maps mean equal shops. */
export type Observation = Readonly<Record<string, string>>;

export interface Road {
  /** Outcomes or problem codes, in order; all steps go in together. */
  readonly send: (steps: readonly Step[]) => Promise<readonly string[]>;
  readonly runDueWork: (now: Date) => Promise<void>;
  /** Forgets whatever is kept in memory only. */
  readonly restart: () => void;
  readonly observe: () => Promise<Observation>;
  /** When each member's tier is to be looked at without an event, by place; as of the last observation. */
  readonly checks: () => ReadonlyMap<string, Date>;
}
