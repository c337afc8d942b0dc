import type { Locale } from '../domain/words/number-words.ts';
import type { ImportKind } from '../imports/import-run.store.ts';
import type { ImportSummary } from '../imports/run-import.ts';

export interface ImportTold {
  readonly kind: ImportKind;
  readonly path: string;
  readonly seconds: number;
  readonly isDryRun: boolean;
  readonly locale: Locale;
}

const TEXT = {
  en: {
    rows: 'rows',
    imported: 'imported',
    readable: 'would be imported',
    known: 'already known',
    skipped: 'skipped (never paid)',
    failed: 'failed',
    problems: 'problems',
    waiting: 'refunds waiting for their order',
    customersNew: 'new customers',
    seconds: 's',
    perSecond: 'rows/s',
    dryRun: 'Dry run: nothing was stored.',
    resumed: 'Continued where the import before had stopped; the counts are of both.',
    stopped: 'Stopped. Run the same command again: it goes on from here.',
  },
  ru: {
    rows: 'строк',
    imported: 'загружено',
    readable: 'будет загружено',
    known: 'уже известны',
    skipped: 'пропущено (не оплачены)',
    failed: 'не загружено',
    problems: 'ошибок',
    waiting: 'возвратов ждут своего заказа',
    customersNew: 'новых клиентов',
    seconds: 'с',
    perSecond: 'строк/с',
    dryRun: 'Пробный прогон: ничего не сохранено.',
    resumed: 'Продолжено с места остановки; числа — за обе части.',
    stopped: 'Остановлено. Запустите ту же команду ещё раз: она продолжит отсюда.',
  },
} as const;

/** One line of JSON for machines. */
export function jsonSummary(summary: ImportSummary, { kind, path, seconds, isDryRun }: ImportTold): string {
  const { rows, imported, known, skipped, failed, problems, waiting, customersNew, isResumed, isComplete } = summary;
  return `${JSON.stringify({
    kind,
    file: path,
    rows,
    imported,
    known,
    skipped,
    failed,
    problems,
    problemsByReason: Object.fromEntries(summary.countByReason),
    report: summary.reportPath,
    waitingRefunds: waiting,
    customersNew,
    seconds: Number(seconds.toFixed(3)),
    rowsPerSecond: rateOf(summary, seconds),
    resumed: isResumed,
    complete: isComplete,
    dryRun: isDryRun,
  })}\n`;
}

/** A few lines for a person. */
export function textSummary(summary: ImportSummary, { seconds, isDryRun, locale }: ImportTold): string {
  const text = TEXT[locale];
  const lines: (readonly [name: string, count: number, note?: string | undefined])[] = [
    [text.rows, summary.rows],
    [isDryRun ? text.readable : text.imported, summary.imported],
    [text.known, summary.known],
    [text.skipped, summary.skipped],
    [text.failed, summary.failed],
    [text.problems, summary.problems, summary.reportPath ?? undefined],
  ];
  if (summary.waiting > 0) lines.push([text.waiting, summary.waiting]);
  if (!isDryRun) lines.push([text.customersNew, summary.customersNew]);
  const numbers = new Intl.NumberFormat(locale);
  const nameWidth = Math.max(...lines.map(([name]) => name.length));
  const shown = lines.map(
    ([name, count, note]) => `  ${name.padEnd(nameWidth)} ${numbers.format(count).padStart(12)}${note === undefined ? '' : `  ${note}`}`,
  );
  const time = `  ${new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(seconds)} ${text.seconds}, ${numbers.format(rateOf(summary, seconds))} ${text.perSecond}`;
  const notes = [isDryRun ? text.dryRun : null, summary.isResumed ? text.resumed : null, summary.isComplete ? null : text.stopped];
  return [...shown, time, ...notes.filter((note) => note !== null), ''].join('\n');
}

function rateOf({ rowsNow }: ImportSummary, seconds: number): number {
  return Math.round(rowsNow / Math.max(seconds, 0.001));
}
