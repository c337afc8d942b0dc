/** Times as the business keeps them: told and taken in its own zone, wherever its people sit. */
import { locale } from './i18n.ts';

const zone = { name: Intl.DateTimeFormat().resolvedOptions().timeZone };

/** Once it is known who is signed in: before that, the browser's. */
export function setShopZone(name: string): void {
  zone.name = name;
}

export function shopZone(): string {
  return zone.name;
}

/** Said beside a field that takes a time: `Москва, стандартное время`. */
export function zoneWords(at = new Date()): string {
  const parts = new Intl.DateTimeFormat(locale(), { timeZone: zone.name, timeZoneName: 'long' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone.name;
}

/** As an `input type="datetime-local"` writes it: `2026-11-23T14:05`. */
export function wallClock(at: Date): string {
  return new Date(at.getTime() + offsetMs(at)).toISOString().slice(0, 16);
}

/** What stands in such a field as an instant; null for nothing. Of an hour that the clock shows twice it is one of the two. */
export function instantOf(typed: string): Date | null {
  const digits = new Date(`${typed}Z`);
  if (Number.isNaN(digits.getTime())) return null;
  const near = new Date(digits.getTime() - offsetMs(digits));
  return new Date(digits.getTime() - offsetMs(near));
}

/** How far the zone is ahead of UTC. */
function offsetMs(at: Date): number {
  const format = new Intl.DateTimeFormat('en', {
    timeZone: zone.name,
    hourCycle: 'h23',
    ...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
  });
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const of = (name: string): number => part[name] ?? 0;
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
  return local - Math.floor(at.getTime() / 1000) * 1000;
}
