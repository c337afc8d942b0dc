import type { OpenDatabase } from '../database/open-database.ts';
import { type ClickCountsQuestion, countClicks, type DayCount, sumClickLosses } from './click-history.store.ts';
import type { LossReason } from './click-losses.ts';
import type { VisitKind } from './visit-kind.ts';

/** Visits of one local day: clicks by kind, and visits that left no click by reason. */
export interface ClickCounts {
  /** `2026-11-22` in the time zone that was asked for. */
  readonly day: string;
  readonly clicks: Readonly<Record<VisitKind, number>>;
  readonly lost: Readonly<Record<LossReason, number>>;
}

/** Days with at least one visit, in rising order. */
export async function findClickCounts(pool: OpenDatabase['pool'], question: ClickCountsQuestion): Promise<readonly ClickCounts[]> {
  const [clicks, losses] = await Promise.all([countClicks(pool, question), sumClickLosses(pool, question)]);
  const days = [...new Set([...clicks, ...losses].map((row) => row.day))].sort();
  return days.map((day) => {
    const clicked = countsOf(clicks, day);
    const lost = countsOf(losses, day);
    return {
      day,
      clicks: {
        human: clicked('human'),
        bot: clicked('bot'),
        prefetch: clicked('prefetch'),
        head: clicked('head'),
        repeat: clicked('repeat'),
        preview: clicked('preview'),
      },
      lost: {
        database: lost('database'),
        overload: lost('overload'),
        'unknown-code': lost('unknown-code'),
        'code-paused': lost('code-paused'),
        'code-retired': lost('code-retired'),
        throttled: lost('throttled'),
      },
    };
  });
}

function countsOf(rows: readonly DayCount[], day: string): (name: VisitKind | LossReason) => number {
  const counts = new Map(rows.filter((row) => row.day === day).map((row) => [row.name, Number(row.count)]));
  return (name) => counts.get(name) ?? 0;
}
