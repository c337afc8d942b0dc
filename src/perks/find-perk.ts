import type { Caller } from '../contract/caller.ts';
import type { Db } from '../database/schema.ts';
import type { ProgramId } from '../domain/ids.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { findPerk } from '../domain/program/perk.ts';
import type { Perk } from '../domain/program/perk-terms.ts';
import { findProgram } from '../programs/programs.store.ts';

/** A perk as the version in force has it. */
export interface PlacedPerk {
  readonly document: ProgramDocument;
  readonly perk: Perk;
}

/** The document in force, else that of the first version to come; null for drafts and programmes of other businesses. */
export async function findDocument(db: Db, caller: Caller, programId: ProgramId, at: Date): Promise<ProgramDocument | null> {
  const program = await findProgram(db, { tenantId: caller.tenantId, programId });
  const published = (program?.versions ?? []).filter((version) => version.status === 'published');
  const effective = published.filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= at);
  return (effective.at(-1) ?? published[0])?.document ?? null;
}

export async function findPlacedPerk(
  db: Db,
  caller: Caller,
  of: { readonly programId: ProgramId; readonly perk: string },
  at: Date,
): Promise<PlacedPerk | null> {
  const document = await findDocument(db, caller, of.programId, at);
  const perk = document === null ? null : findPerk(document, of.perk);
  return document === null || perk === null ? null : { document, perk };
}
