import type { TermsAcceptance, TermsScope } from '../facts/terms-acceptance.ts';
import type { Workspace } from '../facts/workspace.ts';
import type { CustomerId, ProgramId } from '../ids.ts';

/** The member's acceptance of the newest version they accepted in this scope; null when they accepted none. */
export function findAcceptance(
  ws: Pick<Workspace, 'acceptances'>,
  of: { readonly programId: ProgramId; readonly customerId: CustomerId; readonly scope: TermsScope },
): TermsAcceptance | null {
  let newest: TermsAcceptance | null = null;
  for (const acceptance of ws.acceptances.by('customer', of.customerId)) {
    if (acceptance.programId !== of.programId || acceptance.scope !== of.scope) continue;
    if (newest === null || acceptance.versionNumber > newest.versionNumber) newest = acceptance;
  }
  return newest;
}
