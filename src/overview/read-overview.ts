import { countShares } from '../cabinet/shares.store.ts';
import type { WireOverview } from '../contract/overview.endpoints.ts';
import { unitToWire } from '../contract/resource-encoding.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { TenantId } from '../domain/ids.ts';
import { findPointsProgramId } from '../domain/ledger/unit.ts';
import type { LocalizedText } from '../domain/program/document.ts';
import { addCalendarDays, periodKey, startOfDayAfter } from '../domain/time/calendar.ts';
import { statusAt, versionAt } from '../programs/program-status.ts';
import { getTenantTimeZone, listPrograms, type ProgramRecord } from '../programs/programs.store.ts';
import * as store from './overview.store.ts';

const FUNNEL_DAYS = 30;
const MONTHS = 12;
const MAX_PROGRAMS = 200;

/** A unit as it is shown, with what a programme calls its points. */
interface ShownUnit {
  readonly unit: string;
  readonly unitName: LocalizedText | null;
}

/** As the rollups are now; today is the day of the business. */
export async function readOverview(db: Db, tenantId: TenantId, now: Date): Promise<WireOverview> {
  const timeZone = await getTenantTimeZone(db, tenantId);
  const until = startOfDayAfter(now, timeZone);
  const from = startOfDayAfter(addCalendarDays(now, -1, timeZone), timeZone);
  const monthStart = `${periodKey(now, 'month', timeZone)}-01`;
  const today = { from, until };
  // Counted back from now: where clocks skip midnight, today begins at 01:00 and that day did not.
  const month = { from: startOfDayAfter(addCalendarDays(now, -FUNNEL_DAYS, timeZone), timeZone), until };
  const [counts, given, owed, ending, channels, visits, shares, programs] = await Promise.all([
    store.countToday(db, tenantId, today),
    store.sumGiven(db, tenantId, today),
    store.sumOwed(db, tenantId),
    store.sumEnding(db, tenantId, { timeZone, monthStart }),
    store.sumFunnel(db, tenantId, month),
    store.sumVisits(db, tenantId, month),
    countShares(db, { tenantId }, month),
    listPrograms(db, { tenantId, after: null, limit: MAX_PROGRAMS }),
  ]);
  const shownUnit = (column: string): ShownUnit => unitOf(column, programs, now);
  return {
    asOf: now.toISOString(),
    day: periodKey(now, 'day', timeZone),
    today: { ...counts, given: given.map(({ unit, amount }) => ({ ...shownUnit(unit), amount })) },
    programs: { live: programs.filter((program) => statusAt(program, now) === 'live').length, all: programs.length },
    owed: owed.map((row) => ({ ...shownUnit(row.unit), ...owedToWire(row, ending, monthStart) })),
    funnel: { shares: shares.map(({ channel, shares: times }) => ({ channel, shares: Number(times) })), visits, channels: [...channels] },
  };
}

/** Points are named by the version in force, or by the last one of a programme that has none. */
function unitOf(column: string, programs: readonly ProgramRecord[], now: Date): ShownUnit {
  const unit = toUnit(column);
  const program = programs.find(({ id }) => id === findPointsProgramId(unit));
  const document = program && (versionAt(program, now) ?? program.versions.at(-1))?.document;
  return { unit: unitToWire(unit), unitName: document?.points?.name ?? null };
}

function owedToWire(row: store.OwedRow, ending: readonly store.EndingRow[], monthStart: string) {
  const of = (month: string): string => ending.find((each) => each.unit === row.unit && each.month === month)?.amount ?? '0';
  return {
    available: row.available,
    held: row.held,
    debt: row.debt,
    months: monthsFrom(monthStart).map((month) => ({ month, amount: of(month) })),
    later: of('later'),
    never: of('never'),
  };
}

function monthsFrom(monthStart: string): readonly string[] {
  const [year = 0, month = 1] = monthStart.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, ahead) => {
    const index = month - 1 + ahead;
    return `${year + Math.floor(index / MONTHS)}-${String((index % MONTHS) + 1).padStart(2, '0')}`;
  });
}
