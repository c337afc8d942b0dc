import type { DecisionProblemCode, Missing } from '../domain/decision.ts';
import type { EventBody } from '../domain/events.ts';
import type { CustomerId, TenantId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import type { KnownFacts } from './read-facts.ts';

/** Something that happened or is asked for, decoded and bounded, its identities not yet resolved. Shop events, imports, staff acts and jobs alike. */
export interface Submission {
  readonly tenantId: TenantId;
  /** With `eventId` the identity of the event. Shop events use the key's source; acts `act:<path>` with the Idempotency-Key or a fresh uuid. */
  readonly source: string;
  readonly eventId: string;
  /** The body as sent (any JSON value, personal data included): hashed with the tenant's key for idempotency, never stored. */
  readonly fingerprint: unknown;
  readonly occurredAt: Date;
  readonly customer: CustomerInput | null;
  readonly attribution: AttributionInput | null;
  readonly actor: string | null;
  readonly body: EventBody;
  /** Free data treated as personal: kept apart from the log and erased with the customer. */
  readonly personal: string | null;
  /** Personal data as well; stored in the event's own transaction, so that an erased customer never gets them back by a repeat. */
  readonly consents?: readonly ConsentInput[];
}

export interface ConsentInput {
  readonly purpose: 'personal-data' | 'advertising';
  readonly givenAt: Date;
  readonly textVersion: string | null;
  readonly proof: string;
  /** SHA-256 of the text that was shown, hex. */
  readonly textHash?: string;
  /** False: anybody could have typed the contact. True when absent. */
  readonly isConfirmed?: boolean;
}

/** How the sender names a customer. `id` (a wire `cus_…` or a job's) must exist; the rest finds or makes one (contract.md 6.5). */
export interface CustomerInput {
  readonly id: CustomerId | null;
  readonly externalId: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly name: string | null;
  /** Acts on a customer that must be there answer `customer_unknown` instead of making one. */
  readonly mustExist: boolean;
}

export interface AttributionInput {
  readonly code: string | null;
  readonly clickId: string | null;
  readonly answer: string | null;
  /** `referral.registered`, imports and staff corrections name the referrer. */
  readonly referrerExternalId: string | null;
  readonly referrerId: CustomerId | null;
  readonly by: 'event' | 'lead' | 'claim' | 'staff';
}

/** The road's answer to one submission. */
export type SubmissionResult =
  | {
      readonly kind: 'answered' /** The answer's JSON text, byte for byte what the first sender got. */;
      readonly answer: string;
      readonly sequence: bigint | null;
      readonly produced: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'refused'; readonly problem: SubmissionProblem };

export interface SubmissionProblem {
  readonly code: DecisionProblemCode | 'event_conflict' | 'intake_overloaded' | 'internal_error';
  readonly field: string | null;
  readonly missing: Missing | null;
}

/** The one way in. `submit` resolves after commit, results in the order given; `dryRun` takes no lock and stores nothing. */
export interface Intake {
  readonly submit: (submissions: readonly Submission[]) => Promise<readonly SubmissionResult[]>;
  readonly dryRun: (
    submissions: readonly Submission[],
    options: { readonly programVersionId: string | null },
  ) => Promise<readonly SubmissionResult[]>;
  /** What is known of these customers, as a decision would see it now; with `documents`, as one under those drafts would. */
  readonly read: (tenantId: TenantId, customerIds: readonly CustomerId[], documents?: readonly ProgramDocument[]) => Promise<KnownFacts>;
}
