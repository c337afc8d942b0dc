import { expect, it } from 'vitest';
import { zoneInSql } from '../../src/database/zone-name.ts';
import { isTimeZone } from '../../src/domain/time/calendar.ts';
import { TIME_ZONE_ALIASES } from '../../src/domain/time/time-zone-aliases.ts';
import { wallClockMs } from '../../src/domain/time/zone-offset.ts';
import { createTestDatabase } from '../support/database.ts';

/** One in winter, one in summer. */
const INSTANTS = [new Date('2026-01-15T23:30:00Z'), new Date('2026-07-15T23:30:00Z')];

it.each([18, 15] as const)('PostgreSQL %i shows the clock of every zone as the calendar does (contract.md 6.11)', async (major) => {
  const { database } = await createTestDatabase({ major });
  const zones = [...new Set([...Intl.supportedValuesOf('timeZone'), ...TIME_ZONE_ALIASES.trim().split(/\s+/)])].filter(isTimeZone);
  expect(zones.length).toBeGreaterThan(500);
  for (const at of INSTANTS) {
    const { rows } = await database.pool.query<{ zone: string; wall: Date }>(
      `select z.name as zone, ($2::timestamptz at time zone z.in_sql) at time zone 'UTC' as wall
       from unnest($1::text[], $3::text[]) as z (name, in_sql)`,
      [zones, at, zones.map(zoneInSql)],
    );
    const differing = rows.filter(({ zone, wall }) => wall.getTime() !== wallClockMs(at.getTime(), zone));
    expect(differing).toEqual([]);
  }
});
