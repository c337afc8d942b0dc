import type { Db } from '../database/schema.ts';
import { type ProgramId, parseWireId, type TenantId } from '../domain/ids.ts';
import { findProgram } from '../programs/programs.store.ts';
import { findAnyTenantId, findTenantByRoute, isOnlyTenant } from '../tenants/tenants.store.ts';
import { type CliLocale, refusal } from './refusal-words.ts';

/** The business a command is about: the one named by its slug, else the only one. Throws `StartRefused` when that names none. */
export async function chooseTenant(db: Db, slug: string | undefined, locale: CliLocale = 'en'): Promise<TenantId> {
  if (slug !== undefined) {
    const named = await findTenantByRoute(db, { kind: 'slug', value: slug });
    if (named === null) throw refusal('business-unknown', locale, { name: slug });
    return named;
  }
  const any = await findAnyTenantId(db);
  if (any === null) throw refusal('business-missing', locale);
  if (!(await isOnlyTenant(db, any))) throw refusal('business-unclear', locale);
  return any;
}

/** The programme of an id as the API writes it (`prg_…`). Throws `StartRefused` when the business has none of this id. */
export async function chooseProgram(db: Db, tenantId: TenantId, wireProgramId: string, locale: CliLocale = 'en'): Promise<ProgramId> {
  const programId = parseWireId('prg', wireProgramId);
  const found = programId === null ? null : await findProgram(db, { tenantId, programId });
  if (programId === null || found === null) throw refusal('program-unknown', locale, { name: wireProgramId });
  return programId;
}
