import type { CustomerId, ProgramId, TenantId } from '../domain/ids.ts';
import type { Role } from './staff-roles.ts';

export const SCOPES = ['read', 'write', 'staff', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

/** Whose key a request carries: the key fixes the tenant, the event source and what may be done. */
export interface Caller {
  readonly tenantId: TenantId;
  /** In links `/t/{slug}/…`. */
  readonly slug: string;
  /** Key of the tenant's identity hashes. */
  readonly hashKey: Buffer;
  readonly keyId: string;
  readonly kind: 'secret' | 'publishable';
  /** The source of the events it sends; kept through rotation of the key. */
  readonly source: string;
  readonly scopes: readonly Scope[];
  /** Who is signed in; absent for a key. Their acts carry them as the actor, whatever the body says. */
  readonly staff?: SignedInStaff;
  /** Which member is signed in to their cabinet. Their acts carry the member as the actor. */
  readonly member?: SignedInMember;
}

export interface SignedInMember {
  readonly customerId: CustomerId;
  readonly sessionId: string;
  readonly signedInAt: Date;
  /** Whose cabinet the shop's token opened; null = signed in by a code. */
  readonly programId: ProgramId | null;
}

export interface SignedInStaff {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly sessionId: string;
}

export function hasScope(caller: Caller, scope: Scope): boolean {
  return caller.kind === 'secret' && caller.scopes.includes(scope);
}

export function isScope(text: string): text is Scope {
  return SCOPES.some((scope) => scope === text);
}
