/**
 * Four names of zones that PostgreSQL takes for abbreviations: `at time zone 'EET'` is two hours ahead of UTC all year round. Their rules have
 * been those of a city since the IANA release 2024b.
 */
const CITIES: ReadonlyMap<string, string> = new Map([
  ['CET', 'Europe/Brussels'],
  ['MET', 'Europe/Brussels'],
  ['EET', 'Europe/Athens'],
  ['WET', 'Europe/Lisbon'],
]);

/** A time zone by a name under which a query keeps its summer time, as the calendar of the domain does. */
export function zoneInSql(timeZone: string): string {
  return CITIES.get(timeZone) ?? timeZone;
}
