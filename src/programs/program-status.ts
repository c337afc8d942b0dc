import { findVersionAt, type Program, type ProgramStatus, type PublishedVersion, programStatusAt } from '../domain/program/program.ts';
import type { ProgramRecord } from './programs.store.ts';

/** The status of a programme at an instant; one without a published version is a draft. */
export function statusAt(record: ProgramRecord, at: Date): ProgramStatus {
  return programStatusAt(publishedPart(record), at);
}

/** The published version effective at an instant, or null. */
export function versionAt(record: ProgramRecord, at: Date): PublishedVersion | null {
  return findVersionAt(publishedPart(record), at);
}

export function isPublished(record: ProgramRecord): boolean {
  return record.versions.some((version) => version.status === 'published');
}

function publishedPart(record: ProgramRecord): Program {
  const versions = record.versions
    .flatMap(({ effectiveFrom, ...version }) => (effectiveFrom === null ? [] : [{ ...version, effectiveFrom }]))
    .toSorted((a, b) => a.effectiveFrom.getTime() - b.effectiveFrom.getTime() || a.number - b.number);
  // The place among other programmes plays no part in a status.
  return { id: record.id, createdSequence: 0n, versions, pauses: record.pauses, endedAt: record.endedAt };
}
