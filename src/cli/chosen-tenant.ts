import type { Db } from '../database/schema.ts';
import { type ProgramId, parseWireId, type TenantId } from '../domain/ids.ts';
import { findProgram } from '../programs/programs.store.ts';
import { StartRefused } from '../start-refused.ts';
import { findAnyTenantId, findTenantByRoute, isOnlyTenant } from '../tenants/tenants.store.ts';

/** The business a command is about: the one named by its slug, else the only one. Throws `StartRefused` when that names none. */
export async function chooseTenant(db: Db, slug: string | undefined): Promise<TenantId> {
  if (slug !== undefined) {
    const named = await findTenantByRoute(db, { kind: 'slug', value: slug });
    if (named === null) throw new StartRefused(`There is no business "${slug}" here.`);
    return named;
  }
  const any = await findAnyTenantId(db);
  if (any === null) throw new StartRefused('There is no business here yet: start the server once (npm start), it makes one.');
  if (!(await isOnlyTenant(db, any))) throw new StartRefused('There are several businesses here: say which with --tenant <slug>.');
  return any;
}

/** The programme of an id as the API writes it (`prg_…`). Throws `StartRefused` when the business has none of this id. */
export async function chooseProgram(db: Db, tenantId: TenantId, wireProgramId: string): Promise<ProgramId> {
  const programId = parseWireId('prg', wireProgramId);
  const found = programId === null ? null : await findProgram(db, { tenantId, programId });
  if (programId === null || found === null) throw new StartRefused(`There is no programme "${wireProgramId}" here.`);
  return programId;
}
