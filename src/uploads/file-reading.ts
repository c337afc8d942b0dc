/** From how a file is to be read, as it is sent and kept, to what the import works with. */
import type { FileProblemInput, FileReading } from '../contract/uploads.endpoints.ts';
import { explainProblem, type ImportProblem } from '../imports/import-problem.ts';
import type { ReadingOptions } from '../imports/open-import.ts';

export const PLAIN_READING: FileReading = { columns: [], dateOrder: 'dmy' };

/** `timeZone` is the tenant's. */
export function readingOptions(reading: FileReading, { timeZone }: { readonly timeZone: string }): ReadingOptions {
  const { columns, currency, decimalMark, dateOrder, encoding, delimiter } = reading;
  const mapping = columns.map(({ column, header }) => `${column}=${header ?? '-'}`).join(',');
  return {
    timeZone: reading.timeZone ?? timeZone,
    dateOrder,
    ...(mapping === '' ? {} : { mapping }),
    ...(currency === undefined ? {} : { currency }),
    ...(decimalMark === undefined ? {} : { decimalMark }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
}

const VALUE_MAX = 100;

export function fileProblemToWire(problem: ImportProblem): FileProblemInput {
  const { rowNumber, column, value, reason } = problem;
  const text = { ru: explainProblem(problem, 'ru'), en: explainProblem(problem, 'en') };
  return { row: rowNumber, column, value: value.slice(0, VALUE_MAX), code: reason, text };
}
