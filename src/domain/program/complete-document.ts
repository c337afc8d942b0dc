import type { ProgramDocument } from './document.ts';

/** What documents stored before these fields existed leave out. Appended in this order, as the migrations do to stored text. */
type LaterField = 'tiers' | 'margin';

export type StoredDocument = Omit<ProgramDocument, LaterField> & Partial<Pick<ProgramDocument, LaterField>>;

/** A stored document as today's engine reads it: fields that came later mean what their absence meant. */
export function completeDocument(stored: StoredDocument): ProgramDocument {
  return { ...stored, tiers: stored.tiers ?? [], margin: stored.margin ?? null };
}
