import { countShares } from '../cabinet/shares.store.ts';
import type { WireOverview } from '../contract/overview.endpoints.ts';
import { unitToWire } from '../contract/resource-encoding.ts';
import type { Db } from '../database/schema.ts';
import { toUnit } from '../database/unit-column.ts';
import type { TenantId } from '../domain/ids.ts';
import { addCalendarDays, periodKey, startOfDayAfter } from '../domain/time/calendar.ts';
import { statusAt } from '../programs/program-status.ts';
import { getTenantTimeZone, listPrograms } from '../programs/programs.store.ts';
import * as store from './overview.store.ts';

const FUNNEL_DAYS = 30;
const MONTHS = 12;
const MAX_PROGRAMS = 200;

/** Counted now, whatever it takes: `Overviews` keeps what took long. */
export async function readOverview(db: Db, tenantId: TenantId, now: Date): Promise<WireOverview> {
  const timeZone = await getTenantTimeZone(db, tenantId);
  const dayStart = startOfDayAfter(addCalendarDays(now, -1, timeZone), timeZone);
  const monthStart = `${periodKey(now, 'month', timeZone)}-01`;
  const period = { tenantId, timeZone, dayStart, monthStart, funnelStart: addCalendarDays(dayStart, -(FUNNEL_DAYS - 1), timeZone) };
  const [today, given, owed, ending, channels, visits, shares, programs] = await Promise.all([
    store.countToday(db, period),
    store.sumGivenToday(db, period),
    store.sumOwed(db, period),
    store.sumEnding(db, period),
    store.countFunnel(db, period),
    store.countVisits(db, period),
    countShares(db, { tenantId }, { from: dayOf(period.funnelStart), to: dayOf(addCalendarDays(now, 1, 'UTC')) }),
    listPrograms(db, { tenantId, after: null, limit: MAX_PROGRAMS }),
  ]);
  return {
    asOf: now.toISOString(),
    day: periodKey(now, 'day', timeZone),
    today: { ...today, given: given.map(({ unit, amount }) => ({ unit: unitToWire(toUnit(unit)), amount: amount.toString() })) },
    programs: { live: programs.filter((program) => statusAt(program, now) === 'live').length, all: programs.length },
    owed: owed.map((row) => owedToWire(row, ending, monthStart)),
    funnel: { shares: shares.map(({ channel, shares: times }) => ({ channel, shares: Number(times) })), visits, channels: [...channels] },
  };
}

/** Shares are counted by days of UTC. */
function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}

function owedToWire(row: store.OwedRow, ending: readonly store.EndingRow[], monthStart: string): WireOverview['owed'][number] {
  const of = (month: string): string => (ending.find((each) => each.unit === row.unit && each.month === month)?.amount ?? 0n).toString();
  return {
    unit: unitToWire(toUnit(row.unit)),
    available: row.available.toString(),
    held: row.held.toString(),
    debt: row.debt.toString(),
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
