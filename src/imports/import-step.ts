import type { Submission } from '../intake/submission.ts';
import type { CsvPosition } from './csv-records.ts';
import type { ImportProblem, ValueProblem } from './import-problem.ts';

/** One thing of a file on its way in: an order with its rows, a refund, a customer. */
export interface ImportStep {
  readonly rowNumber: number;
  /** How many rows it stands for; 0 when they were counted in an earlier pass. */
  readonly rowCount: number;
  /** Where reading goes on behind it. */
  readonly next: CsvPosition;
  /** Steps of one group stay together: what follows the first cannot be read without it. Null = alone. */
  readonly group: string | null;
  /** How much of the pass is done with it, 0 to 1. */
  readonly share: number;
  /** Of the whole row where nothing is submitted, else of parts that are left out. */
  readonly problems: readonly ImportProblem[];
  /** Null = nothing to store: a row that is refused, or one that history has no use for. */
  readonly submission: Submission | null;
  /** Of a part of a row: the event of the row itself, hash in hex. Where that is not stored, or says something else, the part is left out. */
  readonly owner?: { readonly eventId: string; readonly bodyHash: string };
  /** Says in terms of the file why the road refused the submission. */
  readonly explain: (code: string) => RowProblem;
}

/** Where a pass over the file begins: at a byte of a file read as it stands, or behind so many items of its sorted whole. */
export interface PassStart {
  readonly reading: 'streamed' | 'sorted';
  /** Absent = at the first row. */
  readonly from: CsvPosition | undefined;
  readonly itemsDone: number;
  /** Told how much is done, 0 to 1, while nothing can be submitted yet. */
  readonly onShare: (share: number) => void;
}

/** One reading of the file from front to back. */
export interface ImportPass {
  readonly chooseReading: () => Promise<'streamed' | 'sorted'>;
  readonly steps: (start: PassStart) => AsyncIterable<ImportStep>;
  /** Looks steps up before they are submitted; those it leaves out come to nothing. */
  readonly prepare?: (steps: readonly ImportStep[]) => Promise<readonly ImportStep[]>;
}

/** A problem of a known row; `column` as the file writes it. */
export type RowProblem = ValueProblem & Pick<ImportProblem, 'column' | 'value'>;

/** What became of the rows of an import: rows = imported + known + skipped + failed. */
export interface ImportTally {
  readonly rows: number;
  readonly imported: number;
  /** Imported earlier, or known from the shop's own events. */
  readonly known: number;
  /** Orders never paid: they are no history. */
  readonly skipped: number;
  readonly failed: number;
  /** Lines of the error report; rows that were imported in part have some too. */
  readonly problems: number;
  /** Of the imported: refunds whose order is not known yet. */
  readonly waiting: number;
  /** Customers of the tenant before the import began. */
  readonly customersBefore: number;
}

export const NOTHING_TALLIED: ImportTally = {
  rows: 0,
  imported: 0,
  known: 0,
  skipped: 0,
  failed: 0,
  problems: 0,
  waiting: 0,
  customersBefore: 0,
};
