import type { ProgramId, VersionId } from '../ids.ts';
import type { ProgramDocument } from './document.ts';

/** A programme as the engine sees it: its published versions and the intervals in which it was not running. */
export interface Program {
  readonly id: ProgramId;
  /** Log sequence of its creation: orders programmes from oldest to newest. */
  readonly createdSequence: bigint;
  /** Published versions by rising `effectiveFrom`. */
  readonly versions: readonly PublishedVersion[];
  /** Half-open intervals; the last one may still be open. */
  readonly pauses: readonly { readonly from: Date; readonly until: Date | null }[];
  readonly endedAt: Date | null;
}

export interface PublishedVersion {
  readonly id: VersionId;
  readonly number: number;
  readonly effectiveFrom: Date;
  readonly document: ProgramDocument;
}

export type ProgramStatus = 'draft' | 'live' | 'paused' | 'ended';

/** The status at an instant: pause, resume and end act by `occurredAt` (contract.md 6.6). */
export function programStatusAt(program: Program, at: Date): ProgramStatus {
  if (findVersionAt(program, at) === null) return 'draft';
  if (program.endedAt !== null && at >= program.endedAt) return 'ended';
  const isPaused = program.pauses.some((pause) => at >= pause.from && (pause.until === null || at < pause.until));
  return isPaused ? 'paused' : 'live';
}

/** The version effective at an instant, or null before the first one. */
export function findVersionAt(program: Program, at: Date): PublishedVersion | null {
  let found: PublishedVersion | null = null;
  for (const version of program.versions) {
    if (version.effectiveFrom <= at) found = version;
  }
  return found;
}

export function findVersion(program: Program, id: VersionId): PublishedVersion | null {
  return program.versions.find((version) => version.id === id) ?? null;
}
