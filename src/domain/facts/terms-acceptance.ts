import type { CustomerId, ProgramId } from '../ids.ts';

/** Whose terms: the programme's, or those of one of its tiers, which partners accept apart. */
export type TermsScope = 'program' | `tier:${string}`;

/** How the member said yes. */
export type AcceptanceMethod = 'checkbox' | 'button' | 'signature' | 'paper' | 'other';

/** A member's yes to the terms of one published version; never changed. Key: (customer, programme, scope, version). */
export interface TermsAcceptance {
  readonly programId: ProgramId;
  readonly customerId: CustomerId;
  readonly scope: TermsScope;
  readonly versionNumber: number;
  /** SHA-256 of the text that was shown, 64 hex digits. */
  readonly textHash: string;
  readonly locale: 'ru' | 'en';
  readonly method: AcceptanceMethod;
  readonly acceptedAt: Date;
}

export function acceptanceKey(of: Pick<TermsAcceptance, 'customerId' | 'programId' | 'scope' | 'versionNumber'>): string {
  return `${of.customerId}|${of.programId}|${of.scope}|${of.versionNumber}`;
}
