import type { Clock } from '../clock.ts';
import type { Db } from '../database/schema.ts';
import type { TenantId } from '../domain/ids.ts';
import type { Locale } from '../domain/words/number-words.ts';
import type { Intake } from '../intake/submission.ts';
import type { ReadingOptions } from './open-import.ts';
import type { ImportProgress, ProgressOptions } from './progress.ts';

/** What an import works with. */
export interface ImportDeps {
  readonly db: Db;
  readonly intake: Intake;
  readonly clock: Clock;
  readonly openProgress: (file: Pick<ProgressOptions, 'totalBytes' | 'bytesBefore'>) => ImportProgress;
}

export interface ImportRequest {
  readonly tenantId: TenantId;
  readonly path: string;
  readonly reading: ReadingOptions;
  /** Whether programmes may pay for the orders imported. */
  readonly earn: boolean;
  /** Reads and reports only; stores nothing. */
  readonly isDryRun: boolean;
  /** Where problems are written; beside the file when absent. */
  readonly reportPath?: string;
  /** Where they go when nothing can be written beside the file. */
  readonly fallbackDirectory?: string;
  readonly locale: Locale;
  /** Once aborted, the import ends behind what it has submitted; the same request continues there. */
  readonly stop: AbortSignal;
}
