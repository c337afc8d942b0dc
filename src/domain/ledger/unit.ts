import type { ProgramId } from '../ids.ts';

/** What an account counts: an ISO 4217 currency (minor units), or whole points of one programme. */
export type Unit = string & { readonly __brand: 'Unit' };

const POINTS_PREFIX = 'points:';

export function currencyUnit(currency: string): Unit {
  // Brand constructor.
  return currency as Unit;
}

export function pointsUnit(programId: ProgramId): Unit {
  return `${POINTS_PREFIX}${programId}` as Unit;
}

/** The programme whose points the unit counts, or null for money. */
export function findPointsProgramId(unit: Unit): ProgramId | null {
  return unit.startsWith(POINTS_PREFIX) ? (unit.slice(POINTS_PREFIX.length) as ProgramId) : null;
}
