import type { Db } from '../database/schema.ts';
import { type ProgramId, parseWireId, type TenantId } from '../domain/ids.ts';
import { findProgram } from '../programs/programs.store.ts';
import { findAnyTenantId, findTenantByRoute, isOnlyTenant } from '../tenants/tenants.store.ts';
import { refusal } from './command-words.ts';

/** The business a command is about: the one named by its slug, else the only one. Throws `StartRefused` when that names none. */
export async function chooseTenant(db: Db, slug: string | undefined): Promise<TenantId> {
  if (slug !== undefined) {
    const named = await findTenantByRoute(db, { kind: 'slug', value: slug });
    if (named === null) throw refusal('business-unknown', { name: slug });
    return named;
  }
  const any = await findAnyTenantId(db);
  if (any === null) throw refusal('business-missing');
  if (!(await isOnlyTenant(db, any))) throw refusal('business-unclear');
  return any;
}

/** The programme of an id as the API writes it (`prg_…`). Throws `StartRefused` when the business has none of this id. */
export async function chooseProgram(db: Db, tenantId: TenantId, wireProgramId: string): Promise<ProgramId> {
  const programId = parseWireId('prg', wireProgramId);
  const found = programId === null ? null : await findProgram(db, { tenantId, programId });
  if (programId === null || found === null) throw refusal('program-unknown', { name: wireProgramId });
  return programId;
}
