import { completeDocument, type StoredDocument } from '../domain/program/complete-document.ts';
import type { ProgramDocument } from '../domain/program/document.ts';
import { keepNewest } from '../keep-newest.ts';
import { decodeLog } from './log-codec.ts';

const KEPT_MAX = 500;

const kept = new Map<string, ProgramDocument>();

/**
 * The document of a version as the database keeps it. The texts of versions change rarely and every opening of a cabinet needs them, so
 * those used last stay decoded: the oldest of 500 goes first.
 */
export function storedDocument(text: string): ProgramDocument {
  // Row boundary: written by `encodeLog` from exactly this type.
  const document = kept.get(text) ?? completeDocument(decodeLog(text) as StoredDocument);
  keepNewest(kept, [text, document], KEPT_MAX);
  return document;
}
