import cliProgress from 'cli-progress';
import type { Locale } from '../domain/words/number-words.ts';

export interface ImportCounts {
  readonly bytesDone: number;
  readonly rowCount: number;
  readonly problemCount: number;
}

export interface ImportProgress {
  readonly update: (counts: ImportCounts) => void;
  readonly stop: () => void;
}

export interface ProgressOptions {
  /** `silent` for machines and `--quiet`; `shown` is a bar on a terminal and plain lines elsewhere. */
  readonly mode: 'silent' | 'shown';
  readonly stream: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** Null = not known: rows are counted, without a share or time left. */
  readonly totalBytes: number | null;
  /** Bytes already behind, when an import resumes: they are no part of the rate. */
  readonly bytesBefore: number;
  /** A clock that never steps back, in milliseconds. */
  readonly elapsedMs: () => number;
  readonly locale: Locale;
}

const LINE_INTERVAL_MS = 10_000;
const TEXT = {
  ru: { rows: 'строк', perSecond: 'строк/с', problems: 'с ошибками', left: 'осталось' },
  en: { rows: 'rows', perSecond: 'rows/s', problems: 'problems', left: 'left' },
} as const;

/** Shows how far an import is, how fast it goes and how long it will take. It keeps no timer: call `update` often. */
export function createImportProgress(options: ProgressOptions): ImportProgress {
  if (options.mode === 'silent') return { update: () => undefined, stop: () => undefined };
  return options.stream.isTTY === true ? createBar(options) : createLines(options);
}

function createBar(options: ProgressOptions): ImportProgress {
  const text = TEXT[options.locale];
  const format = `{bar} {percentage}% | {rows} ${text.rows} | {rate} ${text.perSecond} | {problems} ${text.problems} | ${text.left} {left}`;
  const bar = new cliProgress.SingleBar(
    { format, stream: options.stream, hideCursor: true, fps: 5, etaBuffer: 1 },
    cliProgress.Presets.shades_classic,
  );
  const startedMs = options.elapsedMs();
  bar.start(options.totalBytes ?? 0, options.bytesBefore, { rows: 0, rate: 0, problems: 0, left: '–' });
  return {
    update: (counts) => {
      const { rate, left } = measure(counts, startedMs, options);
      bar.update(counts.bytesDone, { rows: counts.rowCount, rate, problems: counts.problemCount, left });
    },
    stop: () => bar.stop(),
  };
}

function createLines(options: ProgressOptions): ImportProgress {
  const text = TEXT[options.locale];
  const startedMs = options.elapsedMs();
  let nextLineMs = startedMs + LINE_INTERVAL_MS;
  return {
    update: (counts) => {
      if (options.elapsedMs() < nextLineMs) return;
      nextLineMs = options.elapsedMs() + LINE_INTERVAL_MS;
      const { rate, share, left } = measure(counts, startedMs, options);
      options.stream.write(
        `${share}${counts.rowCount} ${text.rows}, ${rate} ${text.perSecond}, ${counts.problemCount} ${text.problems}, ${text.left} ${left}\n`,
      );
    },
    stop: () => undefined,
  };
}

function measure(counts: ImportCounts, startedMs: number, options: ProgressOptions): { rate: number; share: string; left: string } {
  const seconds = Math.max((options.elapsedMs() - startedMs) / 1_000, 0.001);
  const rate = Math.round(counts.rowCount / seconds);
  if (options.totalBytes === null) return { rate, share: '', left: '–' };
  const bytesPerSecond = (counts.bytesDone - options.bytesBefore) / seconds;
  const share = options.totalBytes === 0 ? 100 : Math.floor((counts.bytesDone / options.totalBytes) * 100);
  const left = bytesPerSecond <= 0 ? '–' : formatDuration((options.totalBytes - counts.bytesDone) / bytesPerSecond);
  return { rate, share: `${share}%, `, left };
}

/** Minutes and seconds, with hours where there are any: `4:05`, `1:02:09`. */
function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const [hours = 0, minutes = 0, rest = 0] = parts;
  const tail = `${String(minutes).padStart(hours > 0 ? 2 : 1, '0')}:${String(rest).padStart(2, '0')}`;
  return hours > 0 ? `${hours}:${tail}` : tail;
}
